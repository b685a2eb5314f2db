"""The doses of a workout: counted as done, replaced by others, and made easier from here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace

from skill.coaching import selection
from skill.coaching.position import in_other_cues
from skill.coaching.progression import AtLevel, easier
from skill.coaching.timeline import LONG_HOLD, WAITS, Cue, Kind
from skill.coaching.workout import Workout, cues_of
from skill.library.types import Answers, Exercise, Library, Sides

A_MINUTE = 60.0
"""Seconds. A phase that takes longer is a walk or a run, and a shorter one a hold."""

Both = Literal["at-once", "in-turn"]
"""How both sides are worked."""
Measure = Literal["repetitions", "hold", "minutes"]


def dose_of(library: Library, workout: Workout) -> dict[str, int]:
    """The sets and repetitions of the exercise that is being done."""
    dose = library.exercises[workout.now.exercise].levels[workout.now.level - 1]
    return {"sets": dose.sets, "repetitions": dose.repetitions}


def measure_of(exercise: Exercise) -> Measure:
    """What a set is counted in: a hold is one of many seconds, however many repetitions it has."""
    phases = exercise.repetition.phases
    if any(phase.seconds >= A_MINUTE for phase in phases):
        return "minutes"
    return "hold" if len(phases) == 1 and phases[0].seconds >= LONG_HOLD else "repetitions"


def seconds_held(exercise: Exercise, repetitions: int) -> int:
    """The seconds of so many repetitions."""
    return round(repetitions * sum(phase.seconds for phase in exercise.repetition.phases))


def way_of_both_sides(library: Library, workout: Workout) -> Both | None:
    """How the exercise works both sides although one is sore; None where it does not.

    None too where the workout has told it already, and for a walk or a run.
    """
    if not workout.sore or workout.only is not None:
        return None
    how = _both(library.exercises[workout.now.exercise])
    told = {_both(library.exercises[id]) for id in workout.met}
    return None if how in told else how


def _both(exercise: Exercise) -> Both | None:
    if exercise.sides is Sides.BOTH:
        walks = any(phase.seconds >= A_MINUTE for phase in exercise.repetition.phases)
        return None if walks else "at-once"
    is_both = exercise.one_sore is not None and exercise.one_sore.work == "both"
    return "in-turn" if is_both else None


def count_done(workout: Workout) -> Workout:
    """The workout with this exercise counted as done, if all of it was.

    An exercise that is repeated counts again.
    """
    if workout.partial:
        return workout
    return replace(workout, done=min(workout.done + 1, len(workout.steps)))


def leave_undone(workout: Workout) -> Workout:
    """The workout with this exercise not done, or not all of it; it gets no harder in this one."""
    hardened = tuple(dict.fromkeys((*workout.hardened, workout.now.exercise)))
    return replace(workout, partial=True, hardened=hardened)


def replace_now(workout: Workout, now: AtLevel) -> Workout:
    """The workout with another exercise, or another dose, in place of the present one."""
    steps = (*workout.steps[: workout.step], now, *workout.steps[workout.step + 1 :])
    return replace(workout, steps=steps)


def replace_from_repetition(library: Library, workout: Workout, now: AtLevel) -> Workout | None:
    """The workout with another dose of this exercise, from the present place on.

    Where the other dose has fewer repetitions, it continues after its last one. None where
    nothing is left then.
    """
    cue = cues_of(library, workout)[workout.cue]
    other = replace(replace_now(workout, now), into=0.0, hurt=False)
    if cue.kind in {Kind.SET_UP, Kind.FETCH}:
        return other
    cues = cues_of(library, other)
    begins = (index for index, one in enumerate(cues) if one.kind is not Kind.SET_UP)
    at = next((index for index in begins if _order(cues[index]) >= _order(cue)), None)
    if at is None:
        return None
    goes_on = in_other_cues(cues_of(library, workout), workout.position, cues, at)
    return replace(other, cue=goes_on.cue, into=goes_on.into)


def _order(cue: Cue) -> tuple[int, int, int, int]:
    """A sort key for how far a cue is in an exercise of any dose: a rest comes before its set."""
    waits = -1 if cue.kind is Kind.FETCH or cue.kind in WAITS else 0
    return (cue.set, cue.side, waits, 0 if cue.kind is not Kind.PHASE else cue.repetition)


def ease_from_here(exercises: Mapping[str, Exercise], known: Answers, workout: Workout) -> Workout:
    """The workout whose later exercises that load the same part are one step easier.

    An exercise with nothing easier stays as it is. One whose easier form is the exercise that hurt,
    or one that was done, is left out.
    """
    rule = exercises[workout.now.exercise].pain_rule

    def lighter(step: AtLevel) -> AtLevel | None:
        if exercises[step.exercise].pain_rule != rule:
            return step
        further = easier(exercises, step)
        found = selection.nearest(exercises, known, further)
        not_again = (workout.before - {step.exercise}) | {workout.now.exercise}
        while found is not None and found.exercise in not_again:
            found = easier(exercises, found)
        is_the_same = step.exercise == workout.now.exercise or further is not None
        return found if found is not None or is_the_same else step

    eased = filter(None, map(lighter, workout.steps[workout.step + 1 :]))
    later = tuple({step.exercise: step for step in eased}.values())
    return replace(workout, steps=(*workout.steps[: workout.step + 1], *later))


def about_minutes(seconds: float) -> int:
    """About how many minutes these are, one at least."""
    return max(1, round(seconds / 60))
