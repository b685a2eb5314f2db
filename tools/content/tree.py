"""Nodes → the tree of patterns as it is written: each node once, behind those that it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from skill.library.types.tree import OR, Beside, Gap, Node, Place, Tree

T = TypeVar("T")


class WrittenTree:
    """A tree while it is written; `labels` are those that lead on somewhere."""

    def __init__(self) -> None:
        self.labels: set[str] = set()
        self._written = bytearray(b"[")
        self._places: dict[bytes, Place] = {}

    def add(self, node: Node) -> Place:
        """The place of a node; one that is as it leads to the same, and is not written again."""
        text = msgspec.json.encode(Node(self._together(node.on), self._beside(node.beside)))
        if text not in self._places:
            if self._places:
                self._written += b","
            self._places[text] = len(self._written)
            self._written += text + b" "
        return self._places[text]

    def whole(self) -> Tree:
        """The tree whose root was added last."""
        return Tree(bytes(self._written + b"]"))

    def _beside(self, beside: Beside | None) -> Beside | None:
        if beside is None or beside.gap is None:
            return beside
        gap = Gap(beside.gap.most, self._together(beside.gap.on))
        return msgspec.structs.replace(beside, gap=gap)

    def _together(self, led: Mapping[str, T]) -> dict[str, T]:
        """By all labels that lead to the same, what they lead to."""
        self.labels.update(led)
        labels: dict[T, list[str]] = {}
        for label, to in led.items():
            labels.setdefault(to, []).append(label)
        return {OR.join(several): to for to, several in labels.items()}
