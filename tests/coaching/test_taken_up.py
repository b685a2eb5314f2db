"""An exercise that is broken off again and again: nothing is skipped, and little is done twice.

What is on at a second is reckoned from the YAML alone.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import pytest

from skill.coaching import position
from skill.coaching.timeline import Cue, Kind, Pace, timeline
from tests.coaching import durations
from tools.content.load import load

EXERCISES = load().exercises
INTERRUPTIONS = 60
LEAD_IN = 2.0
MOST_TWICE = 10.0
"""Seconds of a hold that are done twice at most."""
A_MINUTE = 60
DOSES = [dose for dose in durations.every_dose() if dose[1] == len(EXERCISES[dose[0]].levels)]


class Phase(NamedTuple):
    """A phase of a repetition, in seconds since the wait before the exercise."""

    begins: float
    ends: float


def phases_of(id: str, level: int) -> list[Phase]:
    """Every phase of an exercise in its order."""
    content = durations.exercise(id)
    dose = content["levels"][level - 1]
    each = content["sides"] == "each"
    switch = durations.TO_SWITCH_WITH_EQUIPMENT if content.get("equipment") else durations.TO_SWITCH
    at, found = float(content["fetch"]), []
    for number in range(dose["sets"]):
        at += max(dose["rest"], durations.SHORTEST_REST) if number else 0
        for side in range(2 if each else 1):
            at += (switch if side else 0) + durations.COUNT_IN
            for phase in content["repetition"]["phases"] * dose["repetitions"]:
                found.append(Phase(at, at + phase["seconds"]))
                at += phase["seconds"]
    return found


def moment_of(cues: tuple[Cue, ...], place: position.Position) -> float:
    """The second at which a position is taken up: a wait lasts five more at least."""
    cue = cues[place.cue]
    begins = cue.at + place.into
    if cue.kind is Kind.PHASE:
        return begins
    return min(begins, cue.ends - min(durations.SHORTEST_REST, cue.lasts))


@pytest.mark.parametrize(("id", "level"), DOSES)
def test_an_exercise_that_is_broken_off_sixty_times_is_done_whole(id: str, level: int) -> None:
    random = Random(f"{id} {level}")
    cues = timeline(EXERCISES[id], level, Pace.STEADY)
    phases = phases_of(id, level)
    of_one = sum(phase["seconds"] for phase in durations.exercise(id)["repetition"]["phases"])
    runs = any(phase.ends - phase.begins >= A_MINUTE for phase in phases)
    for _ in range(INTERRUPTIONS):
        place, worked = position.Position(0), dict.fromkeys(phases, 0.0)
        for _ in range(3):  # One after another: the place that is kept is broken off in turn.
            begun = moment_of(cues, place)
            led_in = LEAD_IN if cues[place.cue].kind is Kind.PHASE else 0.0
            broken_off = begun + random.random() * (cues[-1].ends - begun)
            found = position.interruption(cues, place, len(cues), broken_off - begun + led_in)
            assert found is not None
            goes_on = moment_of(cues, found)
            add(worked, begun, broken_off)
            assert begun - 0.01 <= goes_on <= broken_off + 0.01
            if not runs and (on := at(phases, broken_off)):
                assert min(broken_off, on.ends) - goes_on <= MOST_TWICE + 0.01, (of_one, on)
            place = found
        add(worked, moment_of(cues, place), cues[-1].ends)
        for phase, seconds in worked.items():
            assert seconds >= phase.ends - phase.begins - 0.01
        twice = sum(worked.values()) - sum(one.ends - one.begins for one in phases)
        assert runs or twice <= 3 * MOST_TWICE + 0.01


def add(worked: dict[Phase, float], begins: float, ends: float) -> None:
    """Count the seconds of each phase that lie between two moments."""
    for phase in worked:
        worked[phase] += max(min(ends, phase.ends) - max(begins, phase.begins), 0.0)


def at(phases: list[Phase], moment: float) -> Phase | None:
    """The phase that is on at a moment."""
    return next((one for one in phases if one.begins <= moment < one.ends), None)


def test_a_run_is_taken_up_at_its_ten_too() -> None:
    cues = timeline(EXERCISES["run-walk-three-minutes"], 1, Pace.STEADY)
    run = next(i for i, cue in enumerate(cues) if cue.phase == "run")
    begin = position.Position(run, 60.0)

    found = position.interruption(cues, begin, len(cues), LEAD_IN + 47)
    assert found == (run, 100.0)
    led_in, rest, *_ = position.cues_from(cues, found)
    assert (led_in.lasts, rest.lasts, rest.into) == (LEAD_IN, 80.0, 100.0)


def test_what_is_broken_off_in_its_lead_in_begins_where_it_would_have_begun() -> None:
    cues = timeline(EXERCISES["ankle-push-isometric"], 1, Pace.STEADY)
    third = next(i for i, cue in enumerate(cues) if cue.phase == "push-out")

    at_the_cross = position.interruption(cues, position.Position(0), len(cues), cues[third].at + 4)
    assert at_the_cross == (third - 1, 0.0)
    assert position.interruption(cues, at_the_cross, len(cues), 1.0) == at_the_cross
    assert position.interruption(cues, at_the_cross, len(cues), 3.0) == at_the_cross
