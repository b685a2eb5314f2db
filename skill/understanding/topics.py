"""What is asked about: a topic and the side of it, an exercise, a routine."""

from __future__ import annotations

from skill.understanding.heard import Context
from skill.understanding.matching import Match, Sentence

ASKS = ("question", "ask", "idle-question")


def longest(found: list[Match], kind: str) -> Match | None:
    """The match of a kind with the most words, the first of equals."""
    of_kind = [m for m in found if m.kind == kind]
    return max(of_kind, key=lambda m: (m.end - m.start, -m.start), default=None)


def topic(sentence: Sentence, found: list[Match], context: Context) -> Match | None:
    """The topic that is asked about; a name in a plain statement asks nothing."""
    best = longest([*found], "topic")
    if best is None:
        return None
    whole = best.end - best.start >= len(sentence) - 1
    asks = any(
        m.kind == "mark" and m.id in ASKS and (m.id != "idle-question" or context.question is None)
        for m in found
    )
    if asks or (whole and (context.question is None or best.end - best.start > 1)):
        return best
    return None
