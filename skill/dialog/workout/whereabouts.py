"""Questions in passing in a workout: what this is, how it should feel, what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from skill.coaching import doses, position
from skill.coaching.selection import GENERAL_ROUTINE, routine_for
from skill.coaching.timeline import WAITS, Cue, Kind
from skill.coaching.workout import (
    cues_of,
    seconds_after_it,
    seconds_of_this,
    side_at,
)
from skill.dialog.events import Remark
from skill.dialog.reply import Act, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout.pain_rules import just_too_much, most_kept
from skill.dialog.workout.playback import SIDE_NOW
from skill.interview.interview import Knowledge
from skill.library.types import Exercise, Sides


def answer(knowledge: Knowledge, state: State, what: Remark) -> tuple[Act, ...]:
    """The answer to a question about where somebody is; nothing where it is no such question."""
    workout = workout_of(state)
    match what:
        case "how-many-left":
            return (*_left(knowledge, state), *_in_all(knowledge, state))
        case "which-exercise":
            return (name(state), *side(knowledge, state))
        case "which-next":
            return (_next(state),)
        case "next-time":
            return (Act("next-time"),)
        case "week-plan":
            return (of_routine(knowledge, state, "how-often"),)
        case "how-often" | "which-week":
            return (of_routine(knowledge, state, what),)
        case "why" | "reasons":
            return (Act("why-this", workout.now.exercise),)
        case "how-it-feels":
            return (Act("how-it-feels", workout.now.exercise), Act("say-if-it-hurts"))
        case "if-it-hurts":
            return (pain_allowed(knowledge, state),)
        case "volume":
            return (Act("volume"),)
        case "no-counting":
            return (Act("count-stays"),)
        case "enough-sets" if not is_over(state):
            return (Act("sets-enough"),)
        case "own-dose" | "enough-sets":
            return (Act("own-protocol"),)
        case "help":
            return (help_of(state),)
        case "change" | "first-time":
            return (Act("missed-once"),)
    return ()


def name(state: State) -> Act:
    """The name of the exercise that is on, or was."""
    named = naming(exercise=workout_of(state).now.exercise)
    return Act("that-was" if is_over(state) else "this-is", names=named)


def pain_allowed(knowledge: Knowledge, state: State) -> Act:
    """How much pain may be in the exercise that is on, and what to do above it."""
    return up_to_pain(knowledge, state, "if-it-hurts", "if-it-hurts-at-all")


UP_TO_MOST: Mapping[Statement, Statement] = {"if-it-hurts": "if-it-hurts-some"}
"""What is said instead where more may be than goes on as it is, if it does not grow."""


def up_to_pain(knowledge: Knowledge, state: State, some: Statement, none: Statement) -> Act:
    """How much pain may be in the exercise that is on, or that none may.

    Where there is room above what is nothing to speak of, both are told.
    """
    fine, most = just_too_much(knowledge, state) - 1, most_kept(knowledge, state)
    if fine and most > fine and some in UP_TO_MOST:
        return Act(UP_TO_MOST[some], numbers={"pain": fine, "most": most})
    return Act(some, numbers={"pain": fine}) if fine else Act(none)


def of_routine(
    knowledge: Knowledge,
    state: State,
    what: Literal["how-often", "which-week"],
    named: str | None = None,
) -> Act:
    """How often a routine is done, or which step is on: the `named` one, or that is on or offered.

    Nothing is kept, so without a routine nobody knows the step.
    """
    routines = knowledge.library.routines
    wish = state.workout.wish if state.workout else None
    matches = state.result.matches[:1] if state.result else ()
    offered = next((id for id in (routine_for(routines, one) for one in matches) if id), None)
    on = wish.routine if wish else None
    if what == "which-week":
        if wish is None or on is None or wish.level is None:
            return Act("keeps-nothing")
        return Act("which-step", numbers={"level": wish.level, "count": len(routines[on].levels)})
    id = named or on or offered or GENERAL_ROUTINE
    numbers = {"days": routines[id].days_a_week, "weeks": routines[id].weeks}
    often: Statement = "how-often-daily" if routines[id].is_daily else "how-often"
    return Act(often, names=naming(routine=id), numbers=numbers)


def help_of(state: State) -> Act:
    """What may be said here."""
    over = state.pending == "how-much-pain"
    return Act("help-how-much-pain" if over else "help-ready-question")


def _left(knowledge: Knowledge, state: State) -> tuple[Act, ...]:
    """What is to go of the exercise: repetitions or seconds, sides and sets; in a wait, it too."""
    workout = workout_of(state)
    exercise = knowledge.library.exercises[workout.now.exercise]
    if is_over(state):
        return (Act("none-left"),)
    cues = cues_of(knowledge.library, workout)
    cue, left = cues[workout.cue], position.left_at(cues, workout.cue)
    waits: tuple[Act, ...] = ()
    if cue.kind in WAITS:
        seconds = max(2, round(position.cues_from(cues, workout.position)[0].lasts))
        waits = (Act("wait-to-go", numbers={"seconds": seconds}),)
    if doses.measure_of(exercise) == "minutes":
        takes = seconds_of_this(knowledge.library, workout)
        return (*waits, *(_minutes_of(takes) if len(workout.steps) > 1 else ()))
    if cue.kind in {Kind.SET_UP, Kind.FETCH, Kind.REST} and cue.side == 1:
        return (*waits, Act("sets-to-follow", numbers={"sets": left.sets + 1}))
    if waits:
        return (*waits, *side(knowledge, state), *_sets_after(left, cues))
    return _of_this_set(exercise, left, cues, workout.into)


def _of_this_set(
    exercise: Exercise, left: position.Left, cues: Sequence[Cue], into: float
) -> tuple[Act, ...]:
    """What is to go of the set that is on, `into` a hold, and after it."""
    repetitions = {"repetitions": left.repetitions}
    if doses.measure_of(exercise) == "hold":
        seconds = doses.seconds_held(exercise, left.repetitions) - round(into)
        this = Act("left-of-hold", numbers={"seconds": seconds})
    elif exercise.sides is Sides.EACH:
        this = Act("left-on-side", numbers=repetitions)
    elif left.sets:
        return (Act("left-to-go", numbers={**repetitions, "sets": left.sets}),)
    else:
        return (Act("left-to-go-last", numbers=repetitions),)
    other = (Act("then-other-side"),) if left.other_side else ()
    return (this, *other, *_sets_after(left, cues))


def _sets_after(left: position.Left, cues: Sequence[Cue]) -> tuple[Act, ...]:
    """The sets after the one that is on, where there is more than one in all."""
    if left.sets:
        return (Act("sets-after", numbers={"sets": left.sets}),)
    return (Act("is-last-set"),) if cues[-1].set > 1 else ()


def _in_all(knowledge: Knowledge, state: State) -> tuple[Act, ...]:
    """How many exercises follow, and about how many minutes of the workout are left."""
    workout = workout_of(state)
    takes = seconds_after_it(knowledge.library, workout)
    if not is_over(state):
        takes += seconds_of_this(knowledge.library, workout)
    follow = len(workout.ahead) - 1
    if follow:
        numbers = {"minutes": doses.about_minutes(takes), "count": follow}
        return (Act("exercises-to-go", numbers=numbers),)
    if len(workout.steps) == 1:
        return () if is_over(state) else _minutes_of(takes)
    exercise = knowledge.library.exercises[workout.now.exercise]
    told = is_over(state) or doses.measure_of(exercise) == "minutes"
    return (Act("next-is-none"), *(() if told else _minutes_of(takes)))


def _minutes_of(seconds: float) -> tuple[Act, ...]:
    return (Act("minutes-to-go", numbers={"minutes": doses.about_minutes(seconds)}),)


def side(knowledge: Knowledge, state: State) -> tuple[Act, ...]:
    """The side that is on, or comes, where an exercise has one."""
    workout = workout_of(state)
    on = side_at(knowledge.library, workout, cues_of(knowledge.library, workout)[workout.cue])
    if on is None:
        return (Act("side-now-both"),)
    return () if is_over(state) else (Act(SIDE_NOW[on]),)


def _next(state: State) -> Act:
    workout = workout_of(state)
    if len(workout.ahead) == 1:
        return Act("next-is-none")
    return Act("next-is", names=naming(exercise=workout.ahead[1].exercise))
