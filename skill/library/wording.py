"""A sentence → its words, as they are looked up: contractions apart, forms as their word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Rewrites = Mapping[str, Sequence[tuple[Sequence[str], Sequence[str]]]]

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")


def split(sentence: str) -> list[str]:
    """The words as they were said, in small letters, without punctuation."""
    return _WORD.findall(sentence.casefold().replace("\u2019", "'"))


def normal(
    said: Sequence[str],
    endings: Mapping[str, str],
    rewrites: Rewrites,
    forms: Mapping[str, str],
) -> list[tuple[str, int]]:
    """The words that are looked up, each with the index of the said word that it came from."""
    apart: list[tuple[str, int]] = []
    for index, word in enumerate(said):
        if word not in rewrites and "'" in word:
            for ending, stands_for in endings.items():
                if word.endswith(ending) and len(word) > len(ending):
                    apart.append((word[: -len(ending)], index))
                    if stands_for:
                        apart.append((stands_for, index))
                    break
            else:
                apart.append((word.strip("'"), index))
        else:
            apart.append((word, index))
    words: list[tuple[str, int]] = []
    in_a_row = [word for word, _ in apart]
    at = 0
    while at < len(apart):
        word, index = apart[at]
        for rest, instead in rewrites.get(word, ()):
            after = at + 1 + len(rest)
            if tuple(in_a_row[at + 1 : after]) == tuple(rest):
                words += [(forms.get(w, w), index) for w in instead]
                at = after
                break
        else:
            words.append((forms.get(word, word), index))
            at += 1
    return words
