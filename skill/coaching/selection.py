"""The exercises of today: those of a routine that suit a person and fit into the time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from skill.coaching.precautions import SORE_WALK
from skill.coaching.progression import AtLevel, easier
from skill.coaching.timeline import Pace, timeline, total
from skill.library.types import YESES, Answer, Answers, Exercise, Library, Posture, Routine

AROUND = 45.0
"""Seconds that an exercise takes besides its sets: set-up, the question about pain, the answer."""

GENERAL_ROUTINE = "ankle-essentials"
"""The routine for who only wants to strengthen their ankles."""

SPEAKS_AGAINST = YESES | {Answer.NOT_SURE}


class Selection(Struct, frozen=True):
    """Exercises in their order. `left_out` is true where what was answered spoke against one."""

    steps: tuple[AtLevel, ...]
    left_out: bool = False


def routine_for(routines: Mapping[str, Routine], condition: str) -> str | None:
    """The id of the routine that is for a condition, or None."""
    return next((id for id, routine in routines.items() if condition in routine.fits), None)


def routine_with(routines: Mapping[str, Routine], exercise: str) -> str | None:
    """The id of the routine that has an exercise at the most of its steps, or None.

    The general one only has a bit of each.
    """
    steps = {
        id: sum(any(one.exercise == exercise for one in level) for level in routine.levels)
        for id, routine in routines.items()
    }
    those = sorted((id for id in steps if steps[id]), key=lambda id: -steps[id])
    return min(those, key=lambda id: id == GENERAL_ROUTINE, default=None)


def suits(exercise: Exercise, known: Answers) -> bool:
    """Whether nothing that was answered speaks against an exercise.

    Everything in `only_without` must have been denied: "not sure" counts as having it. A posture
    that was ruled out is a no.
    """
    return (
        not any(known.get(id) in SPEAKS_AGAINST for id in exercise.not_for)
        and all(known.get(id) is Answer.NO for id in exercise.only_without)
        and not any(known.get(one) is Answer.NO for one in exercise.postures)
    )


def without_postures(known: Answers, ruled_out: Collection[Posture]) -> Answers:
    """What was answered, with the postures that somebody can't or won't take."""
    return {**known, **dict.fromkeys(ruled_out, Answer.NO)} if ruled_out else known


def select(
    exercises: Mapping[str, Exercise], known: Answers, steps: Sequence[AtLevel]
) -> Selection:
    """The exercises that suit. One that does not gives way to its nearest easier form that does,
    unless that is done anyway.
    """
    kept: list[AtLevel] = []
    for step in steps:
        fitting = nearest(exercises, known, step)
        if fitting is not None and fitting.exercise not in {one.exercise for one in kept}:
            kept.append(fitting)
    return Selection(tuple(kept), left_out=tuple(kept) != tuple(steps))


def sparing(
    exercises: Mapping[str, Exercise], known: Answers, steps: Iterable[AtLevel]
) -> tuple[AtLevel, ...]:
    """The steps of a routine, with easier ones for whom an exercise spares."""
    kept: dict[str, AtLevel] = {}
    for step in steps:
        fitting: AtLevel | None = step
        while fitting is not None and _spares(exercises[fitting.exercise], known):
            fitting = easier(exercises, fitting)
        if fitting is not None:
            kept.setdefault(fitting.exercise, fitting)
    return tuple(kept.values())


def _spares(exercise: Exercise, known: Answers) -> bool:
    return any(known.get(id) in YESES for id in exercise.spares)


def unequipped(
    exercises: Mapping[str, Exercise], known: Answers, steps: Sequence[AtLevel]
) -> tuple[AtLevel, ...]:
    """The steps for whoever has no band, step, cushion or weight; as they are where none is left.

    What needs one gives way to what is done instead of it, or to a dose without a weight.
    """
    kept: dict[str, AtLevel] = {}
    for step in steps:
        fitting = _unequipped(exercises, step)
        if fitting is not None and suits(exercises[fitting.exercise], known):
            kept.setdefault(fitting.exercise, fitting)
    return tuple(kept.values()) or tuple(steps)


def _unequipped(exercises: Mapping[str, Exercise], step: AtLevel | None) -> AtLevel | None:
    while step is not None and needs_kit(exercises, step):
        facts = exercises[step.exercise]
        if facts.equipment:
            step = AtLevel(facts.instead, 1) if facts.instead is not None else None
        else:
            step = easier(exercises, step)
    return step


def runs(library: Library, routine: str, level: int) -> bool:
    """Whether a step of a routine has a run in it, before which walking is asked about."""
    steps = library.routines[routine].levels[level - 1]
    return any(SORE_WALK in library.exercises[step.exercise].asks for step in steps)


def needs_kit(exercises: Mapping[str, Exercise], step: AtLevel) -> bool:
    """Whether an exercise at its level needs more than a floor, a seat and a wall."""
    facts = exercises[step.exercise]
    return bool(facts.equipment) or facts.levels[step.level - 1].loaded


def nearest(
    exercises: Mapping[str, Exercise], known: Answers, step: AtLevel | None
) -> AtLevel | None:
    """The step itself, or the first easier one that suits; None where none does."""
    while step is not None and not suits(exercises[step.exercise], known):
        step = easier(exercises, step)
    return step


def fit_minutes(
    exercises: Mapping[str, Exercise],
    steps: Sequence[AtLevel],
    minutes: int,
    *,
    only_one: bool = False,
) -> tuple[AtLevel, ...]:
    """The first exercises that fit into so many minutes; the shortest one where none does.

    Where these take less than half of the time, a later beginning may use more of it.
    """
    takes = {step: seconds(exercises, step, only_one=only_one) for step in steps}

    def fitting(ahead: Sequence[AtLevel]) -> tuple[AtLevel, ...]:
        left, kept = minutes * 60.0, []
        for step in ahead:
            if takes[step] <= left:
                kept.append(step)
                left -= takes[step]
        return tuple(kept)

    def used(some: Sequence[AtLevel]) -> float:
        return sum(takes[step] for step in some)

    first = fitting(steps)
    if used(first) < minutes * 30.0:
        first = max((fitting(steps[at:]) for at in range(len(steps))), key=used)
    return first or (min(steps, key=takes.__getitem__),)


def seconds(
    exercises: Mapping[str, Exercise],
    step: AtLevel,
    pace: Pace = Pace.STEADY,
    *,
    one_is_sore: bool = False,
    only_one: bool = False,
) -> float:
    """About how long an exercise takes, of one side or all, with its set-up and the talk after."""
    facts = exercises[step.exercise]
    dose = timeline(facts, step.level, pace, one_is_sore=one_is_sore, only_one=only_one)
    return AROUND + total(dose)
