"""What is rare by count.

One condition has too few cases to show that it never tingles, and silence is no denial. So a sign
is counted over all conditions that call it rare, against how often the cases tell it where it is
typical: what is told of every second person who has it, and of nobody among two hundred, is rare.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from skill.library.types import Frequency, Library, Occurrence
from tools.content.bounds import upper_bound

RARE = frozenset({Frequency.NEVER, Frequency.RARELY})
TYPICAL_FROM = Frequency.OFTEN
MORE_THAN_RARE = Frequency.SELDOM


@dataclass(frozen=True)
class Rarity:
    """A sign over all conditions that call it rare: `present` in `of` weighed cases.

    `told` is the share of those who have it whose page tells it: the cases of conditions that
    call it typical, against what their words let expect.
    """

    present: float
    of: float
    told: float

    @property
    def at_most(self) -> float:
        """The upper end of the 95 % interval of P(it is there), told or not."""
        return min(1.0, upper_bound(ceil(self.present), floor(self.of)) / self.told)


def rare_by_count(library: Library) -> dict[str, Rarity]:
    """The signs that are rarer than seldom by what was counted, where they are called rare."""
    conditions = (library.conditions | library.look_alikes).values()
    ids = {id for condition in conditions for id in condition.findings}
    word = library.likelihoods.frequencies
    rarities = {
        id: rarity
        for id in sorted(ids)
        if (rarity := _rarity(library, [c.findings[id] for c in conditions if id in c.findings]))
    }
    return {id: one for id, one in rarities.items() if one.at_most <= word[MORE_THAN_RARE]}


def _rarity(library: Library, shown: Iterable[Occurrence]) -> Rarity | None:
    """None where no condition that calls it typical has a case that tells it."""
    word = library.likelihoods.frequencies
    present = of = told = expected = 0.0
    for one in shown:
        if one.counted is None:
            continue
        if one.frequency in RARE:
            present, of = present + one.counted.present, of + one.counted.of
        elif word[one.frequency] >= word[TYPICAL_FROM]:
            told += one.counted.present
            expected += one.counted.of * word[one.frequency]
    return Rarity(present, of, min(1.0, told / expected)) if told else None
