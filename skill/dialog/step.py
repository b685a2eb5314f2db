"""The one way through: state and event → reply.

Every state answers every event: what a scene does not take goes to `anywhere`.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import (
    anywhere,
    before,
    check,
    during,
    exercise,
    opening,
    reach,
    result,
    topics,
)
from skill.dialog.anywhere import YES_OR_NO
from skill.dialog.events import (
    Answered,
    Asked,
    Counted,
    Described,
    Event,
    Launch,
    Said,
    Signed,
    Wants,
)
from skill.dialog.reply import Reply
from skill.dialog.state import EXERCISING, SCREENING, State
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer


def step(
    knowledge: Knowledge, state: State | None, event: Event, now: float | None = None
) -> Reply:
    """What to say to an event in a state; `state` is None where no conversation is open.

    `now` is when it happened, in seconds since 1970: it tells how far a set has been played.
    """
    # What a device could not play was heard by nobody, however late it reports.
    heard_until = None if event == Said("unheard") else now
    found = exercise.stopped(knowledge.library, state, heard_until) if state else None
    return _settled(_replied(knowledge, found, event))


def _settled(reply: Reply) -> Reply:
    """What was unclear, and which routines were told, is forgotten once something else is open."""
    after = reply.state
    if after is None or after.pending == "which-one":
        return reply
    if after.talk is not None and after.talk.other is not None:
        after = replace(after, talk=None)
    if after.listed and after.pending != "choose-routine":
        after = replace(after, listed=0)
    return Reply(reply.acts, after, reply.result)


def _replied(knowledge: Knowledge, state: State | None, event: Event) -> Reply:
    if state is not None and state.coach is not None:
        reply = _coached(knowledge, state, event)
        if reply is not None:
            return reply
    if isinstance(event, Launch):
        return opening.launch(knowledge, state)
    if isinstance(event, Asked):
        return topics.asked(knowledge, state, event)
    if isinstance(event, Wants):
        return reach.wanted(knowledge, state, event)
    if isinstance(event, Described):
        return check.described(knowledge, state or opening.FRESH, event)
    if isinstance(event, Signed):
        return _signed(knowledge, state, event)
    if isinstance(event, Said):
        if event.what in {"ready", "resume"} and state is not None and state.pending in YES_OR_NO:
            return _answered(knowledge, state, Answered(Answer.YES))
        return anywhere.said(knowledge, state, event)
    if state is None:
        return opening.launch(knowledge, state)
    if isinstance(event, Counted):
        return _counted(knowledge, state, event)
    return _answered(knowledge, state, event)


def _coached(knowledge: Knowledge, state: State, event: Event) -> Reply | None:
    """In a session, and in the questions before it; also where one of two topics is meant."""
    if state.pending == "which-one":
        if isinstance(event, Answered | Asked):
            return None
        state = topics.uncovered(state) or state
    if state.pending in SCREENING:
        return before.heard(knowledge, state, event)
    if state.pending in EXERCISING:
        return during.heard(knowledge, state, event)
    return None


SEVERE = range(7, 11)
"""Pain of zero to ten that counts as severe: by general knowledge, of the numeric rating scale."""


def _counted(knowledge: Knowledge, state: State, event: Counted) -> Reply:
    """A number while the check asks about severity tells of it; elsewhere it tells nothing."""
    if state.pending in {"question", "open-question"} and event.number in SEVERE:
        return check.described(knowledge, state, Described(("severe-pain",)))
    return anywhere.said(knowledge, state, Said("not-understood"))


def _signed(knowledge: Knowledge, state: State | None, event: Signed) -> Reply:
    """A stop sign without an exercise: what it means is taken, else the check begins."""
    raises = knowledge.library.stop_signs[event.sign].raises
    if raises is None:
        return anywhere.said(knowledge, state, Said("start-check"))
    return check.described(knowledge, state or opening.FRESH, Described((raises,)))


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
        case "offer-routine":
            return reach.offer_answered(knowledge, state, event.grade)
        case "choose-routine":
            return reach.choice_answered(knowledge, state, event.grade)
        case "why-offer" | "until-offer" | "repeat-offer":
            return result.offer_answered(knowledge, state, event.grade)
    raise AssertionError(f"{state.pending} is answered in a session")
