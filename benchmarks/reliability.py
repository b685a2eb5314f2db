"""Whether a belief means what it says: of those told p, does p of them have it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
"""Between these the beliefs in what is named first are gathered."""


@dataclass(frozen=True)
class Bin:
    """The people whose first name was believed from `low` to `high`."""

    low: float
    high: float
    count: int
    believed: float
    right: int


def reliability(told: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Bins of (belief in what is named first, whether it was right); empty ones are left out."""
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(p, right) for p, right in told if low < p <= high]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, sum(right for _, right in inside)))
    return bins
