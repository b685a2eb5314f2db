"""What is said to a question of the check in place of an answer, where nothing else is heard."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.understanding.grammar.polarity import PLACES
from skill.understanding.heard import AnswerHeard, Heard
from skill.understanding.notes import Notes
from skill.understanding.reading.reading import Reading
from skill.understanding.topics.topics import longest

UNANSWERED = "unanswered"
"""The kind of what answers nothing: to be asked the one before, or no more, or why."""

ANSWERED_BY = "unanswered-by"
"""The kind of wide words that answer a question for what is so or not."""

OF_ONE_SIDE = frozenset({"calf-swollen-or-warm", "clot-signs", "both-sides"})
"""Questions to which the other leg is no "no"."""

OF_THE_TALK = "of-the-talk"
"""The mark of a whole sentence that is of the talk: "you're worse than my mother in law"."""

ELSEWHERE = "command-elsewhere"
"""The kind of what a speaker is asked for, and no coach: "set a timer for the eggs"."""

NOT_THERE = "not-there"
"""The words by which what is asked about is not there."""

ANSWERS: Mapping[str, AnswerHeard] = {
    NOT_THERE: "no",
    "cannot-tell": "not_sure",
    "at-times": "kind_of",
    "at-one-time": "only_when",
}
"""The answers that such words give; a plain yes is none of them."""

CHECK = "check"
"""The kind of talk in which it is listened for."""

EMERGENCY = "emergency"
"""The kind of talk in which whatever is asked for may be help."""


def unanswered(reading: Reading, heard: Heard) -> Heard:
    """The same, with the command that its words give where they tell nothing at all.

    The words are wide ("get to the next"), so an answer, a finding and any other command go before.
    """
    if reading.context.talk != CHECK or reading.asides or not _tells_nothing(heard):
        return heard
    answers = reading.of(ANSWERED_BY) if reading.context.asks_yes_or_no else []
    if reading.context.question in OF_ONE_SIDE or reading.context.alarm_is_no:
        answers = [m for m in answers if m.id != NOT_THERE]
    told = longest(answers) if not heard.asks else None
    found = longest(reading.of(UNANSWERED))
    notes = Notes(reading.sentence)
    if told is not None and (found is None or told.end - told.start > found.end - found.start):
        notes.add("answer", told)
        heard = replace(heard, answer=ANSWERS[told.id])
    elif found is not None:
        heard = replace(heard, command=notes.name("command", found))
    return replace(heard, origin={**heard.origin, **notes.origin})


def is_of_the_talk(reading: Reading) -> bool:
    """Whether a whole sentence at a question of the check tells of the talk, and of no foot."""
    return reading.context.talk == CHECK and reading.has(OF_THE_TALK)


def is_for_another_service(reading: Reading) -> bool:
    """Whether a sentence asks for a timer, music or trivia, and tells nothing of anybody.

    Who is in an emergency asks for help: "phone my daughter".
    """
    asked = reading.of(ELSEWHERE)
    if not asked or reading.of("danger") or reading.context.talk == EMERGENCY:
        return False
    begins = {m.start for m in asked}
    # "Wake me at seven", but where a danger is asked for it tells of a pain that wakes.
    asked_for = reading.context.grave and reading.context.asks_yes_or_no
    told = (m for m in reading.so("finding") if asked_for or m.start not in begins)
    return all(m.id.startswith(PLACES) for m in told)


def _tells_nothing(heard: Heard) -> bool:
    """Whether nothing is heard but that it asks, of what, and how somebody feels about it."""
    bare = replace(
        heard,
        words="",
        origin={},
        asks=False,
        aspect=None,
        feeling=None,
        of_oneself=False,
        own_leg=False,
        person=None if heard.person == "someone_else" else heard.person,
    )
    return bare == Heard()
