"""Who only helps who is hurt, or owns what they use: what is told beside them is one's own."""

from __future__ import annotations

from collections.abc import Sequence

from skill.understanding.grammar.matching import Match, meet

HELPS = frozenset({"helper", "whose-thing"})
"""What people do for somebody, and a thing that is called theirs: "my husband had to carry me in",
"I'm on my nan's crutches".
"""

OF_ANOTHER = frozenset({"others", "another-new", "another-known"})
"""The marks of somebody else who may have what is told."""


def helping(found: Sequence[Match]) -> list[Match]:
    """The words of who helps, or owns what is used."""
    return [m for m in found if m.kind == "not-a-person" and m.id in HELPS]


def begun_by_helpers(found: Sequence[Match]) -> set[int]:
    """Where a clause begins with who helps: the "no" in "no snap, my husband had to carry me in"
    denies nothing of it.
    """
    return {m.start for m in found if m.kind == "not-a-person" and m.id == "helper" and m.start}


def without_helpers(found: list[Match]) -> list[Match]:
    """The matches without the marks of somebody else that are only words of who helps."""
    helped = helping(found)
    if not helped:  # As mostly.
        return found
    return [m for m in found if m.id not in OF_ANOTHER or not any(meet(m, one) for one in helped)]
