"""What holds for every reply, whatever was said in whatever state."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import msgspec
from msgspec.structs import replace

from skill.dialog.attributes import to_attributes
from skill.dialog.events import Answered, Described, Event
from skill.dialog.reply import Question, Reply
from skill.dialog.state import State
from skill.interview import onset
from skill.interview.answers import evidence_from, known_from
from skill.interview.interview import HOW_IT_BEGAN
from skill.interview.matching import HEARD_AT_LEAST, MOST_QUESTIONS, QUESTION_BUDGET
from skill.library.speech_length import MOST_OF_INTERVAL, spoken_seconds
from skill.library.types import Answers, Care
from skill.voice.apla import document
from skill.voice.parts import Part, total
from skill.voice.speak import Speech
from skill.voice.ssml import LONGEST_BREAK, MOST_CHARACTERS, ssml, text_ssml
from tests.slow.walk import state_rules
from tests.slow.walk.flag_rules import BEGUN_ANEW, clears_flags_by_a_plain_no_alone
from tests.slow.walk.knowledge import KNOWLEDGE, LIBRARY, URGENT, spoken

QUESTION_SECONDS = 10
ASIDE_SECONDS = 18
"""With something said before it that the person brought up: spoken back, or explained."""
FIRST_AID_SECONDS = 20
"""With first aid before it, and that a set stops: both are to be done at once."""
WELCOME_SECONDS = 12

OF_THE_BEGINNING = frozenset({"how-it-began-and-goes", "how-it-began-only", "how-long-ago"})
"""The open question about the beginning, without what was told of it already."""
ASKING_ACTS = OF_THE_BEGINNING | {"ask", "ask-otherwise", "ask-plainer", "ask-to-confirm"}


COACHED = {
    condition
    for routine in LIBRARY.routines.values()
    if not routine.clinician_first
    for condition in routine.fits
}
MOST_SECONDS = 240

_heard: set[tuple[bytes, bool, bool]] = set()
"""The acts whose words were listened to already: the same acts sound the same."""
_played: set[bytes] = set()
"""The acts whose sets were held to the clock already."""
_unhurried: set[Part] = set()
"""The parts of sets that were found to be said within their time: sets share most of them."""


def check(before: State | None, event: Event, reply: Reply) -> None:
    """Hold one reply against all rules."""
    _sounds_right(event, reply)
    _tells_care_exactly_once(reply)
    _asks_nothing_twice(before, event, reply)
    clears_flags_by_a_plain_no_alone(before, event, reply)
    if reply.state is not None:
        state_rules.check(reply.state)


def _sounds_right(event: Event, reply: Reply) -> None:
    """Whatever was not listened to yet, in every phrasing."""
    acts = msgspec.json.encode(reply.acts)
    sound = (acts, reply.state is None, isinstance(event, Answered))
    is_new = sound not in _heard
    plays = reply.state is not None and acts not in _played and any(a.cues for a in reply.said)
    if not is_new and not plays:
        return
    for speech in spoken(reply):
        written = ssml(speech.parts)
        if is_new:
            _speaks_validly(event, reply, speech, written)
        if plays:
            _plays_what_it_says(reply, speech, written)
    _heard.add(sound)
    if plays:
        _played.add(acts)


def _speaks_validly(event: Event, reply: Reply, speech: Speech, written: str) -> None:
    """A question with a reprompt and an open session, or neither; within every limit."""
    _is_well_formed(written)
    asks = speech.text.rstrip().endswith("?")
    is_open = reply.state is not None
    assert asks == is_open, f"open={is_open}, but says: {speech.text}"
    assert (speech.reprompt is not None) == is_open
    if speech.reprompt is not None:
        assert speech.reprompt != speech.text
        _is_well_formed(text_ssml(speech.reprompt))
    _is_short_enough(event, reply, speech)


def _is_well_formed(text: str) -> None:
    assert len(text) <= MOST_CHARACTERS
    assert "{" not in text
    assert ElementTree.fromstring(text).tag == "speak"


def _is_short_enough(event: Event, reply: Reply, speech: Speech) -> None:
    seconds = spoken_seconds(speech.text)
    last = str(reply.acts[-1].id)
    is_aside = not isinstance(event, Answered) or reply.acts[0].id == "answer"
    most = ASIDE_SECONDS if is_aside else QUESTION_SECONDS
    if any(act.id.startswith("danger-stop") for act in reply.acts[1:]):
        most = FIRST_AID_SECONDS
    if last in ASKING_ACTS:
        assert seconds <= most, f"{seconds:.1f} s: {speech.text}"
    if last == "welcome":
        assert seconds <= WELCOME_SECONDS, f"{seconds:.1f} s: {speech.text}"


def _plays_what_it_says(reply: Reply, speech: Speech, written: str) -> None:
    """Exact intervals, none cut short by its words, and all of it within Alexa's limits."""
    assert reply.state is not None
    assert total(speech.parts) <= MOST_SECONDS, f"{total(speech.parts)} s: {speech.text}"
    assert sum(part.lasts for part in speech.parts if part.seconds is None) <= QUESTION_SECONDS
    for part in {*speech.parts} - _unhurried:
        if part.seconds is not None:
            assert spoken_seconds(part.text) <= MOST_OF_INTERVAL * part.seconds + 0.05, part
        _unhurried.add(part)
    attributes = json.dumps(to_attributes(reply.state))
    sound = json.dumps(document(speech.parts))
    assert len(sound.encode()) + len(attributes.encode()) + 1_000 <= state_rules.MOST_BYTES
    for pause in re.findall(r'time="([0-9]+)ms"', written):
        assert int(pause) <= LONGEST_BREAK


