"""The word of a question that is taken up: "numb, me?", "cold? warm as toast"."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match
from skill.understanding.reading.reading import Reading

OPPOSITES = ("<its-opposite>", "<well-as>")
"""Classes of words of what is well, or that turn round the word before them."""

BARE, NEAR = 2, 5
"""Words that are taken up, and from there to what it is instead, at most."""
BEFORE_IT = ("<exclaims>", "<no-word>", "<no>")
"""Classes of words before a word that is taken up and turned round."""

BESIDE_IT = (*BEFORE_IT, "<own>", "<it-word>", "<be>", "<light>")
"""Classes of words beside a word that is only taken up: "numb, me?"."""

MOST_TAKEN_UP = 4
"""Words that take up what is asked, at most."""


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
        or not all(sentence.is_one_of(at, BEFORE_IT) for at in range(first))
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


def is_taken_up(reading: Reading, at: int) -> bool:
    """Whether the words before one, which are few, only take up the word of the question."""
    sentence = reading.sentence
    if at > MOST_TAKEN_UP:
        return False
    asked = reading.context.asked
    kinds = ("finding", "item", f"at-{reading.context.question}")
    named = {
        k
        for m in reading.found
        if m.end <= at and (m.id in asked or m.kind in kinds)
        for k in range(m.start, m.end)
    }
    free = [k for k in range(at) if k not in named]
    return all(sentence.is_one_of(k, BESIDE_IT) for k in free)
