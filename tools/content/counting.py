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
    """Weighed numbers of cases, by condition: of `cases`, and of those that name a place
    (`placed`); by condition and id, of those that state it as there or as not there, and the
    shares of the places."""

    cases: defaultdict[str, float] = field(default_factory=_numbers)
    placed: defaultdict[str, float] = field(default_factory=_numbers)
    present: defaultdict[str, defaultdict[str, float]] = field(default_factory=_by_condition)
    absent: defaultdict[str, defaultdict[str, float]] = field(default_factory=_by_condition)
    at_place: defaultdict[str, defaultdict[str, float]] = field(default_factory=_by_condition)


def tally(cases: Iterable[PublishedCase], rule: Counting, places: Collection[str]) -> Tally:
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
    return counts


def weight_of(case: PublishedCase, rule: Counting) -> float:
    """The number of cases that one case counts as."""
    if case.origin is Origin.TEXTBOOK or case.confirmed is Confirmation.TEXTBOOK:
        return rule.textbook_weighs
    return 1.0 if case.confirmed in CONFIRMED else rule.unconfirmed_weighs


def recount(library: Library, cases: Iterable[PublishedCase]) -> Library:
    """The library with what these cases say beside each likelihood, and nothing else counted."""
    counts = tally(cases, library.likelihoods.counting, library.places)
    conditions = library.conditions | library.look_alikes
    signs = {id for condition in conditions.values() for id in condition.findings}
    return replace(
        library,
        conditions=_conditions(library.conditions, counts),
        look_alikes=_conditions(library.look_alikes, counts),
        findings=_backgrounds(library.findings, counts, conditions, library.findings),
        red_flags=_backgrounds(library.red_flags, counts, conditions, signs),
    )


def _conditions(conditions: Mapping[str, Condition], counts: Tally) -> dict[str, Condition]:
    return {of: _condition(of, condition, counts) for of, condition in conditions.items()}


def _condition(of: str, condition: Condition, counts: Tally) -> Condition:
    places = {
        id: replace(shown, counted=_counted(counts.at_place[of][id], 0, counts.placed[of]))
        for id, shown in condition.places.items()
    }
    findings = {
        id: replace(shown, counted=_stated(counts, (of,), id))
        for id, shown in condition.findings.items()
    }
    return replace(condition, places=places, findings=findings)


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
