"""How a conversation begins, and how it goes on after something came between."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import again, check, result
from skill.dialog.acts import Act
from skill.dialog.events import Side
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.interview.knowledge import Knowledge
from skill.library.types import YESES, Answer, Care

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
    return Reply((*still_holds(knowledge, state), Act("welcome-again")), fresh(state))


def start_check(knowledge: Knowledge, state: State | None, side: Side | None) -> Reply:
    """Begin the check without the welcome; who has just heard the safety words is spared them."""
    holds = still_holds(knowledge, state)
    opened = "start-again" if holds or _heard_the_safety_words(state) else "start"
    begun = check.with_side(fresh(state), side)
    return Reply((*holds, *check.side_noted(side), Act(opened)), begun)


def still_holds(knowledge: Knowledge, state: State | None) -> tuple[Act, ...]:
    """What was told to be urgent holds until it was asked again, whatever is begun anew."""
    flags = knowledge.library.red_flags
    urgent = [
        id
        for id in (state.alarms if state else ())
        if id in flags and flags[id].care.rank >= Care.SAME_DAY.rank
    ]
    if not urgent:
        return ()
    gravest = max((flags[id].care for id in urgent), key=lambda care: care.rank)
    return (Act(f"still-holds-{gravest.replace('_', '-')}"),)


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
