"""Whether something may go on or has to stop, asked after a result: of what, and how it is put."""

from __future__ import annotations

from msgspec.structs import replace

from skill.library.types import Aspect
from skill.understanding.grammar.matching import Match
from skill.understanding.heard import Command, Heard
from skill.understanding.reading.reading import Reading
from skill.understanding.topics.fields import with_field

TO_STOP = "asks-to-stop"
"""The mark of a question whether something has to stop: "do I have to give up running"."""

OF_HARM = "asks-of-harm"
"""The mark of one whether it does harm, to which a yes is the same: "is it bad to run"."""

TO_GO_ON = "asks-to-go-on"
"""The mark of one whether it may go on, in words that may tell or command something else."""

OPENLY = "asks-openly"
"""The mark of one that a yes or no is no answer to: when, how, or which of two."""

WHAT_ONE_DOES = "spoken-of-doing"
"""The kind of the words of a field of what one does."""

ANY_OF_THEM = frozenset({None, "everyday-life"})
"""What is heard of anything that one does, where nothing is named: "carry on with"."""

NEVER_ASKED = frozenset(
    {"cancel", "stop", "why_ask", "can_wait", "how_to", "skip", "pause", "means_name"}
)
"""Commands that words of such a question may be heard as: "must I cancel work"."""


OF_A_TOPIC: frozenset[Command | None] = frozenset({None, "how_to"})
"""What is commanded where a question is answered by its topic."""


def with_leave(reading: Reading, heard: Heard) -> Heard:
    """The same with what it is asked of, and how the question is put.

    What it is asked of stands behind its first words, and so do words that would tell a trouble
    elsewhere: "will I have to stop playing" tells of no pain. Nothing grave is lost to it.
    """
    if not reading.has(TO_STOP, OF_HARM, TO_GO_ON, OPENLY):
        return heard
    asked = _first(reading)
    if asked is None or heard.danger:
        return _put(reading, heard)
    own = {reading.sentence.origins[at] for at in range(asked.start, asked.end)}
    findings = {
        id: so for id, so in heard.findings.items() if own.isdisjoint(heard.origin.get(id, ()))
    }
    heard = replace(heard, findings=findings, asks=True, asks_name=False)
    does = sorted(reading.of(WHAT_ONE_DOES), key=lambda m: (m.start, -m.end))
    doing = next((m for m in does if m.start >= asked.end), None)
    if doing is None and asked.id != OF_HARM:  # "Leave work out" has it among its words.
        doing = next((m for m in does if m.start > asked.start + 1), None)
    if doing is None:
        return _put(reading, heard)
    command = None if heard.command in NEVER_ASKED else heard.command
    heard = replace(heard, command=command)
    named = heard.topic not in ANY_OF_THEM
    before = min(heard.origin.get("topic", own)) < min(own)
    if named and before:  # "Can I go to the gym, or do I have to keep off the treadmill?"
        return replace(heard, asked="openly")
    if asked.id == TO_STOP or (not named and (heard.topic or asked.id == OF_HARM)):
        beside = own.isdisjoint(heard.origin.get("answer", own))  # "Yeah, do I have to stop?"
        answer = heard.answer if beside else None
        heard = with_field(replace(heard, aspect=None, topic=None), doing)
        heard = replace(heard, answer=heard.answer or answer)
    elif heard.topic is None and heard.aspect == Aspect.CAUSES:
        heard = replace(heard, aspect=None)  # Left to what is spoken of.
    return _put(reading, heard)


def _first(reading: Reading) -> Match | None:
    """The words that ask; those of a stop before others, as they are longer."""
    asked = [m for m in reading.marks if m.id in (TO_STOP, OF_HARM, TO_GO_ON)]
    return min(asked, key=lambda m: (m.id != TO_STOP, m.start, -m.end), default=None)


def as_put(reading: Reading, heard: Heard) -> Heard:
    """The same with how a question for a topic is put, at any time: who is told "only if" when they
    ask whether they have to stop hears the opposite. Questions about an exercise have own answers.
    """
    of_a_topic = heard.topic is not None and heard.command in OF_A_TOPIC
    return _put(reading, heard) if of_a_topic and heard.asked is None else heard


def _put(reading: Reading, heard: Heard) -> Heard:
    """The same with how it is put; two questions in a breath get no one yes or no."""
    if reading.has(OPENLY) or len(heard.topics_asked) > 1:
        return replace(heard, asked="openly")
    return replace(heard, asked="to_stop") if reading.has(TO_STOP, OF_HARM) else heard
