"""Which matching question to ask next, when to stop, and what the answers are said to fit."""

from __future__ import annotations

import math
from collections.abc import Iterable

from skill.interview.answers import Answers, anybody_yes
from skill.interview.belief import SOMETHING_ELSE, Model, Vector, believe, ranking
from skill.library.types import Answer, Library

QUESTION_BUDGET = 10
"""Questions in all after which no matching question follows. Safety questions are never cut."""
HEARD_AT_LEAST = 2
"""Findings to hear, asked or volunteered, so that no place alone names anything; also after
many safety questions, up to the most questions in all."""
MOST_QUESTIONS = 14
"""Questions in all after which none is asked but for safety."""
NAMED_FROM = 0.2
"""The least belief at which a condition is named: four times what an even spread would give."""
SECOND_FROM = 0.5
"""A second match is named from this share of the first one's belief."""
LIKELY = 0.08
"""An answer less likely than this does not keep the questions going."""


def told(model: Model, belief: Vector, wanting: frozenset[str]) -> tuple[str, ...]:
    """The ids that the person is told, best first: none (something else), one or two.

    What is `wanting` something that it requires is not named.
    """
    named = [(id, p) for id, p in ranking(model, belief) if id not in wanting]
    (first, p_first), (second, p_second), *_ = [*named, (SOMETHING_ELSE, 0.0)]
    if first == SOMETHING_ELSE or p_first < NAMED_FROM:
        return ()
    if second != SOMETHING_ELSE and p_second >= SECOND_FROM * p_first:
        return first, second
    return (first,)


def wanting(model: Model, evidence: Answers) -> frozenset[str]:
    """The candidates of which nothing that they require has been affirmed."""
    return frozenset(
        candidate
        for candidate, required in model.requires.items()
        if not anybody_yes(evidence, required)
    )


def next_place(library: Library, model: Model, known: Answers, belief: Vector) -> str | None:
    """The next question about where it hurts: the region that is likeliest, then its places."""
    gates = {id: gate for id, gate in library.gates.items() if gate.opens[0] in library.places}
    for id, gate in gates.items():
        if known.get(id) in (Answer.YES, Answer.KIND_OF):
            missing = [place for place in gate.opens if place not in known]
            if missing:
                return max(missing, key=lambda place: _mass(model, belief, (place,)))
    unasked = [id for id in gates if id not in known]
    return max(unasked, key=lambda id: _mass(model, belief, gates[id].opens), default=None)


def _mass(model: Model, belief: Vector, places: Iterable[str]) -> float:
    return sum(b * p for place in places for b, p in zip(belief, model.places[place], strict=True))


def next_finding(
    library: Library, model: Model, evidence: Answers, asked: int, heard: int
) -> str | None:
    """The finding with the most expected information, or None when asking more is idle.

    `asked` counts all questions so far, `heard` the findings that are known and matter for
    matching alone. Asking is idle when the budget is spent, or when enough was heard and no
    likely answer would change what is told.
    """
    spent = asked >= QUESTION_BUDGET and heard >= HEARD_AT_LEAST
    if spent or asked >= MOST_QUESTIONS:
        return None
    belief = believe(model, evidence)
    missing = wanting(model, evidence)
    told_now = told(model, belief, missing)
    best, best_gain, useful = None, 0.0, heard < HEARD_AT_LEAST
    for id in library.findings:
        if id in evidence or _is_settled(model, id, evidence):
            continue
        gain, changes = _worth(model, belief, id, missing, told_now)
        useful = useful or changes
        if gain > best_gain:
            best, best_gain = id, gain
    return best if useful else None


def _is_settled(model: Model, id: str, known: Answers) -> bool:
    """Whether another finding of its cluster was affirmed, so that it would not count again."""
    return any(
        known[other] in (Answer.YES, Answer.KIND_OF) and model.clusters[other] == model.clusters[id]
        for other in known
        if other in model.clusters
    )


def _worth(
    model: Model, belief: Vector, id: str, missing: frozenset[str], told_now: tuple[str, ...]
) -> tuple[float, bool]:
    """Expected information of a plain yes or no, in nats, and whether either changes the result."""
    p_yes = sum(b * p for b, p in zip(belief, model.present[id], strict=True))
    still = frozenset(candidate for candidate in missing if id not in model.requires[candidate])
    after, changes = 0.0, False
    for answer, chance, lacking in ((Answer.YES, p_yes, still), (Answer.NO, 1 - p_yes, missing)):
        posterior = _updated(belief, model.log[id][answer])
        after += chance * _entropy(posterior)
        changes = changes or (chance >= LIKELY and told(model, posterior, lacking) != told_now)
    return _entropy(belief) - after, changes


def _updated(belief: Vector, log_likelihood: Vector) -> Vector:
    weights = [b * math.exp(log) for b, log in zip(belief, log_likelihood, strict=True)]
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def _entropy(belief: Vector) -> float:
    return -sum(p * math.log(p) for p in belief if p > 0)
