"""Questions in passing in a workout: what this is, how it should feel, what is left."""

from __future__ import annotations

from typing import Literal

from skill.coaching import position
from skill.coaching.selection import GENERAL_ROUTINE, routine_for
from skill.coaching.timeline import WAITS
from skill.coaching.workout import cues_of, seconds_after_it, seconds_of_this
from skill.dialog.events import Remark
from skill.dialog.reply import Act, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.interview.interview import Knowledge
from skill.library.types import Sides

SIDE_NOW: dict[bool, Statement] = {True: "side-now-left", False: "side-now-right"}


def answer(knowledge: Knowledge, state: State, what: Remark) -> tuple[Act, ...]:
    """The answer to a question about where somebody is; nothing where it is no such question."""
    workout = workout_of(state)
    match what:
        case "how-many-left":
            return (*_left(knowledge, state), *_in_all(knowledge, state))
        case "which-exercise":
            this = Act("this-is", names=naming(exercise=workout.now.exercise))
            return (this, *_side(knowledge, state))
        case "which-next":
            return (_next(state),)
        case "week-plan":
            return (of_routine(knowledge, state, "how-often"),)
        case "how-often" | "which-week":
            return (of_routine(knowledge, state, what),)
        case "why" | "reasons":
            return (Act("why-this", workout.now.exercise),)
        case "how-it-feels":
            return (Act("how-it-feels", workout.now.exercise), Act("say-if-it-hurts"))
        case "own-dose":
            return (Act("own-protocol"),)
        case "help":
            return (help_of(state),)
        case "change" | "first-time":
            return (Act("missed-once"),)
    return ()


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
    """The repetitions and sets to go; in a wait, its seconds."""
    workout = workout_of(state)
    if is_over(state):
        return (Act("none-left"),)
    cues = cues_of(knowledge.library, workout)
    cue = cues[workout.cue]
    sets, repetitions = position.sets_and_repetitions_left(cues, workout.cue)
    if cue.kind in WAITS:
        seconds = round(position.cues_from(cues, workout.position)[0].lasts)
        return (Act("wait-to-go", numbers={"seconds": seconds, "sets": sets + 1}),)
    if not sets:
        return (Act("left-to-go-last", numbers={"repetitions": repetitions}),)
    return (Act("left-to-go", numbers={"sets": sets, "repetitions": repetitions}),)


def _in_all(knowledge: Knowledge, state: State) -> tuple[Act, ...]:
    """How many exercises follow, and about how many minutes of the workout are left."""
    workout = workout_of(state)
    takes = seconds_after_it(knowledge.library, workout)
    if not is_over(state):
        takes += seconds_of_this(knowledge.library, workout)
    follow = len(workout.ahead) - 1
    if is_over(state) and not follow:
        return ()
    numbers = {"minutes": max(1, round(takes / 60))}
    if len(workout.steps) == 1:
        return (Act("minutes-to-go", numbers=numbers),)
    return (Act("exercises-to-go", numbers={**numbers, "count": follow}),)


def _side(knowledge: Knowledge, state: State) -> tuple[Act, ...]:
    """The side that is on, or comes, where an exercise has one."""
    workout = workout_of(state)
    if knowledge.library.exercises[workout.now.exercise].sides is not Sides.EACH:
        return (Act("side-now-both"),)
    if is_over(state):
        return ()
    cue = cues_of(knowledge.library, workout)[workout.cue]
    return (Act(SIDE_NOW[(workout.first == "left") == (cue.side == 1)]),)


def _next(state: State) -> Act:
    workout = workout_of(state)
    if len(workout.ahead) == 1:
        return Act("next-is-none")
    return Act("next-is", names=naming(exercise=workout.ahead[1].exercise))
