"""What is said to the offer to tell why: an agreement that leads, beside "I don't understand"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.heard import Heard
from skill.understanding.reading.reading import Reading

TO_EXPLAIN = "why-offer"
"""The question whether somebody would like to hear why."""

UNCLEAR = frozenset({"repeat", "help"})
"""What "I don't understand" asks for by itself."""


def agreed(reading: Reading, heard: Heard) -> Heard:
    """What was heard, as a yes where that leads: "please do, I don't understand it"."""
    if reading.context.question != TO_EXPLAIN or heard.command not in UNCLEAR:
        return heard
    if not reading.sentence.reach(0, "<agrees-first>"):
        return heard
    return replace(heard, answer="yes", command=None, practical=None)
