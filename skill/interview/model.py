"""The model: what the content says about the candidates, as numbers ready for Bayes' rule.

How often a condition shows a finding is the mean of a Beta distribution: a word, as judged, that
weighs as much as a few cases, and the published cases counted on top of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from msgspec import Struct

from skill.interview.safety_plan import regions_of
from skill.library.types import Answer, CaseCounts, Condition, Counting, Frequency, Library

SOMETHING_ELSE = "something-else"
"""The candidate that stands for all that the content does not describe."""

Belief = tuple[float, ...]
"""The probability of each candidate, in the order of `Model.candidates`. Sums to 1."""


class Sign(Struct, frozen=True):
    """A finding or red flag as evidence: P(it is there) by index of the candidates that mention
    it, and for all others."""

    cluster: str
    background: float
    mentioned: Mapping[int, float]


class Strength(Struct, frozen=True):
    """What an answer's grade is worth: P(heard | there) and P(heard | not there)."""

    if_present: float
    if_absent: float

    def of(self, present: float) -> float:
        """P(the answer is heard), where the finding is there with probability `present`."""
        return present * self.if_present + (1 - present) * self.if_absent


class Model(Struct, frozen=True):
    """What the content says about the candidates, as numbers ready for Bayes' rule.

    `places[id]` is P(the pain is mainly there) by index of the candidates that name the place,
    `elsewhere` the same for a place that a candidate does not name. `regions` are the places of
    each gate that asks for a region. `vague[id]` is by index how much oftener than others, who
    have it in the same places, those with the candidate tell no more than the region. `requires`
    are findings by index of the candidate: it is named once one of them was affirmed, and hardly
    counts once all were denied. `required_by` are the indexes by finding. `hallmarks` are findings
    by index too: it is not named once all were denied.
    `factors` are worked out of the others when they are first needed, for each sign, grade and
    power of its cluster: by index, how much likelier that answer is than where nothing mentions it.
    """

    candidates: tuple[str, ...]
    prior: Belief
    strengths: Mapping[Answer, Strength]
    signs: Mapping[str, Sign]
    places: Mapping[str, Mapping[int, float]]
    elsewhere: tuple[float, ...]
    regions: Mapping[str, tuple[str, ...]]
    vague: Mapping[str, tuple[float, ...]]
    requires: Mapping[int, tuple[str, ...]]
    required_by: Mapping[str, tuple[int, ...]]
    hallmarks: Mapping[int, tuple[str, ...]]
    factors: dict[tuple[str, Answer, float], list[tuple[int, float]]] = {}


def model_of(library: Library) -> Model:
    """The model of a library; built once and kept."""
    conditions = library.conditions | library.look_alikes
    incidences = [c.incidence for c in conditions.values()] + [library.something_else.incidence]
    power = library.likelihoods.counting.incidence_power
    weights = [incidence**power for incidence in incidences]
    places, elsewhere = _places(library, tuple(conditions.values()))
    regions = regions_of(library)
    requires = {at: c.requires for at, c in enumerate(conditions.values()) if c.requires}
    required_by: dict[str, tuple[int, ...]] = {}
    for at, ids in requires.items():
        for id in ids:
            required_by[id] = (*required_by.get(id, ()), at)
    return Model(
        candidates=(*conditions, SOMETHING_ELSE),
        prior=tuple(weight / sum(weights) for weight in weights),
        strengths={
            answer: Strength(strength.if_present, strength.if_absent)
            for answer, strength in library.likelihoods.answers.items()
        },
        signs=_signs(library, tuple(conditions.values())),
        places=places,
        elsewhere=elsewhere,
        regions=regions,
        vague=_vague(library, tuple(conditions.values()), regions, places, elsewhere),
        requires=requires,
        required_by=required_by,
        hallmarks={at: c.hallmarks for at, c in enumerate(conditions.values()) if c.hallmarks},
    )


