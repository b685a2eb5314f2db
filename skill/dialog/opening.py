"""How a conversation begins, and how it goes on after something came between."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from skill.dialog import check, description, question, result
from skill.dialog.events import Side
from skill.dialog.reply import Act, Asking, Question, Reply
from skill.dialog.sayings import Prompt, Statement
from skill.dialog.state import State
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer, Care

STILL_HOLDS: dict[Care | None, Statement] = {
    Care.EMERGENCY: "still-holds-emergency",
    Care.SAME_DAY: "still-holds-same-day",
}

FRESH = State(pending="open-question")
IDLE = State(pending="offer-check")
"""Where nothing is going on, and a check is offered."""


def fresh(state: State | None) -> State:
    """A new conversation in the same session: what it learned of the device stays, and a stop."""
    if state is None:
        return FRESH
    return replace(FRESH, resting=state.resting, without_apla=state.without_apla)


def launch(knowledge: Knowledge, state: State | None) -> Reply:
    """Open the skill: the whole welcome to who comes, a short one to who is here already."""
    if state is None:
        return Asking((), Question("welcome"), FRESH)
    if state.result is None and state.asked:
        return question.pending(knowledge, state).after(Act("still-here"))
    return Asking(still_holds(knowledge, state), Question("welcome-again"), fresh(state))


def start_check(knowledge: Knowledge, state: State | None, side: Side | None) -> Asking:
    """Begin the check without the welcome; who has just heard the safety words is spared them."""
    holds = still_holds(knowledge, state)
    opened: Prompt = "start-again" if holds or _heard_the_safety_words(state) else "start"
    begun = description.with_side(fresh(state), side)
    return Asking((*holds, *description.side_noted(side)), Question(opened), begun)


def leave_exercise(
    knowledge: Knowledge, state: State, what: Literal["start-check", "no-exercise"]
) -> Reply:
    """Back from a session: to the check that was broken off, else to a new one or its offer."""
    left = replace(state, pending="check-offer", asking=None, workout=None, wish=None, misses=0)
    if state.result is None and state.asked:
        lead_in: Statement = "back-to-check" if what == "start-check" else "no-exercise"
        return check.go_on(knowledge, left).after(Act(lead_in))
    if what == "start-check":
        return start_check(knowledge, state, None)
    offered = question.pending(knowledge, replace(left, result=None))
    return offered.after(Act("no-exercise"))


def still_holds(knowledge: Knowledge, state: State | None) -> tuple[Act, ...]:
    """What was told to be urgent holds until it was asked again, whatever is begun anew."""
    flags = knowledge.library.red_flags
    alarms = state.alarms if state else ()
    cares = [flags[id].care for id in alarms if id in flags]
    gravest = max(cares, key=lambda care: care.rank, default=None)
    return (Act(STILL_HOLDS[gravest]),) if gravest in STILL_HOLDS else ()


def _heard_the_safety_words(state: State | None) -> bool:
    """The welcome or the check said them; who only asked something, or exercised, has not."""
    if state is None:
        return False
    return state.pending in {"open-question", "offer-check"} or bool(state.asked)


def offer_answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """The answer to "shall we go on?" or "is it your ankle?"."""
    if grade not in YESES:
        return result.leave(knowledge, state)
    if not state.asked:
        return (
            check.go_on(knowledge, state)
            if state.given
            else start_check(knowledge, state, state.side)
        )
    return check.resume(knowledge, check.back_to(state, state.asked[-1]))
