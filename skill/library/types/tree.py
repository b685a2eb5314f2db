"""The tree of all patterns of a language. A sentence walks a thousandth of it, so it stays as it
is written, and a node is decoded at the first step to it.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec import Struct

T = TypeVar("T")

Place = int
"""Where in the written tree a node begins."""

NOWHERE = 0
"""The place of no node, as every tree begins with a bracket."""

OR = "|"
"""What stands between labels that lead to the same, in a tree as it is written."""


class Gap(Struct, frozen=True, array_like=True, gc=False):
    """Up to `most` words that say anything, and by each label that may stand behind them the places
    that it leads to, each with the most words for it.
    """

    most: int
    on: dict[str, tuple[tuple[int, Place], ...]]


class Beside(
    Struct,
    frozen=True,
    omit_defaults=True,
    gc=False,
    rename={"light": "~", "gap": "..", "ends_in_gap": "..=", "means": "="},
):
    """What there is at a node beside its labels.

    `light` is where light words lead, and `gap` what any words do. `means` are the meanings that
    are complete here, and `ends_in_gap` those that are so behind a gap (most words, meaning).
    """

    light: Place = NOWHERE
    gap: Gap | None = None
    ends_in_gap: tuple[tuple[int, int], ...] = ()
    means: tuple[int, ...] = ()


class Node(Struct, frozen=True, omit_defaults=True, gc=False, rename={"beside": "+"}):
    """How the patterns go on that have begun alike: on by labels, each of which is a word, a
    `<class>`, `^` or the end `$`, and by what is beside them.
    """

    on: dict[str, Place] = {}
    beside: Beside | None = None


_WRITTEN_NODE = msgspec.json.Decoder(Node)


class Tree(dict[Place, Node]):
    """The nodes that were walked so far, by place, of a tree as it is written.

    It is written as an array of JSON with a space behind each node. The root is the last, and any
    other stands before those that lead to it.
    """

    def __init__(self, written: bytes) -> None:
        super().__init__()
        self.written = written
        self.root = written.rfind(b" ,") + 2  # 1, where there is no other.

    def __missing__(self, place: Place) -> Node:
        node = _WRITTEN_NODE.decode(self.written[place : self.written.index(b" ", place)])
        _put_apart(node.on)
        if node.beside and node.beside.gap:
            _put_apart(node.beside.gap.on)
        self[place] = node
        return node

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tree) and self.written == other.written

    def __ne__(self, other: object) -> bool:
        return not self == other  # That of a dictionary would compare what was walked.

    __hash__ = None


def _put_apart(led: dict[str, T]) -> None:
    """Put what several labels lead to together under each of them."""
    for labels in [labels for labels in led if OR in labels]:
        to = led.pop(labels)
        for label in labels.split(OR):
            led[label] = to
