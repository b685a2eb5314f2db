"""What somebody asks to do now: answered for the level of the result, put off before one."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.answers import care_questions, first_aid, topics
from skill.dialog.care import URGENT, care_of
from skill.dialog.check import description
from skill.dialog.check.result import reasons_of_care
from skill.dialog.events import Asked, Inquired
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import Result, SpokenOf, State
from skill.interview.interview import Knowledge
from skill.library.types import Aspect, Care, Library
from skill.understanding.heard import CALLS_NOW, SETS_OUT

CALLED = "help-called"
"""What is said of help that was called: it is kept, and told what to do until it comes."""

HERE = "help-here"
"""What is said of help that has come, which ends the talk."""

GOES: dict[Care, Statement] = {
    Care.EMERGENCY: "closing-goes-emergency",
    Care.SAME_DAY: "closing-goes-same-day",
    Care.SEE_CLINICIAN: "closing-goes-see-clinician",
    Care.SELF_CARE: "goodbye",
}
"""What is said to whoever is on the way to be seen, or calls there: all but that was told."""
CALLS: dict[Care, Statement] = {**GOES, Care.EMERGENCY: "closing-calls-emergency"}
"""What is said to whoever calls now."""

IN_SHORT = "said-simply"
"""The topic that says it in plain words."""

MEANWHILE = "while-you-wait"
"""The topic that tells what to do until it is seen."""


def answer(knowledge: Knowledge, state: State, event: Inquired) -> Reply:
    """Answer what is asked; what was told beside it comes first where it changes the result."""
    told = state.result
    assert told is not None, "nothing practical is heard before a result"
    if event.told is not None:
        reply = description.take(knowledge, state, event.told)
        after = reply.state
        now = after.result if after is not None else None
        if after is None or now is None or (now.care, now.flags[:1]) != (told.care, told.flags[:1]):
            return reply
        state = replace(state, given=after.given, alarms=after.alarms, result=now)
    if event.topic == HERE:
        return Closing((Act("closing-help-here"),))
    if event.topic in {SETS_OUT, CALLS_NOW} and state.result is not None:
        return _see_off(knowledge, state, state.result, event.topic)
    if event.topic == CALLED:
        state = replace(state, called=True)
    if state.result is not None and state.result.care not in URGENT:
        return topics.answer(knowledge, state, Asked((event.topic,), Aspect.ANSWER))
    asks = MEANWHILE if event.topic == CALLED else event.topic
    topic = _fitting(knowledge.library, state, asks, told.flags)
    talk = SpokenOf(topic, Aspect.ANSWER)
    asked = question.pending(knowledge, replace(state, talk=talk, misses=0))
    lead = [Act(care_questions.WAIT[told.care])] if event.waits else []
    if topic == IN_SHORT and event.asks_what:  # What it is comes before what to do.
        lead += reasons_of_care(knowledge, state, told)
    lead += [Act("help-called")] if event.topic == CALLED else []
    return asked.after(*lead, Act("answer-urgent", f"{topic}/{told.care}"))


def _see_off(knowledge: Knowledge, state: State, told: Result, how: str) -> Reply:
    """Let somebody go who goes to be seen, or calls. Nobody is driven who needs an ambulance."""
    care = care_of(knowledge.library, state, told)
    if how == SETS_OUT and care.id == "care-ambulance":
        return question.pending(knowledge, replace(state, misses=0)).after(care)
    return Closing((Act((GOES if how == SETS_OUT else CALLS)[told.care]),))


def _fitting(library: Library, state: State, asked: str, flags: tuple[str, ...]) -> str:
    """The topic that answers; another where the gravest flag calls for it: a leg is no breath.

    Where no such flag does, what was told may: what bleeds is pressed on.
    """
    others = [(id, topic) for id, topic in library.topics.items() if topic.instead_of == asked]
    grave = [id for id, topic in others if not {*topic.with_flags}.isdisjoint(flags[:1])]
    told = [id for id, topic in others if first_aid.was_told(state, topic.with_told)]
    return next(iter((*grave, *told)), asked)


def tell_too_soon(knowledge: Knowledge, state: State, event: Inquired) -> Reply:
    """Say that only the result tells it, take what was told beside it, and ask on."""
    if event.told is None:
        return question.pending(knowledge, state).after(Act("not-yet"))
    reply = description.take(knowledge, state, event.told)
    after = reply.state
    return reply if after is None or after.result is not None else reply.after(Act("not-yet"))
