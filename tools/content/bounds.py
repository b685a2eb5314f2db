"""Exact bounds for shares that were counted in few stories."""

from __future__ import annotations

from math import comb

CONFIDENCE = 0.95
HALVINGS = 60
"""After as many the bound is as exact as a float can be."""


def upper_bound(count: int, of: int) -> float:
    """The upper end of the two-sided 95 % interval of Clopper and Pearson for `count` in `of`.

    It is the share p at which so few or fewer would come out in only one of forty repetitions:
    sum over k = 0 … count of C(of, k) p^k (1 - p)^(of - k) = (1 - 0.95) / 2. The sum falls as p
    grows, so halving the interval finds p. 1 where every one was counted, and where none was
    looked at.
    """
    if count >= of:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if _at_most(count, of, middle) > (1 - CONFIDENCE) / 2:
            low = middle
        else:
            high = middle
    return high


def lower_bound(count: int, of: int) -> float:
    """The lower end of the same interval: what was not counted lies at most at its upper end."""
    return 1 - upper_bound(of - count, of) if of else 0.0


def _at_most(count: int, of: int, p: float) -> float:
    """The chance of at most `count` in `of`, each with the chance p."""
    return sum(comb(of, k) * p**k * (1 - p) ** (of - k) for k in range(count + 1))
