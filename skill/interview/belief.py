"""The belief: how well each condition fits the answers, by Bayes' rule.

Conditions, look-alikes and "something else" compete. Where the pain is counts as one
categorical variable; findings of one cluster count as less than their number; an answer counts
for what its grade is worth (`content/likelihoods.yaml`).

What a condition does not mention is as frequent in it as in all others, and cancels out. So only
what is mentioned is kept and multiplied, and the work grows as the content does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from skill.interview.model import Belief, Model, Strength
from skill.library.types import YESES, Answer, Answers

OUT_OF_THE_QUESTION = 0.01
"""The weight of a condition once everything that it cannot do without was denied."""
PLAIN_NOS = frozenset({Answer.NO, Answer.NO_TO_SEVERAL})
"""What denies. "Not really" and "not sure" rule nothing out."""
LEG = "place-leg"
"""The region above the ankle: what hurts there and below is seldom one thing."""


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
    denied = {id for id, answer in evidence.items() if answer in PLAIN_NOS}
    for at in {at for id in denied for at in model.required_by.get(id, ())}:
        if denied.issuperset(model.requires[at]):
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
        for at, factor in _factors(model, id, evidence[id], power):
            weights[at] *= factor


def _factors(model: Model, id: str, answer: Answer, power: float) -> Sequence[tuple[int, float]]:
    """What an answer to a sign makes of each candidate that mentions it, kept by the model."""
    key = id, answer, power
    if key not in model.factors:
        sign, strength = model.signs[id], model.strengths[answer]
        usual = strength.of(sign.background)
        model.factors[key] = [
            (at, (strength.of(present) / usual) ** power) for at, present in sign.mentioned.items()
        ]
    return model.factors[key]


def _weigh_places(model: Model, evidence: Answers, weights: list[float]) -> None:
    """Named places must each be explained: their geometric mean. Else each denied one counts.

    A region of which no place is named counts for those of whom it is mostly all that is told.
    """
    named = _named_places(model, evidence)
    denied = [id for id in model.places if id in evidence] if not named else []
    if len(named) == 1 and len(named[0]) == 1:  # As mostly.
        _weigh_place(model, model.places[named[0][0]], Strength(1.0, 0.0), weights)
        return
    power = 1 / len(named) if named else 1.0
    for within in named:
        shares = [model.places[id] for id in within]
        for at, elsewhere in enumerate(model.elsewhere):
            weights[at] *= sum([share.get(at, elsewhere) for share in shares]) ** power
    for id, left in _named_regions(model, evidence).items():
        if len(left) > 1:
            for at, ratio in enumerate(model.vague[id]):
                weights[at] *= ratio**power
    for id in denied:
        _weigh_place(model, model.places[id], model.strengths[evidence[id]], weights)


def _weigh_place(
    model: Model, shares: Mapping[int, float], strength: Strength, weights: list[float]
) -> None:
    """An answer about one place: first as if nothing named it, then for those that do."""
    before = [(at, weights[at], share) for at, share in shares.items()]
    if_present, if_absent = strength.if_present, strength.if_absent
    weights[:] = [
        weight * (share * if_present + (1 - share) * if_absent)
        for weight, share in zip(weights, model.elsewhere, strict=True)
    ]
    for at, weight, share in before:
        weights[at] = weight * (share * if_present + (1 - share) * if_absent)


def _named_places(model: Model, evidence: Answers) -> list[tuple[str, ...]]:
    """Where it hurts. A region of which no place is named may be any of its places."""
    places = [id for id in model.places if evidence.get(id) in YESES]
    return [*((id,) for id in places), *_named_regions(model, evidence).values()]


def _named_regions(model: Model, evidence: Answers) -> dict[str, tuple[str, ...]]:
    """The regions of which no place is named, with the places that are left of each.

    The leg beside a place below it, or the other way round, is left for a check of its own.
    """
    places = [id for id in model.places if evidence.get(id) in YESES]
    in_leg = {id in model.regions.get(LEG, ()) for id in places}
    regions = {
        id: tuple(place for place in within if evidence.get(place) is not Answer.NO)
        for id, within in model.regions.items()
        if evidence.get(id) in YESES
        and not any(place in within for place in places)
        and (id != LEG) not in in_leg
    }
    return {id: left for id, left in regions.items() if left}


def _normalised(weights: list[float]) -> Belief:
    total = sum(weights)
    return tuple([weight / total for weight in weights])


def ranking(model: Model, belief: Belief) -> list[tuple[str, float]]:
    """The whole belief, best first; equals stay in the order of the content."""
    return sorted(zip(model.candidates, belief, strict=True), key=lambda pair: -pair[1])
