"""The one way through: state and event → reply.

Every state answers every event: what a scene does not take goes to `anywhere`.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import anywhere, check, opening, result, topics
from skill.dialog.events import Answered, Asked, Described, Event, Launch, Said
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.interview.knowledge import Knowledge


def step(knowledge: Knowledge, state: State | None, event: Event) -> Reply:
    """What to say to an event in a state; `state` is None where no conversation is open."""
    return _settled(_replied(knowledge, state, event))


def _settled(reply: Reply) -> Reply:
    """What was unclear is forgotten once something else is open."""
    after = reply.state
    if after is None or after.talk is None or after.talk.other is None:
        return reply
    if after.pending == "which-one":
        return reply
    return Reply(reply.acts, replace(after, talk=None), reply.result)


def _replied(knowledge: Knowledge, state: State | None, event: Event) -> Reply:
    if isinstance(event, Launch):
        return opening.launch(knowledge, state)
    if isinstance(event, Said):
        return anywhere.said(knowledge, state, event)
    if isinstance(event, Described):
        return check.described(knowledge, state or opening.FRESH, event)
    if isinstance(event, Asked):
        return topics.asked(knowledge, state, event)
    if state is None:
        return opening.launch(knowledge, state)
    return _answered(knowledge, state, event)


def _answered(knowledge: Knowledge, state: State, event: Answered) -> Reply:
    match state.pending:
        case "question":
            return check.answered(knowledge, state, event.grade)
        case "open-question":
            return check.answered_openly(knowledge, state)
        case "go-on" | "offer-check":
            return opening.offer_answered(knowledge, state, event.grade)
        case "more-offer" | "check-offer" | "which-one":
            return topics.offer_answered(knowledge, state, event.grade)
        case "why-offer" | "until-offer" | "repeat-offer":
            return result.offer_answered(knowledge, state, event.grade)
