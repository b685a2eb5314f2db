"""How a conversation begins, and how it goes on after something came between."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import again, check, result
from skill.dialog.acts import Act
from skill.dialog.events import Side
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.interview.knowledge import Knowledge
from skill.library.types import YESES, Answer

FRESH = State(pending="open-question")


def fresh(state: State | None) -> State:
    """A new conversation in the same session: what it learned of the device stays, and a stop."""
    if state is None:
        return FRESH
    return replace(FRESH, resting=state.resting, without_apla=state.without_apla)


def launch(knowledge: Knowledge, state: State | None) -> Reply:
    """Open the skill: the whole welcome to who comes, a short one to who is here already."""
    if state is None:
        return Reply((Act("welcome"),), FRESH)
    if state.result is None and state.asked:
        return again.pending(knowledge, state).after(Act("still-here"))
    return Reply((Act("welcome-again"),), fresh(state))


def start_check(state: State | None, side: Side | None) -> Reply:
    """Begin the check without the welcome; who has just heard the safety words is spared them."""
    opened = "start-again" if _heard_the_safety_words(state) else "start"
    begun = check.with_side(fresh(state), side)
    return Reply((*check.side_noted(side), Act(opened)), begun)


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
        return check.go_on(knowledge, state) if state.given else start_check(state, state.side)
    return check.resume(knowledge, check.back_to(state, state.asked[-1]))
