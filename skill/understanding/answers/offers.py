"""What is said to an offer after a result: an agreement that leads, beside "I don't understand";
a no that leads, beside "I get it".
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.heard import Heard
from skill.understanding.reading.reading import Reading

TO_EXPLAIN = "why-offer"
"""The question whether somebody would like to hear why."""

AFTER_A_RESULT = frozenset({TO_EXPLAIN, "until-offer", "offer-routine"})
"""What is offered after a result, and turned down or taken beside anything."""

GOES_ON = frozenset({"ready", "resume"})
"""What "I get it" is by itself, and not behind a no: "no, I know"."""

UNCLEAR = frozenset({"repeat", "help"})
"""What "I don't understand" asks for by itself."""


def agreed(reading: Reading, heard: Heard) -> Heard:
    """What was heard, as a yes or no where that leads: "please do, I don't understand it"."""
    if reading.context.question in AFTER_A_RESULT and heard.command in GOES_ON:
        turned_down = reading.sentence.reach(0, "<no-word>")
        return replace(heard, answer="no", command=None) if turned_down else heard
    if reading.context.question != TO_EXPLAIN or heard.command not in UNCLEAR:
        return heard
    if not reading.sentence.reach(0, "<agrees-first>"):
        return heard
    return replace(heard, answer="yes", command=None, practical=None)
