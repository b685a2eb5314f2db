"""From letters to words: what is left of an utterance once spelling and fillers are out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from simulator.understanding.listening import habits

MOST_WORDS = 60
"""Alexa listens for some seconds; nobody says more in them."""

_OUT_OF_TEN = re.compile(r"\b(\d+) ?/ ?10\b")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*", re.UNICODE)
_QUOTES = str.maketrans("\u2018\u2019\u02bc\u00b4`", "'''''")


class Heard(NamedTuple):
    """An utterance as words.

    `spoken` are the words as they were said; `words` the same written out, without articles;
    `keys` are the words as they are compared (singular and plural alike); `origins` tells for
    each of them the spoken word that it came from.
    """

    spoken: tuple[str, ...]
    words: tuple[str, ...]
    keys: tuple[str, ...]
    origins: tuple[int, ...]

    def said(self, start: int, end: int) -> str:
        """What was spoken for the words from `start` up to `end`."""
        return " ".join(self.spoken[self.origins[start] : self.origins[end - 1] + 1])

    def dropped_before(self, at: int) -> frozenset[str]:
        """The spoken words between the word at `at` and the one before it, which were left out."""
        start = self.origins[at - 1] + 1 if at else 0
        return frozenset(self.spoken[start : self.origins[at]])

    def spoken_after(self, end: int) -> str:
        """The spoken word that comes after the words up to `end`; empty at the end."""
        following = self.origins[end - 1] + 1
        return self.spoken[following] if following < len(self.spoken) else ""


def hear(text: str) -> Heard:
    """`text` as words; no words where there are more than a person says in one go."""
    plain = unicodedata.normalize("NFKC", text[: MOST_WORDS * 40]).translate(_QUOTES).lower()
    spoken = tuple(_WORD.findall(_OUT_OF_TEN.sub(r"\1 out of ten", plain)))
    if len(spoken) > MOST_WORDS:
        spoken = ()
    words: list[str] = []
    origins: list[int] = []
    for index, word in enumerate(spoken):
        for written in _written_out(word):
            if written not in habits().dropped:
                words.append(written)
                origins.append(index)
    return Heard(spoken, tuple(words), tuple(map(key, words)), tuple(origins))


def key(word: str) -> str:
    """The form in which words are compared: "mornings" is "morning", "aches" is "ache"."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def keys_of(phrase: str) -> tuple[str, ...]:
    """The words of `phrase`, which is written out, in the form in which they are compared."""
    return tuple(map(key, phrase.split()))


@cache
def keyed(words: frozenset[str]) -> frozenset[str]:
    """`words` in the form in which they are compared."""
    return frozenset(map(key, words))


def trimmings(keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """`keys` as they are, without the fillers at the start, and without those at the end too."""
    own = habits()
    yield keys
    after = _trimmed(keys, _phrases_keyed(own.fillers + own.openers))
    yield after
    backwards = _trimmed(after[::-1], tuple(filler[::-1] for filler in _phrases_keyed(own.fillers)))
    yield backwards[::-1]


def without_fillers(keys: tuple[str, ...]) -> tuple[str, ...]:
    """`keys` with the fillers at both ends taken off."""
    *_, both = trimmings(keys)
    return both


def _trimmed(keys: tuple[str, ...], fillers: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """`keys` without the fillers that they start with."""
    while True:
        found = [filler for filler in fillers if keys[: len(filler)] == filler]
        if not found:
            return keys
        keys = keys[max(map(len, found)) :]


@cache
def _phrases_keyed(fillers: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(key, filler.split())) for filler in fillers)


def _written_out(word: str) -> list[str]:
    full = habits().spelled_out.get(word)
    if full is not None:
        return full.split()
    for ending, meaning in habits().endings.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word[: -len(ending)], *meaning.split()]
    return [word]
