"""What speaks for a match and what against it, in the person's own findings."""

from __future__ import annotations

from math import log

from msgspec import Struct

from skill.interview.answers import OUTLASTS, evidence_from
from skill.interview.model import Model
from skill.library.types import YESES, Answer, Answers, Library

NOTABLE = 0.25
"""The least weight of evidence, in nats, that is worth a breath."""
MOST_FOR = 3
MOST_AGAINST = 2


class Reason(Struct, frozen=True):
    """A finding that counts, and whether the person has it."""

    id: str
    present: bool


class Reasons(Struct, frozen=True):
    """Strongest first."""

    for_it: tuple[Reason, ...]
    against_it: tuple[Reason, ...]


def reasons(library: Library, model: Model, given: Answers, match: str) -> Reasons:
    """Why a match was named: each answer against how common it is among all candidates.

    A flag that counts as a yes because nobody was sure is no reason.
    """
    at = model.candidates.index(match)
    weighed = [
        (weight, Reason(id, answer in YESES))
        for id, answer in evidence_from(library, given).items()
        if not (id in library.red_flags and answer is Answer.KIND_OF)
        and (weight := _weight(model, at, id, answer)) is not None
    ]
    weighed.sort(key=lambda pair: -abs(pair[0]))
    return Reasons(
        for_it=_without_implied([r for weight, r in weighed if weight >= NOTABLE])[:MOST_FOR],
        against_it=_without_implied([r for weight, r in weighed if weight <= -NOTABLE])[
            :MOST_AGAINST
        ],
    )


def _without_implied(found: list[Reason]) -> tuple[Reason, ...]:
    """The reasons without the time that another covers: within two weeks is within six."""
    implied = {
        Reason(shorter, present=True) if longest.present else Reason(longer, present=False)
        for longer, shorter in OUTLASTS.items()
        for longest in found
        if longest in (Reason(longer, present=True), Reason(shorter, present=False))
    }
    return tuple(reason for reason in found if reason not in implied)


def _weight(model: Model, at: int, id: str, answer: Answer) -> float | None:
    """The weight of evidence of one answer for a candidate, in nats; None where it has none."""
    if id in model.places and answer in YESES:
        shares = model.places[id]
        mean = sum(
            prior * shares.get(index, elsewhere)
            for index, (prior, elsewhere) in enumerate(
                zip(model.prior, model.elsewhere, strict=True)
            )
        )
        return log(shares.get(at, model.elsewhere[at]) / mean)
    if id not in model.signs or answer is Answer.NOT_SURE:
        return None
    sign, strength = model.signs[id], model.strengths[answer]
    usual = strength.of(sign.background)
    mean = usual + sum(
        model.prior[index] * (strength.of(present) - usual)
        for index, present in sign.mentioned.items()
    )
    return log(strength.of(sign.mentioned.get(at, sign.background)) / mean)
