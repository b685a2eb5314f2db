"""Which medicine somebody took: any antibiotic is asked about, and few of them harm tendons."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.reading import Reading

ANY = "quinolone-antibiotic"
LONG = "over-six-weeks"
OF_ANY = frozenset({"tendon-medicine", "tendon-history"})
"""Questions for any antibiotic: a yes to one tells that there was some, and the next asks which."""


def which_is_open(reading: Reading, facts: Mapping[str, bool]) -> bool:
    """Whether an antibiotic was told where any is asked for, and none that harms tendons named."""
    if reading.context.question not in OF_ANY or not facts.get(ANY):
        return False
    return not any(m.id == ANY for m in reading.so("finding"))
