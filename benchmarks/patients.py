"""Simulated patients, drawn from the content's own numbers.

They show whether the interview finds what the content itself says, when one answer in ten is
wrong. That is self-consistency: it tells nothing about patients.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from random import Random

from benchmarks.measures import URGENT
from benchmarks.stories import Story
from skill.interview import red_flags
from skill.interview.interview import Knowledge
from skill.interview.model import Model
from skill.library.types import Answer, Care

WRONG = 0.1


def simulate(knowledge: Knowledge, how_many: int) -> list[Story]:
    """Patients as stories; the same ones at every run.

    The condition is drawn by incidence, the place and each finding by how often the condition
    shows them; a red flag only where the condition itself names it. The care wanted is what the
    flags and the condition drawn call for. Then one place and one finding in ten is told wrong,
    a flag never.

    Each thing about each patient has a chance of its own, so that a condition or finding that is
    new in the content leaves all others as they were, and before and after compare.
    """
    return [_patient(knowledge, number) for number in range(how_many)]


def _patient(knowledge: Knowledge, number: int) -> Story:
    library, model = knowledge.library, knowledge.model
    by_incidence = dict(zip(model.candidates, model.prior, strict=True))
    condition = _drawn(number, "condition", by_incidence)
    at = model.candidates.index(condition)
    shares = {id: model.places[id].get(at, model.elsewhere[at]) for id in library.places}
    place = _drawn(number, "place", shares)
    true = {id: _chance(number, id) < _frequency(model, id, at) for id in library.findings}
    conditions = library.conditions | library.look_alikes
    content = conditions.get(condition)
    flags = {
        id: content is not None
        and id in content.findings
        and _chance(number, id) < _frequency(model, id, at)
        for id, flag in library.red_flags.items()
        if flag.rule is None
    }
    known = {id: id == place for id in shares} | true | flags
    grades = {id: Answer.YES if known[id] else Answer.NO for id in known}
    raised = red_flags.flags_of(library, grades).values()
    care = max(
        (content.care if content else Care.SEE_CLINICIAN, *raised), key=lambda care: care.rank
    )
    is_wrong = _chance(number, "wrong place") < WRONG
    said = _drawn(number, "said place", dict.fromkeys(shares, 1.0)) if is_wrong else place
    told = {id: yes != (_chance(number, f"wrong {id}") < WRONG) for id, yes in true.items()}
    return Story(
        id=f"simulated-{number}",
        condition=condition,
        in_scope=condition in library.conditions,
        # Who is sent away urgently is told no name, and so is not scored for one.
        confirmed=care not in URGENT,
        weak=False,
        care=care,
        care_ok=frozenset({care}),
        facts={id: id == said for id in shares} | told | flags,
    )


def _chance(number: int, what: str) -> float:
    """A number from 0 to 1, always the same for this about this patient."""
    return Random(f"{number} {what}").random()


def _drawn(number: int, what: str, weights: Mapping[str, float]) -> str:
    """One of these by weight. A new one takes patients from the others, and moves no other.

    Each waits for a time that is exponential by its weight, and the first to come is drawn.
    """
    return min(weights, key=lambda id: -log(1 - _chance(number, f"{what} {id}")) / weights[id])


def _frequency(model: Model, id: str, at: int) -> float:
    sign = model.signs[id]
    return sign.mentioned.get(at, sign.background)
