"""What the skill is told to do."""

from __future__ import annotations

from skill.understanding.matching import Match, within
from skill.understanding.reading import Reading

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


def command(reading: Reading) -> Match | None:
    """The command with the most words; of equals the last, as people correct themselves.

    Words inside of a longer finding ("it goes away when I stop") command nothing.
    """
    longer = reading.of("finding", "harmless")
    told = [m for m in reading.of(*_KINDS[reading.context.talk]) if not within(m, longer)]
    return max(told, key=lambda m: (m.end - m.start, m.start), default=None)
