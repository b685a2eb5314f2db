"""How a conversation begins, and how it goes on after something came between."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import again, check, result
from skill.dialog.acts import Act
from skill.dialog.events import Side
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.interview.answers import YESES
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer

FRESH = State(pending="open-question")


def launch(knowledge: Knowledge, state: State | None) -> Reply:
    """Open the skill: the whole welcome to who comes, a short one to who is here already."""
    if state is None:
        return Reply((Act("welcome"),), FRESH)
    if state.result is None and state.asked:
        return again.pending(knowledge, state).after(Act("still-here"))
    return Reply((Act("welcome-again"),), FRESH)


def start_check(state: State | None, side: Side | None) -> Reply:
    """Begin the check without the welcome; who has just heard the safety words is spared them."""
    opened = "start" if state is None else "start-again"
    fresh = replace(FRESH, side=side) if side else FRESH
    return Reply((*check.side_noted(side), Act(opened)), check.with_side(fresh, side))


def offer_answered(knowledge: Knowledge, state: State, grade: Answer) -> Reply:
    """The answer to "shall we go on?" or "is it your ankle?"."""
    if grade not in YESES:
        return result.leave(knowledge, state)
    if not state.asked:
        return check.go_on(knowledge, state) if state.given else start_check(state, state.side)
    return check.resume(knowledge, check.back_to(state, state.asked[-1]))
