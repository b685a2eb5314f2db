"""What is asked of the exercise that is on or offered, and how exercises are to be done."""

from __future__ import annotations

from skill.understanding.commands.requests import ORDER
from skill.understanding.grammar.matching import Match, meet
from skill.understanding.reading.postures import RULES_OUT, ruled_out_in
from skill.understanding.reading.reading import Reading
from skill.understanding.reading.side_questions import AT_THE_OFFER, OF_IT, asked_of_side, is_ahead


def set_question(reading: Reading) -> Match | None:
    """What is asked of the exercise, the longest of several; None where nothing is."""
    context, asked = reading.context, reading.of(OF_IT)
    if is_ahead(context):
        asked = [m for m in asked if m.id in AT_THE_OFFER]
    elif not context.coaching or asked_of_side(reading.found):
        return None
    return max(asked, key=lambda m: (m.end - m.start, -m.start), default=None)


def rules_out_first(reading: Reading, told: list[Match]) -> list[Match]:
    """The commands with that by which postures are ruled out, and without those that share words
    with it: "skip the ones on the floor" skips no more than these.
    """
    ruled = ruled_out_in(reading.found, reading.context)
    if not ruled:
        return told
    orders = [Match("command", RULES_OUT, one.start, one.end) for one in ruled]
    return [*orders, *(m for m in told if not any(meet(m, one) for one in ruled))]


def put_first(reading: Reading, told: list[Match]) -> list[Match]:
    """The commands with that of the question, and without those that share words with it.

    "Let's go, when is the one leg stand?" starts no other exercise.
    """
    asked = set_question(reading)
    if asked is None:
        return told
    order = Match("command", ORDER, asked.start, asked.end)
    return [order, *(m for m in told if not meet(m, asked))]
