"""An offer after a result that somebody passes over twice: it is not made a third time."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.events import Event, Said
from skill.dialog.reply import Asking, Reply
from skill.dialog.state import Pending, State
from skill.interview.interview import Knowledge

OFFERS: frozenset[Pending] = frozenset({"why-offer", "until-offer", "offer-routine"})
"""What is offered after a result: why it was named, what to do for now, a routine."""

MOST_PASSED = 2
"""Who has passed over an offer so often, and asked or told something else, is left with it."""

HEARS_IT_AGAIN = frozenset({"repeat", "help", "volume", "unheard", "not-understood"})
"""What is said by somebody who may not have heard the offer."""


def settle(knowledge: Knowledge, before: State | None, event: Event, reply: Reply) -> Reply:
    """The reply, with the open question what else there is where its offer was passed over."""
    if not isinstance(reply, Asking) or before is None:
        return reply
    after = reply.state
    if reply.result is not None and after.result != before.result:
        return reply  # What is offered is of another result.
    if event == Said("other-body-part"):
        return let_go(knowledge, reply)  # What is offered is for the part that was checked.
    again = after.pending in OFFERS and after.pending == before.pending
    if not again or after.result is None:
        return replace(reply, state=replace(after, passed=0)) if after.passed else reply
    if isinstance(event, Said) and event.what in HEARS_IT_AGAIN:
        return reply
    passed = before.passed + 1
    if passed < MOST_PASSED:
        return replace(reply, state=replace(after, passed=passed))
    return let_go(knowledge, reply)


def let_go(knowledge: Knowledge, reply: Asking) -> Asking:
    """The reply with the open question what else there is in place of its offer."""
    if reply.state.pending not in OFFERS:
        return reply
    asked = question.pending(knowledge, replace(reply.state, pending="what-else", passed=0))
    return replace(reply, question=asked.question, state=asked.state)
