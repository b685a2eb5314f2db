"""Counting published cases: what they say of each finding of each condition.

What a condition does not mention is counted for all such conditions together, as the finding's
background.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from msgspec.structs import replace

from skill.interview.safety_plan import regions_of
from skill.library.types import CaseCounts, Condition, Counting, Finding, Library, RedFlag
from tools.content.cases import CONFIRMED, Confirmation, Origin, PublishedCase

DECIMALS = 2
"""Decimals of a weighed number of cases, as it is written into a file."""

AskedAbout = TypeVar("AskedAbout", Finding, RedFlag)


def _numbers() -> defaultdict[str, float]:
    return defaultdict(float)


def _by_condition() -> defaultdict[str, defaultdict[str, float]]:
    return defaultdict(_numbers)


@dataclass(frozen=True)
class Tally:
    """Weighed numbers of cases, by condition: of `cases`, of those that name a place (`placed`),
    and of those that name a region alone (`vague`); by condition and id, of those that state it as
    there or as not there, and the shares of the places, or of the regions."""

    cases: defaultdict[str, float] = field(default_factory=_numbers)
    placed: defaultdict[str, float] = field(default_factory=_numbers)
    vague: defaultdict[str, float] = field(default_factory=_numbers)
    present: defaultdict[str, defaultdict[str, float]] = field(default_factory=_by_condition)
    absent: defaultdict[str, defaultdict[str, float]] = field(default_factory=_by_condition)
    at_place: defaultdict[str, defaultdict[str, float]] = field(default_factory=_by_condition)
    in_region: defaultdict[str, defaultdict[str, float]] = field(default_factory=_by_condition)


def tally(
    cases: Iterable[PublishedCase],
    rule: Counting,
    places: Collection[str],
    regions: Collection[str] = (),
) -> Tally:
    """Count cases by the rule."""
    counts = Tally()
    for case in cases:
        of, weight = case.condition, weight_of(case, rule)
        counts.cases[of] += weight
        for id, so in case.facts.items():
            stated = counts.present if so else counts.absent
            stated[of][id] += weight
        named = [id for id in case.present if id in places]
        counts.placed[of] += weight if named else 0
        for id in named:
            counts.at_place[of][id] += weight / len(named)
        within = [] if named else [id for id in case.present if id in regions]
        counts.vague[of] += weight if within else 0
        for id in within:
            counts.in_region[of][id] += weight / len(within)
    return counts


def weight_of(case: PublishedCase, rule: Counting) -> float:
    """The number of cases that one case counts as."""
    if case.origin is Origin.TEXTBOOK or case.confirmed is Confirmation.TEXTBOOK:
        return rule.textbook_weighs
    return 1.0 if case.confirmed in CONFIRMED else rule.unconfirmed_weighs


def recount(library: Library, cases: Iterable[PublishedCase]) -> Library:
    """The library with what these cases say beside each likelihood, and nothing else counted."""
    regions = regions_of(library)
    counts = tally(cases, library.likelihoods.counting, library.places, regions)
    conditions = library.conditions | library.look_alikes
    signs = {id for condition in conditions.values() for id in condition.findings}
    return replace(
        library,
        conditions=_conditions(library.conditions, counts, regions),
        look_alikes=_conditions(library.look_alikes, counts, regions),
        findings=_backgrounds(library.findings, counts, conditions, library.findings),
        red_flags=_backgrounds(library.red_flags, counts, conditions, signs),
    )


def _conditions(
    conditions: Mapping[str, Condition], counts: Tally, regions: Mapping[str, Collection[str]]
) -> dict[str, Condition]:
    return {of: _condition(of, condition, counts, regions) for of, condition in conditions.items()}


def _condition(
    of: str, condition: Condition, counts: Tally, regions: Mapping[str, Collection[str]]
) -> Condition:
    places = {
        id: replace(shown, counted=_counted(counts.at_place[of][id], 0, counts.placed[of]))
        for id, shown in condition.places.items()
    }
    findings = {
        id: replace(shown, counted=_stated(counts, (of,), id))
        for id, shown in condition.findings.items()
    }
    return replace(
        condition, places=places, findings=findings, regions=_vague(of, condition, counts, regions)
    )


def _vague(
    of: str, condition: Condition, counts: Tally, regions: Mapping[str, Collection[str]]
) -> dict[str, CaseCounts]:
    """The cases that tell no more than a region, of those that hold a place of the condition."""
    told = counts.in_region[of]
    total = counts.placed[of] + counts.vague[of]
    counted = {
        id: _counted(told[id], 0, total)
        for id, places in regions.items()
        if not condition.places.keys().isdisjoint(places)
    }
    return {id: one for id, one in counted.items() if one is not None}


def _backgrounds(
    asked: Mapping[str, AskedAbout],
    counts: Tally,
    conditions: Mapping[str, Condition],
    signs: Collection[str],
) -> dict[str, AskedAbout]:
    return {
        id: replace(one, counted=_background(id, counts, conditions) if id in signs else None)
        for id, one in asked.items()
    }


def _background(id: str, counts: Tally, conditions: Mapping[str, Condition]) -> CaseCounts | None:
    others = [
        of for of in counts.cases if of not in conditions or id not in conditions[of].findings
    ]
    return _stated(counts, others, id)


def _stated(counts: Tally, among: Collection[str], id: str) -> CaseCounts | None:
    present = sum(counts.present[of][id] for of in among)
    absent = sum(counts.absent[of][id] for of in among)
    return _counted(present, absent, sum(counts.cases[of] for of in among))


def _counted(present: float, absent: float, of: float) -> CaseCounts | None:
    if not of:
        return None
    return CaseCounts(
        present=round(present, DECIMALS), absent=round(absent, DECIMALS), of=round(of, DECIMALS)
    )
