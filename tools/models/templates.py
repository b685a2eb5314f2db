"""The short notation of sample utterances: `[a|b] word (c|d) {slot}`."""

from __future__ import annotations

import re
from itertools import product

_PIECE = re.compile(r"[()\[\]|]|[^()\[\]|]+")


def expand(template: str) -> list[str]:
    """Every utterance that `template` stands for, each once, in order.

    `(a|b)` is one of them, `[a|b]` one of them or nothing. Raises `ValueError` where a bracket
    is not closed, or closes nothing.
    """
    pieces = _PIECE.findall(template)
    utterances, end = _alternatives(pieces, 0, template)
    if end != len(pieces):
        raise ValueError(f'"{template}" closes a bracket that it never opened')
    return list(dict.fromkeys(" ".join(utterance.split()) for utterance in utterances))


def _alternatives(pieces: list[str], at: int, template: str) -> tuple[list[str], int]:
    """The alternatives that start at `at`, up to the bracket that ends them or to the end."""
    found: list[str] = []
    parts: list[list[str]] = []
    while at < len(pieces) and pieces[at] not in ")]":
        piece = pieces[at]
        at += 1
        if piece == "|":
            found += _joined(parts)
            parts = []
        elif piece in "([":
            inner, at = _alternatives(pieces, at, template)
            closing = ")" if piece == "(" else "]"
            if at == len(pieces) or pieces[at] != closing:
                raise ValueError(f'"{template}" opens {piece} and does not close it with {closing}')
            at += 1
            parts.append(inner if piece == "(" else ["", *inner])
        else:
            parts.append([piece])
    return found + _joined(parts), at


def _joined(parts: list[list[str]]) -> list[str]:
    return ["".join(choice) for choice in product(*parts)]