CARES = {f"care-{care.replace('_', '-')}" for care in Care}


BY_AMBULANCE = "care-ambulance"
"""The level of an emergency whose way there is an ambulance alone."""


def _in_full(reply: Reply) -> list[str]:
    """The levels of care that a reply says in full."""
    return [act.id for act in reply.acts if act.id.startswith("care-")]


def _tells_care_exactly_once(reply: Reply) -> None:
    """The reply that tells a result says one level of care, and only that reply does.

    Told again it is said in short.
    """
    told = reply.result
    said = (act.id.replace("again-", "care-", 1) for act in reply.acts)
    cares = [id for id in said if id in {*CARES, BY_AMBULANCE}] if told else _in_full(reply)
    if told is not None and cares == [BY_AMBULANCE]:
        assert any(LIBRARY.red_flags[id].by_ambulance for id in told.flags)
        cares = ["care-emergency"]
    assert cares == ([f"care-{told.care.replace('_', '-')}"] if told else [])
    if told is None:
        return
    if told.exercise_offered:
        assert told.care is Care.SELF_CARE
        assert told.matches[0] in COACHED
    assert len(told.matches) <= 2
    if told.care in URGENT:
        assert told.matches == ()


def _rests_of(id: str) -> tuple[Question, ...]:
    """The questions for what is left of a gate, once one of its parts is known."""
    gate = LIBRARY.gates.get(id)
    return tuple(Question("ask", f"{id}/{part}") for part in (gate.once_known if gate else ()))


def _asks_nothing_twice(before: State | None, event: Event, reply: Reply) -> None:
    """Nothing is asked that was answered; a question is put again only where it was left open."""
    state = reply.state
    if state is None or state.asking is None or reply.acts[0].id in BEGUN_ANEW:
        return
    id = state.asking
    known = known_from(LIBRARY, state.given)
    is_alarm = id in state.alarms and id not in state.given
    assert id not in known or is_alarm, f"asks {id}, which is known"
    assert [act for act in reply.acts if act.id in ASKING_ACTS] == [reply.acts[-1]]
    asked = before.asked if before is not None else ()
    if id not in asked:
        assert state.asked[-1] == id
        if reply.acts[0].id != "once-more":  # What was put right is asked whatever was before.
            _is_within_the_budget(id, state.asked[:-1], state.given)
        asks_the_rest = id == HOW_IT_BEGAN and reply.acts[-1].id in OF_THE_BEGINNING
        asks_the_rest = asks_the_rest or reply.acts[-1] in _rests_of(id)
        makes_sure = is_alarm and reply.acts[-1] == Question("ask-to-confirm", id)
        assert asks_the_rest or makes_sure or reply.acts[-1] == Question("ask", id)
        return
    assert before is not None
    told_again = isinstance(event, Described) and id in event.present
    if isinstance(event, Answered | Described) and not told_again and not is_alarm:
        assert id not in known_from(LIBRARY, before.given), f"goes back to {id} unasked"
    if isinstance(event, Answered) and before.asking == id:
        assert id not in before.unsure, f"asks {id} in plainer words twice"
        plainer = (replace(rest, id="ask-plainer") for rest in _rests_of(id))
        assert reply.acts[-1] in (Question("ask-plainer", id), *plainer)


def _is_within_the_budget(id: str, asked: tuple[str, ...], given: Answers) -> None:
    """A matching question beyond the budget only where too little was heard, and never many."""
    if id not in KNOWLEDGE.plan.for_matching:
        return
    evidence = evidence_from(LIBRARY, given).keys() - onset.FINDINGS
    heard = len(KNOWLEDGE.plan.for_matching & evidence)
    assert len(asked) < MOST_QUESTIONS
    assert len(asked) < QUESTION_BUDGET or heard < HEARD_AT_LEAST
