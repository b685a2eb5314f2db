"""A sentence → its words, as they are looked up: contractions apart, forms as their word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Rewrites = Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]]
"""What is put for words, by the first and the second of them ("" where it is one) and the rest;
longer ones first."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")


def split(sentence: str) -> list[str]:
    """The words as they were said, in small letters, without punctuation."""
    return _WORD.findall(sentence.casefold().replace("\u2019", "'"))


def normal(
    said: Sequence[str],
    endings: Mapping[str, str],
    rewrites: Rewrites,
    forms: Mapping[str, str],
) -> tuple[list[str], list[int]]:
    """The words that are looked up, and for each the index of the said word that it came from."""
    apart, origins = [*said], [*range(len(said))]
    if "'" in "".join(said):
        apart, origins = _taken_apart(said, endings, rewrites)
    if not rewrites.keys().isdisjoint(apart):
        apart, origins = _rewritten(apart, origins, rewrites)
    return [forms.get(word, word) for word in apart], origins


def _taken_apart(
    said: Sequence[str], endings: Mapping[str, str], rewrites: Rewrites
) -> tuple[list[str], list[int]]:
    """The words with what hangs on them by themselves, and where they came from."""
    apart: list[str] = []
    origins: list[int] = []
    for index, word in enumerate(said):
        parts = _apart(word, endings) if "'" in word and word not in rewrites else (word,)
        apart += parts
        origins += [index] * len(parts)
    return apart, origins


def _apart(word: str, endings: Mapping[str, str]) -> tuple[str, ...]:
    """A word, and the one that hangs on it."""
    for ending, stands_for in endings.items():
        if word.endswith(ending) and len(word) > len(ending):
            bare = word[: -len(ending)]
            return (bare, stands_for) if stands_for else (bare,)
    return (word.strip("'"),)


def _rewritten(
    apart: Sequence[str], origins: Sequence[int], rewrites: Rewrites
) -> tuple[list[str], list[int]]:
    """The words with others put for those that are rewritten, and where they came from."""
    words: list[str] = []
    came_from: list[int] = []
    at, count = 0, len(apart)
    while at < count:
        word = apart[at]
        after = at + 1
        if word not in rewrites:  # As mostly.
            words.append(word)
            came_from.append(origins[at])
            at = after
            continue
        instead: Sequence[str] = (word,)
        several = rewrites[word]
        follows = apart[after] if after < count else ""
        for rest, put in several.get(follows, ()) if follows else ():
            if not rest or tuple(apart[at + 2 : at + 2 + len(rest)]) == rest:
                instead, after = put, at + 2 + len(rest)
                break
        else:
            instead = several[""][0][1] if "" in several else instead
        words += instead
        came_from += [origins[at]] * len(instead)
        at = after
    return words, came_from
