"""Timed sets: what a dose says takes exactly as long as it says, and a pause loses nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coaching import position
from skill.coaching.adjust import AtLevel, Decision, decide, easier, harder
from skill.coaching.timeline import (
    COUNT_IN,
    LEAD_IN,
    SHORTEST_REST,
    SWITCH,
    Cue,
    Kind,
    Pace,
    paced,
    segments,
    timeline,
    total,
)
from skill.library.load import load
from skill.library.types import Sides

LIBRARY = load()
EXERCISES = LIBRARY.exercises
EVERY = [
    (id, level, pace)
    for id, exercise in EXERCISES.items()
    for level in range(1, len(exercise.levels) + 1)
    for pace in Pace
]
MOST_SECONDS = 230.0


def by_hand(id: str, level: int, pace: Pace) -> float:
    """The seconds of an exercise, reckoned from its dose alone."""
    exercise = EXERCISES[id]
    dose = exercise.levels[level - 1]
    sides = 2 if exercise.sides is Sides.EACH else 1
    repetition = sum(paced(phase.seconds, pace) for phase in exercise.repetition.phases)
    sets = dose.sets * sides * (COUNT_IN + dose.repetitions * repetition)
    rests = (dose.sets - 1) * max(dose.rest, SHORTEST_REST) + dose.sets * (sides - 1) * SWITCH
    return exercise.fetch + sets + rests


def running_at(cues: tuple[Cue, ...], moment: float) -> Cue:
    """The cue that is running, found by walking through all of them."""
    return next((cue for cue in cues if cue.at <= moment < cue.ends), cues[-1])


@pytest.mark.parametrize(("id", "level", "pace"), EVERY)
def test_an_exercise_takes_as_long_as_its_dose_says(id: str, level: int, pace: Pace) -> None:
    assert total(timeline(EXERCISES[id], level, pace)) == pytest.approx(by_hand(id, level, pace))


@pytest.mark.parametrize(("id", "level", "pace"), EVERY)
def test_every_cue_begins_where_the_one_before_ends(id: str, level: int, pace: Pace) -> None:
    cues = timeline(EXERCISES[id], level, pace)
    assert all(after.at == pytest.approx(before.ends) for before, after in pairwise(cues))


@given(exercise=st.sampled_from(EVERY), share=st.floats(0, 1))
def test_the_position_is_the_repetition_that_is_running(
    exercise: tuple[str, int, Pace], share: float
) -> None:
    id, level, pace = exercise
    cues = timeline(EXERCISES[id], level, pace)
    moment = share * total(cues)
    found, running = cues[position.at(cues, moment)], running_at(cues, moment)
    assert (found.set, found.repetition, found.side, found.kind) == (
        running.set,
        running.repetition,
        running.side,
        running.kind,
    )


@given(exercise=st.sampled_from(EVERY), share=st.floats(0, 1))
def test_a_set_is_taken_up_at_the_repetition_that_was_running_and_never_later(
    exercise: tuple[str, int, Pace], share: float
) -> None:
    id, level, pace = exercise
    cues = timeline(EXERCISES[id], level, pace)
    index = position.at(cues, share * total(cues))
    start = position.repetition_start(cues, index)
    rest = position.resumed(cues, start)
    assert start <= index
    first = next((cue for cue in rest if cue.kind is Kind.PHASE), None)
    if cues[index].kind is Kind.PHASE:
        assert first is not None
        assert first.opens
        assert (first.set, first.repetition) == (cues[index].set, cues[index].repetition)
        assert rest[0].kind is Kind.COUNT_IN
        assert rest[0].lasts == LEAD_IN
    else:
        assert rest[0] == cues[index]


@pytest.mark.parametrize(("id", "level", "pace"), EVERY)
def test_the_parts_of_an_exercise_fit_into_a_response_and_lose_nothing(
    id: str, level: int, pace: Pace
) -> None:
    cues = timeline(EXERCISES[id], level, pace)
    parts = segments(cues, MOST_SECONDS)
    assert tuple(cue for part in parts for cue in part) == cues
    assert all(total(part) <= MOST_SECONDS for part in parts)
    for part in parts[1:]:
        assert part[0].kind is not Kind.PHASE or part[0].opens


def test_a_slower_pace_takes_longer_and_a_faster_one_less() -> None:
    for id in EXERCISES:
        slower, steady, faster = (
            total(timeline(EXERCISES[id], 1, pace))
            for pace in (Pace.SLOWER, Pace.STEADY, Pace.FASTER)
        )
        assert slower >= steady >= faster


def test_what_is_left_of_a_set_shrinks_to_nothing() -> None:
    cues = timeline(EXERCISES["slow-calf-raise"], 1, Pace.STEADY)
    left = [position.left(cues, index) for index in range(len(cues))]
    assert left == sorted(left, reverse=True) or left[0] > left[-1]
    assert left[-1] == (0, 1)


def test_easier_ends_at_the_easiest_and_harder_at_the_hardest() -> None:
    for id in EXERCISES:
        for turn in (easier, harder):
            step: AtLevel | None = AtLevel(id, 1)
            seen: list[AtLevel] = []
            while step is not None:
                assert step not in seen
                seen.append(step)
                step = turn(EXERCISES, step)


def test_pain_is_judged_by_the_rule_of_what_is_loaded() -> None:
    rules = LIBRARY.pain_rules
    assert [decide(rules["tendon"], pain) for pain in (0, 3, 4, 5, 6, 10)] == [
        Decision.GO_ON,
        Decision.GO_ON,
        Decision.EASE,
        Decision.EASE,
        Decision.STOP,
        Decision.STOP,
    ]
    assert decide(rules["bone"], 1) is Decision.STOP
    assert decide(rules["outer-tendon"], 4) is Decision.STOP
