"""What the skill is told to do."""

from __future__ import annotations

from skill.understanding.heard import Context
from skill.understanding.matching import Match, Sentence

_KINDS = {
    "launch": ("command", "command-idle"),
    "check": ("command", "command-check"),
    "result": ("command", "command-idle", "command-result"),
    "topic": ("command", "command-idle", "command-result"),
    "emergency": ("command",),
    "before-exercise": ("command", "command-check"),
    "set-up": ("command", "command-set"),
    "set": ("command", "command-set"),
    "rest": ("command", "command-set"),
    "pain": ("command", "command-set"),
}
"""Kinds of command patterns that count in each kind of talk."""


def command(sentence: Sentence, found: list[Match], context: Context) -> Match | None:
    """The command with the most words; of equals the last, as people correct themselves."""
    kinds = _KINDS[context.talk]
    told = [m for m in found if m.kind in kinds]
    wholes = [m for m in found if m.kind in ("finding", "harmless")]
    told = [
        m
        for m in told
        if not any(
            w.start <= m.start and m.end <= w.end and w.end - w.start > m.end - m.start
            for w in wholes
        )
    ]
    return max(told, key=lambda m: (m.end - m.start, m.start), default=None)
