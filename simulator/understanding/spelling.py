"""Names in a keyboard's spelling: "achilies tendonitus"."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from simulator.understanding.hearing import Heard
from simulator.understanding.samples import CompiledModel

_SHORTEST = 5
_LONG = 8


def corrected(heard: Heard, model: CompiledModel) -> Heard:
    """`heard` with every long word that nobody knows as the word of a name that it is nearest to.

    One letter may be wrong, two in a long word; the first one is right.
    """
    return heard._replace(keys=tuple(_nearest(key, model) for key in heard.keys))


def _nearest(key: str, model: CompiledModel) -> str:
    if len(key) < _SHORTEST or key in model.vocabulary:
        return key
    known = [word for word in model.name_words if word[0] == key[0] and len(word) >= _SHORTEST]
    wrong = 2 if len(key) >= _LONG else 1
    found = process.extractOne(key, known, scorer=OSA.distance, score_cutoff=wrong)
    return found[0] if found else key