def _signs(library: Library, conditions: tuple[Condition, ...]) -> dict[str, Sign]:
    mentioned: dict[str, dict[int, float]] = {id: {} for id in library.findings}
    for at, condition in enumerate(conditions):
        for id, shown in condition.findings.items():
            mentioned.setdefault(id, {})[at] = likelihood(library, shown.frequency, shown.counted)
    signs = {}
    most = library.likelihoods.counting.background_weighs
    for id, by_candidate in mentioned.items():
        asked = library.findings.get(id) or library.red_flags[id]
        usual = likelihood(library, asked.background, asked.counted, most)
        signs[id] = Sign(asked.cluster or id, usual, by_candidate)
    return signs


def likelihood(
    library: Library, judged: Frequency, counted: CaseCounts | None, most: float = inf
) -> float:
    """The probability of a finding, from the judged word and what cases say of it.

    More cases than `most` weigh as much as `most` together.
    """
    word, rule = library.likelihoods.frequencies[judged], library.likelihoods.counting
    if counted is None:
        return word
    share = min(1.0, most / counted.of)
    return (rule.word_weighs * word + share * counted.present) / (
        rule.word_weighs + share * _heard(rule, counted)
    )


def _heard(rule: Counting, counted: CaseCounts) -> float:
    """How many cases the counted ones are worth: silence is worth less than a statement."""
    stated = counted.present + counted.absent
    return stated + rule.silence_weighs * (counted.of - stated)


def _places(
    library: Library, conditions: tuple[Condition, ...]
) -> tuple[dict[str, dict[int, float]], tuple[float, ...]]:
    """Shares of the places that sum to 1 for each candidate; "something else" is anywhere.

    The judged words give shares that weigh as much as a few cases; the cases that name a place
    are added. What they name elsewhere is spread over all places that the condition does not name.
    """
    chance, weighs = library.likelihoods.frequencies, library.likelihoods.counting.word_weighs
    unnamed, count = library.likelihoods.elsewhere.probability, len(library.places)
    places: dict[str, dict[int, float]] = {id: {} for id in library.places}
    elsewhere = []
    for at, condition in enumerate(conditions):
        named = {id: chance[place.frequency] for id, place in condition.places.items()}
        cases = {id: place.counted for id, place in condition.places.items() if place.counted}
        of = max((one.of for one in cases.values()), default=0.0)
        missing = count - len(named)
        total = sum(named.values()) + unnamed * missing
        for id, word in named.items():
            there = cases[id].present if id in cases else 0.0
            places[id][at] = (weighs * word / total + there) / (weighs + of)
        others = max(of - sum(one.present for one in cases.values()), 0.0)
        judged = weighs * unnamed / total
        elsewhere.append((judged + (others / missing if missing else 0.0)) / (weighs + of))
    return places, (*elsewhere, 1 / count)


def _vague(
    library: Library,
    conditions: tuple[Condition, ...],
    regions: Mapping[str, tuple[str, ...]],
    places: Mapping[str, Mapping[int, float]],
    elsewhere: tuple[float, ...],
) -> dict[str, tuple[float, ...]]:
    """How much oftener each candidate is told as a region alone than its places let expect.

    A tendon at the heel is pointed to, a joint is "the ankle". Expected is the share of the
    region's places, times how many of all cases tell no more than a region; that weighs as much as
    a few cases, and those that tell the region alone are added.
    """
    weighs = library.likelihoods.counting.word_weighs
    counts = [condition.regions for condition in conditions]
    usual = _share_of_vague(counts)
    vague = {}
    for id, within in regions.items():
        ratios = []
        for at, counted in enumerate(counts):
            share = sum(places[place].get(at, elsewhere[at]) for place in within)
            told, expected = counted.get(id), usual * share
            ratios.append(
                (weighs * expected + told.present) / (weighs + told.of) / expected
                if told and expected
                else 1.0
            )
        vague[id] = (*ratios, 1.0)
    return vague


def _share_of_vague(counts: Sequence[Mapping[str, CaseCounts]]) -> float:
    """Of all cases that tell any place, the share that tells no more than a region."""
    told = sum(one.present for regions in counts for one in regions.values())
    of = sum(max((one.of for one in regions.values()), default=0.0) for regions in counts)
    return told / of if of else 0.0
