"""The belief: how well each condition fits the answers, by Bayes' rule.

Conditions, look-alikes and "something else" compete. Where the pain is counts as one
categorical variable; findings of one cluster count as less than
their number; an answer counts for what its grade
is worth (`content/likelihoods.yaml`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skill.interview.answers import YESES, Answers
from skill.library.types import Answer, Condition, Finding, Frequency, Library, RedFlag

SOMETHING_ELSE = "something-else"

OUT_OF_THE_QUESTION = math.log(0.01)
"""The weight of what a condition cannot be without having been denied."""

Vector = tuple[float, ...]
"""One value per candidate, in the order of `Model.candidates`."""


@dataclass(frozen=True)
class Model:
    """What the content says about the candidates, as numbers ready for Bayes' rule.

    `present[id]` is P(finding | candidate); `log[id][grade]` is log P(answer | candidate);
    `places[id]` is P(the pain is mainly there | candidate), which sums to 1 over the places.
    `requires` holds what must not all be denied, by candidate.
    """

    candidates: tuple[str, ...]
    prior: Vector
    present: Mapping[str, Vector]
    log: Mapping[str, Mapping[Answer, Vector]]
    places: Mapping[str, Vector]
    place_log: Mapping[str, Mapping[Answer, Vector]]
    clusters: Mapping[str, str]
    requires: Mapping[str, tuple[str, ...]]


def build(library: Library) -> Model:
    """The model of a library; built once and kept."""
    chance = library.likelihoods.frequencies
    conditions = library.conditions | library.look_alikes
    candidates = (*conditions, SOMETHING_ELSE)
    weights = [c.incidence for c in conditions.values()] + [library.something_else.incidence]
    named = {id for condition in conditions.values() for id in condition.findings}
    signs: dict[str, Finding | RedFlag] = {
        **library.findings,
        **{id: flag for id, flag in library.red_flags.items() if id in named},
    }
    present = {
        id: (
            *(chance[_frequency(c, id, sign)] for c in conditions.values()),
            chance[sign.background],
        )
        for id, sign in signs.items()
    }
    places = _places(library, tuple(conditions.values()))
    return Model(
        candidates=candidates,
        prior=tuple(weight / sum(weights) for weight in weights),
        present=present,
        log={id: _graded(library, vector) for id, vector in present.items()},
        places=places,
        place_log={id: _graded(library, vector) for id, vector in places.items()},
        clusters={id: sign.cluster or id for id, sign in signs.items()},
        requires={id: c.requires for id, c in conditions.items() if c.requires},
    )


def _frequency(condition: Condition, id: str, sign: Finding | RedFlag) -> Frequency:
    return condition.findings[id].frequency if id in condition.findings else sign.background


def _places(library: Library, conditions: tuple[Condition, ...]) -> dict[str, Vector]:
    chance = library.likelihoods.frequencies

    def shares(condition: Condition) -> dict[str, float]:
        mainly = {id: place.frequency for id, place in condition.places.items()}
        weights = {id: chance[mainly.get(id, Frequency.NEVER)] for id in library.places}
        return {id: weight / sum(weights.values()) for id, weight in weights.items()}

    by_condition = [shares(condition) for condition in conditions]
    anywhere = 1 / len(library.places)
    return {id: (*(share[id] for share in by_condition), anywhere) for id in library.places}


def _graded(library: Library, present: Vector) -> dict[Answer, Vector]:
    return {
        answer: tuple(
            math.log(p * strength.if_present + (1 - p) * strength.if_absent) for p in present
        )
        for answer, strength in library.likelihoods.answers.items()
    }


def believe(model: Model, known: Answers) -> Vector:
    """The belief over the candidates, given what is known. Sums to 1."""
    total = [math.log(p) for p in model.prior]
    _add(total, _place_evidence(model, known))
    clusters: dict[str, list[str]] = {}
    for id in known:
        if id in model.log:
            clusters.setdefault(model.clusters[id], []).append(id)
    for members in clusters.values():
        _add(total, _together(_evidence_of_cluster(model, members, known)))
    for candidate, required in model.requires.items():
        if all(known.get(id, Answer.YES) not in YESES for id in required):
            total[model.candidates.index(candidate)] += OUT_OF_THE_QUESTION
    return _normalised(total)


def _evidence_of_cluster(model: Model, members: list[str], known: Answers) -> list[Vector]:
    """What was affirmed speaks for a cluster; only where nothing was, what was denied."""
    heard = [id for id in members if known[id] in YESES] or members
    return [model.log[id][known[id]] for id in heard]


def _place_evidence(model: Model, known: Answers) -> Vector:
    """Named places must each be explained (their mean, in logarithms); denied ones each count."""
    total = [0.0] * len(model.candidates)
    named = [id for id in model.places if known.get(id) in YESES]
    if named:
        logs = [tuple(math.log(p) for p in model.places[id]) for id in named]
        _add(total, _mean(logs))
        return tuple(total)
    for id in model.places:
        if id in known:
            _add(total, model.place_log[id][known[id]])
    return tuple(total)


def _add(total: list[float], vector: Iterable[float]) -> None:
    for index, value in enumerate(vector):
        total[index] += value


def _together(vectors: list[Vector]) -> Vector:
    """n signs that come together weigh as much as √n that do not."""
    if len(vectors) == 1:
        return vectors[0]
    return tuple(value * math.sqrt(len(vectors)) for value in _mean(vectors))


def _mean(vectors: list[Vector]) -> Vector:
    if len(vectors) == 1:
        return vectors[0]
    return tuple(sum(values) / len(vectors) for values in zip(*vectors, strict=True))


def _normalised(logs: list[float]) -> Vector:
    highest = max(logs)
    weights = [math.exp(value - highest) for value in logs]
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def ranking(model: Model, belief: Vector) -> list[tuple[str, float]]:
    """The whole belief, best first; equals stay in the order of the content."""
    return sorted(zip(model.candidates, belief, strict=True), key=lambda pair: -pair[1])
