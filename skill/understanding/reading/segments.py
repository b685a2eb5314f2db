"""The parts of a sentence, finer than its clauses: a "no" between two of them is one of its own."""

from __future__ import annotations

from itertools import pairwise

from skill.understanding.grammar.sentence import Sentence

LONGEST = 4
"""Words that lead to what there is not, at most."""


def segments(sentence: Sentence) -> list[range]:
    """The parts of a sentence in order: a clause, a denial, or what stands between two of these."""
    starts = {0, *sentence.hard}
    starts.update(at for at in range(1, len(sentence)) if _begins(sentence, at))
    return [range(first, after) for first, after in pairwise([*sorted(starts), len(sentence)])]


def _begins(sentence: Sentence, at: int) -> bool:
    joins = sentence.reach(at, "<joins>")
    if sentence.reach(at, "<contrast>") or joins > 1:
        return True
    if joins and sentence.is_one_of(at, ("<and>", "<or>")):
        return denies_anew(sentence, at + 1) or bool(sentence.reach(at + 1, "<verb>"))
    denied = denies_anew(sentence, at) or _is_well(sentence, at)
    return bool(joins) or denied or _acts(sentence, at) or _is_only_this(sentence, at)


def denies_anew(sentence: Sentence, at: int) -> bool:
    """Whether a denial begins at a word that nothing before it leads to: "no", "neither", but not
    "has no feeling" and "isn't numb".
    """
    if not (at in sentence.denies or sentence.reach(at, "<no-word>")) or at >= len(sentence):
        return False
    return not (
        sentence.ends(at, "<leads-to-no>", LONGEST)
        or sentence.ends(at, "<aux>", 1)
        or sentence.ends(at, "<subject>", LONGEST)
    )


def _is_well(sentence: Sentence, at: int) -> bool:
    """Whether it is said from a word on that a part is well: "foot's fine", "my breath is good"."""
    length = sentence.reach(at, "<bare-subject>") or sentence.reach(at, "<subject>")
    if not length or sentence.is_one_of(at - 1, ("<own>", "<determiner>", "<under>")):
        return False
    return sentence.is_one_of(at + length, ("<well-behind>", "<fine-behind>"))


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether what somebody did follows on a denial: "not feverish, had chills in May"."""
    if not sentence.reach(at, "<acts>") or sentence.ends(at, "<subject>", LONGEST):
        return False
    return at - 1 not in sentence.denies and not sentence.is_one_of(
        at - 1, ("<light>", "<adverb>", "<aux>", "<under>")
    )


def _is_only_this(sentence: Sentence, at: int) -> bool:
    """Whether an "only" says what there is instead, behind a denial: "neither, only my inhaler"."""
    if not sentence.reach(at, "<nothing-but>"):
        return False
    denied = sentence.reach(at - 1, "<no-word>") or sentence.ends(at, "<says-all>", LONGEST)
    return bool(denied or sentence.reach(at - 1, "<so-well>"))
