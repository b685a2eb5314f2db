"""Whole numbers up to 199, as a person says an age."""

from __future__ import annotations

from skill.simulator.listening import habits
from skill.simulator.phrases import Span

_MOST_DIGITS = 3
_TENS = 10
_TWENTY = 20


def number_at(keys: tuple[str, ...], at: int) -> list[Span]:
    """The number that starts at `at`, shortest reading first; its value in digits."""
    if at == len(keys):
        return []
    word = keys[at]
    if word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS:
        return [Span(at, at + 1, str(int(word)))]
    values = habits().numbers
    if word not in values:
        return []
    spans = [Span(at, at + 1, str(values[word]))]
    following = values.get(keys[at + 1], 0) if at + 1 < len(keys) else 0
    if values[word] >= _TWENTY and 0 < following < _TENS:
        spans.append(Span(at, at + 2, str(values[word] + following)))
    return spans
