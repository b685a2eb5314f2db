"""Keys for caches: a piece of content that equals itself alone."""

from __future__ import annotations

from typing import Generic, TypeVar

Of = TypeVar("Of")


class ByIdentity(Generic[Of]):
    """A cache key of content. It compares by identity, so no lookup walks through the content."""

    __slots__ = ("of",)

    def __init__(self, of: Of) -> None:
        self.of = of

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.of is self.of
