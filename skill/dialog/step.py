"""The one way through: state and event → reply.

Every state answers every event: what a scene does not take goes to `anywhere`.
"""

from __future__ import annotations

from skill.dialog import anywhere, check, opening, result
from skill.dialog.events import Answered, Described, Event, Launch, Said
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.interview.knowledge import Knowledge


def step(knowledge: Knowledge, state: State | None, event: Event) -> Reply:
    """What to say to an event in a state; `state` is None where no conversation is open."""
    if isinstance(event, Launch):
        return opening.launch(knowledge, state)
    if isinstance(event, Said):
        return anywhere.said(knowledge, state, event)
    if isinstance(event, Described):
        return check.described(knowledge, state or opening.FRESH, event)
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
        case "why-offer" | "until-offer" | "repeat-offer":
            return result.offer_answered(knowledge, state, event.grade)
