"""The word of a question that is taken up and turned round: "cold? warm as toast"."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match
from skill.understanding.reading.reading import Reading

OPPOSITES = ("<its-opposite>", "<well-as>")
"""Classes of words of what is well, or that turn round the word before them."""

BARE, NEAR = 2, 5
"""Words that are taken up, and from there to what it is instead, at most."""
TAKEN_UP = ("<exclaims>", "<no-word>", "<no>")
"""Classes of words before a word that is taken up."""


def is_turned_round(reading: Reading, own: list[Match]) -> bool:
    """Whether the word of the question is taken up, and what it is instead follows: "cold? warm as
    toast", "black, my dear, it's pink". Behind a contrast, or joined to it, it is no opposite.
    """
    sentence = reading.sentence
    if reading.items is not None or sentence.has("<yes-word>", range(len(sentence))):
        return False
    first = min(m.start for m in own)
    if sentence.has("<contrast>", range(first, len(sentence))):
        return False
    named = min(m.end for m in own if m.start == first)
    if (
        named - first > BARE
        or first in sentence.denies
        or not all(sentence.is_one_of(at, TAKEN_UP) for at in range(first))
    ):
        return False
    brief = [m for m in own if m.kind == "finding" or m.end - m.start <= BARE + 1]
    said = {first, *(at for m in brief for at in range(m.start, m.end))}
    for at in range(first + 1, min(named + NEAR, len(sentence))):
        joined = sentence.reach(at + 1, "<joins>")  # "Rolled it good and proper."
        if at not in said and not joined and sentence.is_one_of(at, OPPOSITES):
            return True
        if sentence.is_one_of(at, ("<contrast>", "<joins>")) or at in sentence.denies:
            return False
    return False
