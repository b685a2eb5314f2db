"""What somebody lacks of what exercises need: "I haven't got a band"."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match, within
from skill.understanding.reading.reading import Reading

LACKS = "no-equipment"
"""The command that words for it make."""
WAITS = "wait"
KINDS = ("command-coached", "command-set")


def lacking(reading: Reading) -> list[Match]:
    """The words that tell of it; "no, step three" names a step of a routine.

    What is only not there yet is fetched: "I haven't got the band out yet".
    """
    told = [one for one in reading.of(*KINDS) if one.id == LACKS]
    if not told:
        return []
    waits = [one for one in reading.of(*KINDS) if one.id == WAITS]
    return [one for one in told if not names_a_step(reading, one) and not within(one, waits)]


def names_a_step(reading: Reading, match: Match) -> bool:
    """Whether the last word counts what follows it, as in "step three"."""
    last = match.end - 1
    counted = any(one.start == match.end for one in reading.numbers)
    return counted and bool(reading.sentence.reach(last, "<step-of>"))
