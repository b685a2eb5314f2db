"""Simulated patients, drawn from the content's own numbers.

They show whether the interview finds what the content itself says, when one answer in ten is
wrong. That is self-consistency: it tells nothing about patients.
"""

from __future__ import annotations

from random import Random

from benchmarks.measures import URGENT
from benchmarks.stories import Story
from skill.interview import red_flags
from skill.interview.belief import Model
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer, Care

SEED = 6
WRONG = 0.1


def simulated(knowledge: Knowledge, how_many: int) -> list[Story]:
    """Patients as stories; the same ones at every run.

    The condition is drawn by incidence, the place and each finding by how often the condition
    shows them; a red flag only where the condition itself names it. The care wanted is what the
    flags and the condition drawn call for. Then one place and one finding in ten is told wrong,
    a flag never.
    """
    random = Random(SEED)
    return [_patient(knowledge, random, number) for number in range(how_many)]


def _patient(knowledge: Knowledge, random: Random, number: int) -> Story:
    library, model = knowledge.library, knowledge.model
    at = random.choices(range(len(model.candidates)), model.prior)[0]
    condition = model.candidates[at]
    places = list(library.places)
    shares = [model.places[id].get(at, model.elsewhere[at]) for id in places]
    place = random.choices(places, shares)[0]
    true = {id: random.random() < _frequency(model, id, at) for id in library.findings}
    conditions = library.conditions | library.look_alikes
    content = conditions.get(condition)
    flags = {
        id: content is not None
        and id in content.findings
        and random.random() < _frequency(model, id, at)
        for id, flag in library.red_flags.items()
        if flag.rule is None
    }
    known = {id: id == place for id in places} | true | flags
    grades = {id: Answer.YES if known[id] else Answer.NO for id in known}
    raised = red_flags.raised(library, grades).values()
    care = max(
        (content.care if content else Care.SEE_CLINICIAN, *raised), key=lambda care: care.rank
    )
    said = random.choice(places) if random.random() < WRONG else place
    told = {id: yes != (random.random() < WRONG) for id, yes in true.items()}
    return Story(
        id=f"simulated-{number}",
        condition=condition,
        in_scope=condition in library.conditions,
        # Who is sent away urgently is told no name, and so is not scored for one.
        confirmed=care not in URGENT,
        weak=False,
        care=care,
        care_ok=frozenset({care}),
        facts={id: id == said for id in places} | told | flags,
    )


def _frequency(model: Model, id: str, at: int) -> float:
    sign = model.signs[id]
    return sign.mentioned.get(at, sign.background)
