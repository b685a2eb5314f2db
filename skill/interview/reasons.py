"""What speaks for a match and what against it, in the person's own findings."""

from __future__ import annotations

import math
from dataclasses import dataclass

from skill.interview.answers import YESES, Answers, evidence_from
from skill.interview.belief import Model
from skill.library.types import Answer, Library

NOTABLE = 0.25
"""The least weight of evidence, in nats, that is worth a breath."""
MOST_FOR = 3
MOST_AGAINST = 2


@dataclass(frozen=True)
class Reason:
    """A finding that counts, and whether the person has it."""

    id: str
    present: bool


@dataclass(frozen=True)
class Reasons:
    """Strongest first."""

    for_it: tuple[Reason, ...]
    against_it: tuple[Reason, ...]


def reasons(library: Library, model: Model, given: Answers, match: str) -> Reasons:
    """Why a match was named: each answer against how common it is among all candidates."""
    evidence = evidence_from(library, given)
    at = model.candidates.index(match)
    weighed: list[tuple[float, Reason]] = []
    for id, answer in evidence.items():
        if answer is Answer.NOT_SURE:
            continue
        logs = model.log.get(id, {}).get(answer)
        if id in model.places:
            if answer not in YESES:
                continue
            logs = tuple(math.log(p) for p in model.places[id])
        if logs is not None:
            usual = math.log(
                sum(p * math.exp(log) for p, log in zip(model.prior, logs, strict=True))
            )
            weighed.append((logs[at] - usual, Reason(id, answer in YESES)))
    weighed.sort(key=lambda pair: -abs(pair[0]))
    return Reasons(
        for_it=tuple(r for weight, r in weighed if weight >= NOTABLE)[:MOST_FOR],
        against_it=tuple(r for weight, r in weighed if weight <= -NOTABLE)[:MOST_AGAINST],
    )
