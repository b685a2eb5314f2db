"""What was tried, and in the next breath that it did no good: "I rested it, and it came back"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match
from skill.understanding.reading.reading import Reading


def outcomes(reading: Reading) -> list[Match]:
    """The findings that what was tried tells together with what came of it.

    The two stand in clauses of their own, one behind the other. In one clause the words of the
    finding itself tell it.
    """
    tried, in_vain = reading.of("tried"), reading.of("in-vain")
    if not tried or not in_vain:
        return []
    return [
        replace(one, kind="finding") for one in tried if _came_to_nothing(reading, one, in_vain)
    ]


def _came_to_nothing(reading: Reading, tried: Match, in_vain: list[Match]) -> bool:
    """Whether the clause behind what was tried begins by telling that it was in vain."""
    sentence = reading.sentence
    if sentence.denies_in(range(clause(sentence, tried.start)[0], tried.start)):
        return False  # "I haven't tried physio, and it's no better."
    after = clause(sentence, tried.start)[1]
    if sentence.reach(after, "<contrast>") and after + 1 in sentence.hard:
        after += 1
    if after >= len(sentence):
        return False
    first, last = clause(sentence, after)
    return any(first <= one.start < last for one in in_vain)
