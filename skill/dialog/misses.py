"""What was not understood, and grave words of no known danger."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.check import check, opening, result
from skill.dialog.reply import Act, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import MOST_MISSES, State
from skill.dialog.workout import beginning
from skill.interview.interview import Knowledge
from skill.library.types import Care


def not_understood(knowledge: Knowledge, state: State) -> Reply:
    """First rephrase, then explain more, then offer to go on or to end. Nothing is lost."""
    if state.pending == "open-question":
        return check.go_on(knowledge, state).after(Act("step-by-step"))
    misses = state.misses + 1
    if state.pending == "repeat-offer" and state.result and misses == MOST_MISSES:
        again = result.say_again(knowledge, state, state.result)
        return again.after(Act("missed-twice-offer"))
    if state.result is not None and misses == MOST_MISSES:
        return result.close(knowledge, state, state.result)
    in_the_check = state.asking is not None or state.pending == "skip-offer"
    if not in_the_check and misses == MOST_MISSES:
        return result.leave(knowledge, state)
    if misses == MOST_MISSES:
        return question.offer_to_go_on(state).after(Act("missed-often"))
    if state.asking is not None and misses > 1:
        return check.go_on_after_misses(knowledge, state)
    act = Act("missed-once" if misses == 1 else "missed-twice-offer")
    return question.pending(knowledge, replace(state, misses=misses)).after(act)


Grave = Literal["call-help", "emergency", "passes-blood"]
"""Grave words that no question is about: help, an emergency, blood in what somebody passes."""
GRAVE: dict[Grave, Statement] = {
    "call-help": "cannot-call",
    "emergency": "grave-words",
    "passes-blood": "passes-blood",
}


def _is_emergency(state: State) -> bool:
    told = state.result if state.workout is None else None
    return told is not None and told.care is Care.EMERGENCY


def tell_what_is_grave(knowledge: Knowledge, state: State | None, what: Grave) -> Reply:
    """Grave words that no question is about: what to do now, and on where it was.

    The skill cannot call, and says so. Nothing is coached any more in this session.
    """
    if state is not None and what == "emergency" and _is_emergency(state):
        return result.stand_by(knowledge, state)  # It is told to be one.
    said = Act(GRAVE[what])
    if state is None:
        begun = opening.start_check(knowledge, None, None)
        return replace(begun, state=replace(begun.state, resting=True)).after(said)
    if state.workout is not None:
        return beginning.put_off(knowledge, state).after(said)
    return question.pending(knowledge, replace(state, resting=True, stopped=None)).after(said)
