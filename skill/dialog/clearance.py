"""What stands against exercise, and what has to be asked before it: one rule for all paths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from skill.coaching import plan, screening
from skill.dialog.session import Coach
from skill.dialog.state import SCREENING, Screening, State, coach_of
from skill.interview import safety
from skill.interview.answers import is_yes, known_from
from skill.library.types import Answers, Care, Exercise, Library, Routine

Bar = Literal["too-young", "flag-stands", "has-to-wait"]
"""The act that says why nobody is coached."""

ASKED_BY_THE_CHECK: dict[str, tuple[str, ...]] = {
    "safety-injury": screening.NEW_INJURY,
    "safety-rest": screening.AT_REST,
    "safety-age": ("under-eighteen",),
}
"""What the check asks of the same; denied there, it is not asked again."""


def bar_of(library: Library, state: State) -> Bar | None:
    """Why nobody is coached in this state, or None."""
    known = known_from(library, state.given)
    if "under-eighteen" in state.alarms or is_yes(known, "under-eighteen"):
        return "too-young"
    if safety.standing_rank(library, known) >= Care.SEE_CLINICIAN.rank:
        return "flag-stands"
    if not ASKED_BY_THE_CHECK.keys() >= set(state.alarms):
        return "flag-stands"
    waits = state.alarms or state.resting or screening.has_to_wait(known)
    return "has-to-wait" if waits else None


def open_questions(library: Library, state: State) -> Iterator[Screening]:
    """The questions before exercise that this state still has to ask, in their order."""
    known = known_from(library, state.given)
    return (one for one in SCREENING if _is_open(library, state, known, one))


def may_be_coached(library: Library, state: State) -> bool:
    """Whether a set may be played: nothing bars it, all was asked before it, and all suits."""
    coach, known = coach_of(state), known_from(library, state.given)
    return (
        bar_of(library, state) is None
        and next(open_questions(library, state), None) is None
        and all(plan.suits(library.exercises[step.exercise], known) for step in coach.ahead)
    )


def _is_open(library: Library, state: State, known: Answers, pending: Screening) -> bool:
    coach = coach_of(state)
    routine = routine_of(library, coach)
    leads_up = routine is not None and len(routine.levels) > 1 and coach.wanted.level is None
    match pending:
        case "last-sessions":
            return leads_up and state.result is None and coach.wanted.last is None
        case "which-level":
            return leads_up and coach.wanted.last is not None
        case "clinician-seen":
            told_to_be_seen = state.result is not None and state.result.care is not Care.SELF_CARE
            needed = told_to_be_seen or (routine is not None and routine.clinician_first)
        case "safety-clearance":
            needed = True
        case "safety-person":
            needed = screening.is_open(known, _exercises(library, coach))
        case _:
            needed = not screening.is_denied(known, ASKED_BY_THE_CHECK[pending])
    return needed and pending not in state.screened


def routine_of(library: Library, coach: Coach) -> Routine | None:
    """The routine that was asked for; None where it was an exercise."""
    return library.routines[coach.wanted.routine] if coach.wanted.routine else None


def _exercises(library: Library, coach: Coach) -> list[Exercise]:
    """All that may come, at whatever step of the routine."""
    routine = routine_of(library, coach)
    if routine is not None:
        return [library.exercises[one.exercise] for level in routine.levels for one in level]
    assert coach.wanted.exercise is not None
    return [library.exercises[coach.wanted.exercise]]
