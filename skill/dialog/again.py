"""Asking once more what is open, word for word where it stood."""

from __future__ import annotations

from skill.coaching import plan
from skill.dialog import exercise
from skill.dialog.acts import Act, Named, naming
from skill.dialog.reply import Reply
from skill.dialog.state import EXERCISING, State
from skill.interview.answers import known_from
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer, Library

LISTED_AT_ONCE = 3
"""So many routines are told at a time."""


def pending(knowledge: Knowledge, state: State) -> Reply:
    """The question that is open, asked again; a set that was cut off goes on."""
    if state.pending in EXERCISING:
        return exercise.take_up(knowledge, state) if _is_held(state) else exercise.question(state)
    return Reply((_question(knowledge.library, state),), state)


def _is_held(state: State) -> bool:
    return state.coach is not None and state.coach.held


def _question(library: Library, state: State) -> Act:
    talk, coach = state.talk, state.coach
    if state.pending == "which-one" and talk is not None and talk.other is not None:
        return Act("which-one", names=naming(first=talk.topic, second=talk.other))
    if state.asking is not None:
        return Act("ask-plainer" if state.asking in state.unsure else "ask", state.asking)
    if state.pending == "offer-routine" and state.result is not None:
        routine = plan.routine_for(library.routines, state.result.matches[0])
        return Act(state.pending, names=naming(routine=routine or ""))
    if state.pending == "choose-routine":
        return _list(library, state.listed)
    if state.pending == "which-level" and coach is not None and coach.wanted.routine is not None:
        levels = len(library.routines[coach.wanted.routine].levels)
        return Act(state.pending, numbers={"count": levels})
    if coach is not None and coach.plainer:
        return Act(f"{state.pending}-plainer")
    if state.pending == "safety-clearance" and _is_denied(library, state, "quinolone-antibiotic"):
        return Act("safety-clearance-rest")
    return Act(state.pending)


def _is_denied(library: Library, state: State, id: str) -> bool:
    return known_from(library, state.given).get(id) is Answer.NO


def _list(library: Library, listed: int) -> Act:
    """The last routines that were named, of those that are listed so far."""
    begun = (listed - 1) // LISTED_AT_ONCE * LISTED_AT_ONCE
    names = tuple(Named(id) for id in list(library.routines)[begun:listed])
    more = listed < len(library.routines)
    return Act("choose-routine" if more else "choose-routine-end", names={"routines": names})
