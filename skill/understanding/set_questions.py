"""Questions about the exercise that is on or offered: shoes, a hold, how many, where it is felt."""

from __future__ import annotations

from skill.understanding.heard import Context
from skill.understanding.matching import Match, meet
from skill.understanding.reading import Reading
from skill.understanding.side_questions import OF_IT, OFFERED

ORDER = "asks-of-it"
"""The command that such a question is."""


def may_be_asked(context: Context) -> bool:
    """Whether an exercise is on, or a routine is offered."""
    return context.coaching or context.question == OFFERED


def set_question(reading: Reading) -> Match | None:
    """What is asked of the exercise, the longest of several; None where nothing is."""
    if not may_be_asked(reading.context):
        return None
    return max(reading.of(OF_IT), key=lambda m: (m.end - m.start, -m.start), default=None)


def put_first(reading: Reading, told: list[Match]) -> list[Match]:
    """The commands with that of the question, and without those that share words with it.

    "Let's go, when is the one leg stand?" starts no other exercise.
    """
    asked = set_question(reading)
    if asked is None:
        return told
    order = Match("command", ORDER, asked.start, asked.end)
    return [order, *(m for m in told if not meet(m, asked))]
