"""Whether there is not much of what is named: "not very numb", "swollen is a strong word"."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence

LIMITING = ("<contrast>", "<only>", "<unless>")
"""Classes of words that limit a yes to an occasion."""


def is_played_down(sentence: Sentence, match: Match, marks: list[Match]) -> bool:
    """Whether somebody says that there is not much of it, before it or right behind it."""
    if sentence.weakened and _is_weakened(sentence, match):
        return True
    return any(m.id == "overstated" and m.start == match.end for m in marks)


def _is_weakened(sentence: Sentence, match: Match) -> bool:
    """Whether a "not really" stands right before it, light words aside."""
    at = match.start
    if match.kind == "denial" or at in sentence.denies or sentence.reach(at, "<ends-negation>"):
        return False
    while at not in sentence.weakened and at not in sentence.hard:
        at -= 1
        if not (sentence.reach(at, "<light>") or sentence.reach(at, "<adverb>")):
            return False
        if sentence.reach(at, "<ends-negation>"):
            return False  # "Not really, just numb at night."
    return at not in sentence.hard and not sentence.reach(match.end, "<unless>")
