"""What stands against exercise, and what has to be asked before it: one rule for all paths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from skill.coaching import precautions, selection
from skill.coaching.workout import Wish, Workout
from skill.dialog.state import SCREENING, Screening, State, workout_of
from skill.interview import red_flags
from skill.interview.answers import is_yes, known_from
from skill.library.types import Answers, Care, Library, Routine

Bar = Literal["too-young", "flag-stands", "has-to-wait"]
"""The act that says why nobody is coached."""

ASKED_BY_THE_CHECK: dict[str, tuple[str, ...]] = {
    "safety-today": (*precautions.NEW_INJURY, *precautions.AT_REST),
}
"""What the check asks of the same; denied there, it is not asked again."""


def bar_of(library: Library, state: State, wish: Wish | None = None) -> Bar | None:
    """Why nobody is coached in this state, or None; `wish` is what is asked for now."""
    known, alarms = known_from(library, state.given), {*state.alarms}
    if "under-eighteen" in alarms or is_yes(known, "under-eighteen"):
        return "too-young"
    if "clinician-seen" in state.screened:
        allowed = precautions.ALLOWED_BY_A_WORD
        known = {id: grade for id, grade in known.items() if id not in allowed}
        alarms -= allowed
    if red_flags.bars_exercise(library, known):
        return "flag-stands"
    if not ASKED_BY_THE_CHECK.keys() >= alarms:
        return "flag-stands"
    wished = wish or (state.workout.wish if state.workout else state.wish)
    but_for = precautions.FRESH if _is_early(library, state, wished) else ()
    waits = alarms or state.resting or precautions.has_to_wait(known, but_for)
    return "has-to-wait" if waits else None


def _is_early(library: Library, state: State, wish: Wish | None) -> bool:
    """Whether the routine for a fresh injury is wished for, after the check found it mild."""
    routine = library.routines[wish.routine] if wish is not None and wish.routine else None
    told = state.result
    if routine is None or told is None or told.care is not Care.SELF_CARE:
        return False
    return routine.early and told.matches[:1] != () and told.matches[0] in routine.fits


def open_questions(library: Library, state: State) -> Iterator[Screening]:
    """The questions before exercise that this state still has to ask, in their order."""
    known = known_from(library, state.given)
    return (one for one in SCREENING if _is_open(library, state, known, one))


def may_be_coached(library: Library, state: State) -> bool:
    """Whether a set may be played: nothing bars it, all was asked before it, and all suits."""
    workout, known = workout_of(state), known_from(library, state.given)
    return (
        bar_of(library, state) is None
        and next(open_questions(library, state), None) is None
        and all(selection.suits(library.exercises[step.exercise], known) for step in workout.ahead)
    )


def _is_open(library: Library, state: State, known: Answers, pending: Screening) -> bool:
    workout = workout_of(state)
    routine = routine_of(library, workout)
    leads_up = routine is not None and len(routine.levels) > 1 and workout.wish.level is None
    match pending:
        case "which-level":
            return leads_up and state.result is None and workout.wish.last is None
        case "last-sessions":
            return leads_up and workout.wish.last is not None and not workout.wish.earned
        case "mornings-after":
            return leads_up and workout.wish.earned
        case _ if pending in state.screened:
            return False
        case "clinician-seen":
            told_to_be_seen = state.result is not None and state.result.care is not Care.SELF_CARE
            stands = red_flags.standing_rank(library, known) >= Care.SEE_CLINICIAN.rank
            needed = told_to_be_seen or stands or (routine is not None and routine.clinician_first)
        case "safety-person":
            needed = True
        case "safety-today":
            asked = ASKED_BY_THE_CHECK[pending]
            early = _is_early(library, state, workout.wish)
            asked = tuple(id for id in asked if not early or id not in precautions.FRESH)
            needed = not precautions.is_denied(known, asked)
    return needed


def routine_of(library: Library, workout: Workout) -> Routine | None:
    """The routine that was asked for; None where it was an exercise."""
    return library.routines[workout.wish.routine] if workout.wish.routine else None
