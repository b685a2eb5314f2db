"""The belief: how well each condition fits the answers, by Bayes' rule.

Conditions, look-alikes and "something else" compete. Where the pain is counts as one
categorical variable; findings of one cluster count as less than their number; an answer counts
for what its grade is worth (`content/likelihoods.yaml`).

How often a condition shows a finding is the mean of a Beta distribution: a word, as judged, that
weighs as much as a few cases, and the published cases counted on top of it.

What a condition does not mention is as frequent in it as in all others, and cancels out. So only
what is mentioned is kept and multiplied, and the work grows as the content does.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf, sqrt

from msgspec import Struct

from skill.interview.safety_plan import regions_of
from skill.library.types import (
    YESES,
    Answer,
    Answers,
    CaseCounts,
    Condition,
    Counting,
    Frequency,
    Library,
)

SOMETHING_ELSE = "something-else"
OUT_OF_THE_QUESTION = 0.01
"""The weight of a condition once everything that it cannot do without was denied."""
PLAIN_NOS = frozenset({Answer.NO, Answer.NO_TO_SEVERAL})
"""What denies. "Not really" and "not sure" rule nothing out."""
LEG = "place-leg"
"""The region above the ankle: what hurts there and below is seldom one thing."""

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
    each gate that asks for a region. `requires` are findings by index of the candidate: it is named
    once one of them was affirmed, and hardly counts once all were denied. `required_by` are the
    indexes by finding. `hallmarks` are findings by index too: it is not named once all were denied.
    """

    candidates: tuple[str, ...]
    prior: Belief
    strengths: Mapping[Answer, Strength]
    signs: Mapping[str, Sign]
    places: Mapping[str, Mapping[int, float]]
    elsewhere: tuple[float, ...]
    regions: Mapping[str, tuple[str, ...]]
    requires: Mapping[int, tuple[str, ...]]
    required_by: Mapping[str, tuple[int, ...]]
    hallmarks: Mapping[int, tuple[str, ...]]


def build(library: Library) -> Model:
    """The model of a library; built once and kept."""
    conditions = library.conditions | library.look_alikes
    incidences = [c.incidence for c in conditions.values()] + [library.something_else.incidence]
    power = library.likelihoods.counting.incidence_power
    weights = [incidence**power for incidence in incidences]
    places, elsewhere = _places(library, tuple(conditions.values()))
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
        regions=regions_of(library),
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


def believe(model: Model, evidence: Answers) -> Belief:
    """The belief over the candidates, given the evidence."""
    weights = list(model.prior)
    _weigh_places(model, evidence, weights)
    clusters: dict[str, list[str]] = {}
    for id in evidence:
        if id in model.signs:
            clusters.setdefault(model.signs[id].cluster, []).append(id)
    for members in clusters.values():
        _weigh_cluster(model, evidence, members, weights)
    for at in {at for id in evidence for at in model.required_by.get(id, ())}:
        if all(evidence.get(id) in PLAIN_NOS for id in model.requires[at]):
            weights[at] *= OUT_OF_THE_QUESTION
    return _normalised(weights)


def _weigh_cluster(
    model: Model, evidence: Answers, members: list[str], weights: list[float]
) -> None:
    """What was affirmed speaks for a cluster; only where nothing was, what was denied, once.

    n affirmed signs that come together weigh as much as √n that do not.
    """
    affirmed = [id for id in members if evidence[id] in YESES]
    heard = affirmed or members
    power = sqrt(len(affirmed)) / len(affirmed) if affirmed else 1 / len(members)
    for id in heard:
        sign, strength = model.signs[id], model.strengths[evidence[id]]
        usual = strength.of(sign.background)
        # Most of a belief is reckoned in this line, so `of` is written out.
        if_present, if_absent = strength.if_present, strength.if_absent
        for at, present in sign.mentioned.items():
            weights[at] *= ((present * if_present + (1 - present) * if_absent) / usual) ** power


def _weigh_places(model: Model, evidence: Answers, weights: list[float]) -> None:
    """Named places must each be explained: their geometric mean. Else each denied one counts."""
    named = _named_places(model, evidence)
    denied = [id for id in model.places if id in evidence] if not named else []
    for within in named:
        shares, power = [model.places[id] for id in within], 1 / len(named)
        for at, elsewhere in enumerate(model.elsewhere):
            weights[at] *= sum([share.get(at, elsewhere) for share in shares]) ** power
    for id in denied:
        at_place, strength = model.places[id], model.strengths[evidence[id]]
        for at, elsewhere in enumerate(model.elsewhere):
            weights[at] *= strength.of(at_place.get(at, elsewhere))


def _named_places(model: Model, evidence: Answers) -> list[tuple[str, ...]]:
    """Where it hurts. A region of which no place is named may be any of its places.

    The leg beside a place below it, or the other way round, is left for a check of its own.
    """
    places = [id for id in model.places if evidence.get(id) in YESES]
    in_leg = {id in model.regions.get(LEG, ()) for id in places}
    regions = [
        tuple(id for id in within if evidence.get(id) is not Answer.NO)
        for id, within in model.regions.items()
        if evidence.get(id) in YESES
        and not any(place in within for place in places)
        and (id != LEG) not in in_leg
    ]
    return [*((id,) for id in places), *filter(None, regions)]


def _normalised(weights: list[float]) -> Belief:
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def ranking(model: Model, belief: Belief) -> list[tuple[str, float]]:
    """The whole belief, best first; equals stay in the order of the content."""
    return sorted(zip(model.candidates, belief, strict=True), key=lambda pair: -pair[1])
