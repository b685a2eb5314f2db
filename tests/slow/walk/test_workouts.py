"""A session lasts as long as its routine says, from the first exercise to the close."""

from __future__ import annotations

import pytest

from skill.coaching.timeline import LEAD_IN, Kind
from skill.dialog.events import Wants
from skill.dialog.state import Result, State
from skill.library.types import Care
from tests.coaching import durations
from tests.slow.walk.knowledge import LIBRARY
from tests.slow.walk.workouts import session

EVERY = [
    (id, level) for id, routine in LIBRARY.routines.items() for level in range(len(routine.levels))
]


@pytest.mark.parametrize(("id", "level"), EVERY)
def test_a_routine_lasts_as_long_as_its_doses_say(id: str, level: int) -> None:
    """Whoever is told step n after one good session of two stays at it: see `WELL`."""
    replies = list(session(_before(id), Wants(routine=id), level + 1))
    cues = [cue for reply in replies for act in reply.said if act.about for cue in act.cues]
    cues = [cue for cue in cues if cue.kind is not Kind.SET_UP]
    lead_ins = [cue for cue in cues if cue.kind is Kind.COUNT_IN and cue.lasts == LEAD_IN]
    played = sum(cue.lasts for cue in cues) - sum(cue.lasts for cue in lead_ins)

    steps = LIBRARY.routines[id].levels[level]
    assert played == pytest.approx(sum(durations.takes(s.exercise, s.level) for s in steps))
    assert replies[-1].acts[0].id in {"well-done", "session-done"}
    assert replies[-1].state is None


def _before(id: str) -> State | None:
    """Nothing, save where the routine is only for whom a check told what it is for."""
    routine = LIBRARY.routines[id]
    told = Result(Care.SELF_CARE, tuple(routine.fits[:1]), (), exercise_offered=True)
    return State(pending="why-offer", result=told) if routine.early else None
