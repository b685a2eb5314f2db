"""Timed sets: what a dose says takes exactly as long as it says, and a pause loses nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coaching import position
from skill.coaching.timeline import (
    LEAD_IN,
    WAITS,
    Cue,
    Kind,
    Pace,
    first_part,
    timeline,
    total,
)
from tests.coaching import durations
from tests.row import row
from tools.content.load import load

LIBRARY = load()
EXERCISES = LIBRARY.exercises
EVERY = [
    (id, level, pace)
    for id, exercise in EXERCISES.items()
    for level in range(1, len(exercise.levels) + 1)
    for pace in Pace
]
MOST_SECONDS = 230.0
FACTORS = {Pace.SLOWER: 1.25, Pace.STEADY: 1.0, Pace.FASTER: 0.8}


def cut(cues: tuple[Cue, ...]) -> list[tuple[Cue, ...]]:
    """All cues, in the parts in which they are played one after another."""
    parts: list[tuple[Cue, ...]] = []
    while cues:
        parts.append(first_part(cues, MOST_SECONDS))
        cues = cues[len(parts[-1]) :]
    return parts


def running_at(cues: tuple[Cue, ...], moment: float) -> Cue:
    """The cue that is running, found by walking through all of them."""
    return next((cue for cue in cues if cue.at <= moment < cue.ends), cues[-1])


@pytest.mark.parametrize("one_is_sore", [False, True])
def test_an_exercise_takes_as_long_as_its_dose_says(one_is_sore: bool) -> None:
    for id, level, pace in EVERY:
        with row(id, level, pace):
            cues = timeline(EXERCISES[id], level, pace, one_is_sore=one_is_sore)
            by_hand = durations.takes(id, level, FACTORS[pace], one_is_sore=one_is_sore)
            assert total(cues) == pytest.approx(by_hand)


def test_every_cue_begins_where_the_one_before_ends() -> None:
    for id, level, pace in EVERY:
        with row(id, level, pace):
            cues = timeline(EXERCISES[id], level, pace)
            assert all(abs(after.at - before.ends) < 1e-9 for before, after in pairwise(cues))


def test_one_side_alone_takes_as_long_as_its_dose_says_and_changes_no_sides() -> None:
    for id, level, pace in EVERY:
        with row(id, level, pace):
            cues = timeline(EXERCISES[id], level, pace, only_one=True)
            by_hand = durations.takes(id, level, FACTORS[pace], only_one=True)
            assert total(cues) == pytest.approx(by_hand)
            assert {cue.side for cue in cues} == {1}


@given(exercise=st.sampled_from(EVERY), share=st.floats(0, 1))
def test_the_position_is_the_repetition_that_is_running(
    exercise: tuple[str, int, Pace], share: float
) -> None:
    id, level, pace = exercise
    cues = timeline(EXERCISES[id], level, pace)
    moment = share * total(cues)
    found, running = cues[position.index_at(cues, moment)], running_at(cues, moment)
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
    index = position.index_at(cues, share * total(cues))
    start = position.repetition_start(cues, index)
    rest = position.cues_from(cues, position.Position(start))
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


def test_the_parts_of_an_exercise_fit_into_a_response_and_lose_nothing() -> None:
    for id, level, pace in EVERY:
        with row(id, level, pace):
            cues = timeline(EXERCISES[id], level, pace)
            parts = cut(cues)
            assert tuple(cue for part in parts for cue in part) == cues
            assert all(total(part) <= MOST_SECONDS for part in parts)
            assert all(part[0].kind is not Kind.PHASE or part[0].opens for part in parts[1:])
            # A change of sides is told with the side that follows.
            assert all(part[-1].kind is not Kind.SWITCH for part in parts[:-1])


def test_a_slower_pace_takes_longer_and_a_faster_one_less() -> None:
    for id in EXERCISES:
        slower, steady, faster = (
            total(timeline(EXERCISES[id], 1, pace))
            for pace in (Pace.SLOWER, Pace.STEADY, Pace.FASTER)
        )
        assert slower >= steady >= faster


def test_what_is_left_of_a_set_shrinks_to_nothing() -> None:
    cues = timeline(EXERCISES["slow-calf-raise"], 1, Pace.STEADY)
    left = [position.left_at(cues, index) for index in range(len(cues))]
    assert [one.sets for one in left] == sorted((one.sets for one in left), reverse=True)
    assert left[0] == (10, True, 2)
    assert left[-1] == (1, False, 0)


@given(exercise=st.sampled_from(EVERY), begin=st.floats(0, 1), share=st.floats(0, 0.999))
def test_what_was_cut_off_is_taken_up_at_its_repetition_wherever_it_had_begun(
    exercise: tuple[str, int, Pace], begin: float, share: float
) -> None:
    id, level, pace = exercise
    cues = timeline(EXERCISES[id], level, pace)
    first = position.repetition_start(cues, round(begin * (len(cues) - 1)))
    place = position.Position(first)
    played = first_part(position.cues_from(cues, place), MOST_SECONDS)
    elapsed = share * total(played)
    lead_in = len(position.cues_from(cues, place)) - (len(cues) - first)
    found = position.interruption(cues, place, first + len(played) - lead_in, elapsed)
    running = running_at(played, played[0].at + elapsed)

    assert found is not None
    at = found.cue
    assert (cues[at].set, cues[at].repetition, cues[at].side) == (
        running.set,
        running.repetition,
        running.side,
    )
    seconds = [one["seconds"] for one in durations.exercise(id)["repetition"]["phases"]]
    is_long = sum(seconds) >= 15  # Such a repetition is taken up within it: `test_taken_up`.
    assert is_long or cues[at].opens or cues[at].kind is not Kind.PHASE


@given(exercise=st.sampled_from(EVERY), share=st.floats(0, 0.999), again=st.floats(0, 0.999))
def test_a_wait_that_is_cut_off_twice_goes_on_at_its_second(
    exercise: tuple[str, int, Pace], share: float, again: float
) -> None:
    id, level, pace = exercise
    cues = timeline(EXERCISES[id], level, pace)
    for index in (i for i, cue in enumerate(cues) if cue.kind in WAITS):
        begin = position.Position(index)
        for part in (share, again):
            (wait, *_) = position.cues_from(cues, begin)
            begin = position.interruption(cues, begin, len(cues), part * wait.lasts) or begin
        (wait, *_) = position.cues_from(cues, begin)
        assert begin.cue == index
        assert wait.ends == pytest.approx(cues[index].ends)
        assert wait.lasts == pytest.approx(max(cues[index].lasts - begin.into, 5.0), abs=0.01)


def test_what_was_played_to_its_end_was_not_cut_off() -> None:
    cues = timeline(EXERCISES["clam"], 1, Pace.STEADY)

    assert position.interruption(cues, position.Position(0), len(cues), total(cues)) is None
    assert (
        position.interruption(cues, position.Position(0), len(cues), total(cues) - 0.1) is not None
    )
