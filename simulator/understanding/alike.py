"""Which stored question is most like one that nobody stored, by the words that carry its meaning.

Like Amazon's language understanding it does not want the words of a sample: "jog" counts as "run",
"how soon" as "when", and words that most questions share count for little.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from simulator.understanding.hearing import hear, key
from simulator.understanding.listening import habits
from simulator.understanding.phrases import Phrases

T = TypeVar("T")
Keys = tuple[str, ...]

_SHORTEST_STEM = 3
_LEAST = 0.2


class Likeness(NamedTuple, Generic[T]):
    """What is stored with the question that is most alike, and how alike it is, from 0 to 1."""

    what: T
    score: float


class Stored(Generic[T]):
    """Questions, each with what it is stored for. It does not change."""

    def __init__(self, questions: Iterable[tuple[Keys, T]]) -> None:
        """`questions` as keys; of those that mean the same, the most common use counts."""
        stored: defaultdict[frozenset[str], Counter[T]] = defaultdict(Counter)
        for keys, what in questions:
            stored[meaning_of(keys)][what] += 1
        stored.pop(frozenset(), None)
        self._meanings = {meaning: whats.most_common(1)[0][0] for meaning, whats in stored.items()}
        uses: defaultdict[str, set[T]] = defaultdict(set)
        for meaning, what in self._meanings.items():
            for word in meaning:
                uses[word].add(what)
        many = len(set(self._meanings.values()))
        # A word that is in the questions for everything tells nothing of what is wanted.
        self._weights = {
            word: math.log((many + 1) / len(whats)) + _LEAST for word, whats in uses.items()
        }
        self._unknown = math.log(many + 1) + _LEAST
        self._holding: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        for meaning in self._meanings:
            for word in meaning:
                self._holding[word].append(meaning)

    def most_like(self, keys: Keys) -> Likeness[T] | None:
        """What is stored for the question most like `keys`; None where no word is shared.

        A denial stands in both or in none.
        """
        asked = meaning_of(keys)
        shared: defaultdict[frozenset[str], float] = defaultdict(float)
        for word in asked:
            for meaning in self._holding.get(word, ()):
                shared[meaning] += self._weight(word)
        whole = self._sum(asked)
        scores = {
            meaning: 2 * weight / (whole + self._sum(meaning))
            for meaning, weight in shared.items()
            if _denies(meaning) == _denies(asked)
        }
        if not scores:
            return None
        best = max(scores, key=lambda meaning: (scores[meaning], sorted(meaning)))
        return Likeness(self._meanings[best], scores[best])

    def _weight(self, word: str) -> float:
        return self._weights.get(word, self._unknown)

    def _sum(self, words: Collection[str]) -> float:
        return math.fsum(map(self._weight, words))


def meaning_of(keys: Keys) -> frozenset[str]:
    """The words of `keys` that carry meaning, those that mean the same written as one."""
    found: list[str] = []
    at = 0
    while at < len(keys):
        here = _same().at(keys, at)
        if here:
            found.append(here[-1].value)
            at = here[-1].end
        else:
            found.append(_stem(keys[at]))
            at += 1
    return frozenset(found) - {""}


def _stem(word: str) -> str:
    """`word` without its ending: "stretching" is "stretch", "jogged" is "jog"."""
    if word in _unsaid():
        return ""
    for ending in ("ing", "ed", "er", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


@cache
def _same() -> Phrases:
    """The phrases that mean the same, each standing for the word that they are written as."""
    phrases = Phrases()
    for meaning, ways in habits().same.items():
        for way in ways:
            phrases.add(hear(way).keys, f"={meaning}")
    return phrases


@cache
def _unsaid() -> frozenset[str]:
    return frozenset(map(key, habits().unsaid))


def _denies(meaning: frozenset[str]) -> bool:
    return not meaning.isdisjoint(habits().denials)
