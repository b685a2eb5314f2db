"""Nodes → the tree of patterns as it is written: each node once, behind those that it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from skill.library.types.tree import OR, Gap, Node, Tree

T = TypeVar("T")


class WrittenTree:
    """A tree while it is written; `labels` are those that lead on somewhere."""

    def __init__(self) -> None:
        self.labels: set[str] = set()
        self._written = bytearray(b"[")
        self._places: dict[bytes, int] = {}

    def add(self, node: Node) -> int:
        """The place of a node; one that is as it leads to the same, and is not written again."""
        self.labels.update(node.on)
        gap = node.gap
        if gap:
            self.labels.update(gap.on)
            gap = Gap(gap.most, _together(gap.on))
        text = msgspec.json.encode(msgspec.structs.replace(node, on=_together(node.on), gap=gap))
        if text not in self._places:
            if self._places:
                self._written += b","
            self._places[text] = len(self._written)
            self._written += text + b" "
        return self._places[text]

    def whole(self) -> Tree:
        """The tree whose root was added last."""
        return Tree(bytes(self._written + b"]"))


def _together(led: Mapping[str, T]) -> dict[str, T]:
    """By all labels that lead to the same, what they lead to."""
    labels: dict[T, list[str]] = {}
    for label, to in led.items():
        labels.setdefault(to, []).append(label)
    return {OR.join(several): to for to, several in labels.items()}
