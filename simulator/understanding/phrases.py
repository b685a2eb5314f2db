"""What stands for a value: stored phrases, and whole numbers as a person says an age."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from simulator.understanding.listening import habits

_MOST_DIGITS = 3
_TENS = 10
_TWENTY = 20


class Span(NamedTuple):
    """Words `start` to `end` (exclusive) say the value `value` of a slot type."""

    start: int
    end: int
    value: str


class Phrases:
    """Phrases (word keys) of one slot type and the value that each stands for."""

    def __init__(self) -> None:
        self._root: _Node = _Node()

    def add(self, keys: tuple[str, ...], value: str) -> None:
        """Lets `keys` stand for `value`, unless they already stand for another."""
        node = self._root
        for key in keys:
            node = node.next.setdefault(key, _Node())
        if keys and node.value is None:
            node.value = value

    def at(self, keys: tuple[str, ...], start: int) -> list[Span]:
        """Every phrase that stands word for word in `keys` from `start`, shortest first."""
        node = self._root
        found: list[Span] = []
        for position in range(start, len(keys)):
            following = node.next.get(keys[position])
            if following is None:
                break
            node = following
            if node.value is not None:
                found.append(Span(start, position + 1, node.value))
        return found

    def loosely_at(
        self, keys: tuple[str, ...], start: int, skipped: Collection[str]
    ) -> Iterator[Span]:
        """As `at`, and words of `skipped` may stand between the words of a phrase."""
        paths = [(self._root, start)]
        while paths:
            node, position = paths.pop()
            if position == len(keys):
                continue
            following = node.next.get(keys[position])
            if following is not None:
                if following.value is not None:
                    yield Span(start, position + 1, following.value)
                paths.append((following, position + 1))
            if position > start and keys[position] in skipped:
                paths.append((node, position + 1))


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


class _Node:
    """One word on the way through the phrases."""

    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.value: str | None = None
