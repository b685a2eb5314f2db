"""What is rare by count.

One condition has too few cases to show that it never tingles, and silence is no denial. So a sign
is counted over all conditions that call it as rare, against how often the cases tell it where it
is to be expected: what is told of every second person who has it, and of nobody among two hundred,
is rare.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil, floor

from skill.library.types import Frequency, Library, Occurrence
from tools.content.bounds import upper_bound

RARE = {
    frozenset({Frequency.NEVER, Frequency.RARELY}): Frequency.SELDOM,
    frozenset({Frequency.SELDOM}): Frequency.SOMETIMES,
}
"""The words that are counted together, and the next more frequent one, which the count excludes."""
TOLD_FROM = Frequency.SOMETIMES
"""Where a sign is at least as frequent, some cases should tell it."""
TOLD_BY = 5
"""As many cases must tell it there, so that it is known how often they do: judged."""

Word = tuple[str, Frequency]
"""A finding or red flag, and how often it is said to be there."""


@dataclass(frozen=True)
class Rarity:
    """A sign over all conditions that call it as rare: `present` in `of` weighed cases.

    `told` is the share of those who have it whose page tells it: the cases where it is to be
    expected, against what the words of their conditions let expect.
    """

    present: float
    of: float
    told: float

    @property
    def at_most(self) -> float:
        """The upper end of the 95 % interval of P(it is there), told or not."""
        return min(1.0, upper_bound(ceil(self.present), floor(self.of)) / self.told)


def rare_by_count(library: Library) -> dict[Word, Rarity]:
    """The signs and words that what was counted bears out."""
    conditions = (library.conditions | library.look_alikes).values()
    chance = library.likelihoods.frequencies
    rare: dict[Word, Rarity] = {}
    for id in sorted({id for condition in conditions for id in condition.findings}):
        shown = [one.findings[id] for one in conditions if id in one.findings]
        told = _share_that_tells(library, shown)
        for words, next_word in RARE.items():
            rarity = _over_all(shown, words, told) if told else None
            if rarity and rarity.at_most <= chance[next_word]:
                rare |= {(id, word): rarity for word in words}
    return rare


def _share_that_tells(library: Library, shown: Collection[Occurrence]) -> float | None:
    """None where too few tell it for the share to be known."""
    chance = library.likelihoods.frequencies
    expected = [
        (one.counted, chance[one.frequency])
        for one in shown
        if one.counted and chance[one.frequency] >= chance[TOLD_FROM]
    ]
    told = sum(counted.present for counted, _ in expected)
    if told < TOLD_BY:
        return None
    return min(1.0, told / sum(counted.of * word for counted, word in expected))


def _over_all(
    shown: Collection[Occurrence], words: Collection[Frequency], told: float
) -> Rarity | None:
    counts = [one.counted for one in shown if one.counted and one.frequency in words]
    of = sum(counted.of for counted in counts)
    return Rarity(sum(counted.present for counted in counts), of, told) if of else None
