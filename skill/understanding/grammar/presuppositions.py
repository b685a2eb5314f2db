"""What is taken for granted, and so is there: "you never asked about the numbness"."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence

_GRANTING = frozenset(
    {"<takes-for-granted>", "<tells-of>", "<granted-behind>", "<until>", "<without>"}
)
LONGEST = 5
"""Words of what takes something for granted, at most."""


def is_presupposed(sentence: Sentence, match: Match) -> bool:
    """Whether a finding is taken for granted, whatever is denied, doubted or asked of it.

    "I don't like the numbness", "he doesn't think the swelling matters", "without the tingling I'd
    be fine". Of "any" of it nothing is taken for granted, nor by "why do you ask about chest pain".
    """
    if sentence.classes.isdisjoint(_GRANTING):
        return False
    at, named = match.start, False
    while sentence.reach(at - 1, "<they>") or sentence.reach(at - 1, "<some-of>"):
        at -= 1
        named = True
    if sentence.reach(at - 1, "<even>"):
        return False
    if sentence.ends(at, "<tells-of>", LONGEST):
        return named or not sentence.ends(at, "<asks-back>", LONGEST)
    if named and sentence.ends(at, "<takes-for-granted>", LONGEST):
        return True
    if named and sentence.reach(match.end, "<granted-behind>"):
        return True
    if named and sentence.reach(at - 1, "<until>"):
        return any(before in sentence.denies for before in range(at - 1))
    return bool(sentence.reach(at - 1, "<without>") and sentence.reach(match.end, "<would>"))
