"""Keys for caches: a piece of content that equals itself alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar

Of = TypeVar("Of")
Made = TypeVar("Made")

MOST = 128
"""Pieces of content of which something is kept, at most: a skill has one of a kind."""


def once_for_each(make: Callable[[Of], Made]) -> Callable[[Of], Made]:
    """The same function, which works only once for a piece of content that it is given.

    As `lru_cache` with `ByIdentity`, in a fifth of its time: it is asked several times a turn.
    """
    kept: dict[int, tuple[Of, Made]] = {}

    @wraps(make)
    def made(content: Of) -> Made:
        found = kept.get(id(content))  # What is kept is held, so no other has its id.
        if found is None:
            if len(kept) >= MOST:
                kept.clear()
            found = kept[id(content)] = content, make(content)
        return found[1]

    return made


class ByIdentity(Generic[Of]):
    """A cache key of content. It compares by identity, so no lookup walks through the content."""

    __slots__ = ("of",)

    def __init__(self, of: Of) -> None:
        self.of = of

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.of is self.of
