"""What is said to a question of the check in place of an answer, where nothing else is heard."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.heard import Heard
from skill.understanding.reading.reading import Reading
from skill.understanding.topics.topics import longest

UNANSWERED = "unanswered"
"""The kind of what answers nothing: to be asked the one before, or no more, or why."""

OF_THE_TALK = "of-the-talk"
"""The mark of a whole sentence that is of the talk: "you're worse than my mother in law"."""

CHECK = "check"
"""The kind of talk in which it is listened for."""


def unanswered(reading: Reading, heard: Heard) -> Heard:
    """The same, with the command that its words give where they tell nothing at all.

    The words are wide ("get to the next"), so an answer, a finding and any other command go before.
    """
    if reading.context.talk != CHECK or not _tells_nothing(heard):
        return heard
    found = longest(reading.of(UNANSWERED))
    if found is None:
        return heard
    words = reading.sentence.origins[found.start : found.end]
    origin = {**heard.origin, "command": tuple(dict.fromkeys(words))}
    return replace(heard, command=found.id.replace("-", "_"), origin=origin)


def is_of_the_talk(reading: Reading) -> bool:
    """Whether a whole sentence at a question of the check tells of the talk, and of no foot."""
    return reading.context.talk == CHECK and reading.has(OF_THE_TALK)


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
