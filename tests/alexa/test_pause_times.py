"""The times of a set's request and of a pause: how long a set was played, whatever they say."""

from __future__ import annotations

import pytest

from tests.alexa.exercise_session import LONG, Coached, about_to, timestamp
from tests.alexa.pauses import (
    A_MILLISECOND_EACH,
    DOSES,
    SKILLS,
    left_from,
    left_when_resumed,
    named,
    parts_of,
)
from tests.alexa.requests import intent
from tests.coaching import durations


def paused_at(
    started: float | None, paused: float | None
) -> tuple[tuple[int, int | None] | None, float]:
    """Where a set that was asked for at a moment is paused at another, and what is left of it."""
    coached = Coached(SKILLS[3], about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", started)
    told = named(coached.says("AMAZON.PauseIntent", paused))
    return told, left_when_resumed(coached, LONG)[1]


def test_the_times_of_both_requests_say_how_long_a_set_was_played() -> None:
    at_once = paused_at(0, 70)

    assert at_once[0] is not None
    assert paused_at(40, 110) == at_once
    assert paused_at(0, 110) != at_once
    assert paused_at(40, 70) != at_once


@pytest.mark.parametrize(("started", "paused"), [(None, 70.0), (0.0, None), (None, None)])
def test_without_one_of_the_times_it_is_taken_up_at_the_beginning_of_what_was_played(
    started: float | None, paused: float | None
) -> None:
    assert paused_at(started, paused) == (None, durations.takes("clam", 1))


def test_without_a_time_a_later_part_is_taken_up_at_its_own_beginning() -> None:
    several = [dose for dose in DOSES if len(parts_of(SKILLS[3], *dose)) > 1]
    assert several
    _, second, *_ = parts_of(SKILLS[3], *several[0])
    coached = Coached(SKILLS[3], second.attributes)

    coached.says("AMAZON.PauseIntent", None)
    _, left = left_when_resumed(coached, 9 * LONG)

    assert left == pytest.approx(left_from(second, 0), abs=A_MILLISECOND_EACH)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-22T12:01:10.250Z",
        "2026-11-22T13:01:10.250+01:00",
        "2026-11-22T07:01:10.25-05:00",
        "2026-11-22T12:01:10.250",
    ],
)
def test_a_time_is_understood_in_every_way_of_writing_it(written: str) -> None:
    coached = Coached(SKILLS[3], about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", 0)
    event = intent("AMAZON.PauseIntent", attributes=coached.attributes)
    event["request"]["timestamp"] = written

    said = SKILLS[3].answer(event, None)

    told = named(said)
    assert told is not None
    assert told == paused_at(0, 70.25)[0]


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "",
        "soon",
        7,
        1_795_348_890_000,
        1.5e300,
        [],
        {},
        True,
        "2026-12-31T23:59:60Z",
        "2026-11-22T12:01:30+99:99",
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00+14:00",
        "1969-12-31T23:59:59Z",
        timestamp(-LONG),
    ],
)
def test_a_time_that_says_nothing_or_is_before_the_set_takes_it_up_at_its_beginning(
    odd: object,
) -> None:
    coached = Coached(SKILLS[3], about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", 0)
    event = intent("AMAZON.PauseIntent", attributes=coached.attributes)
    event["request"]["timestamp"] = odd

    said = SKILLS[3].answer(event, None)

    assert named(said) is None
    assert said["sessionAttributes"]["workout"].get("cue", 0) == 0


@pytest.mark.parametrize("far", ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00"])
def test_a_set_is_over_at_a_time_in_the_far_future(far: str) -> None:
    coached = Coached(SKILLS[3], about_to("clam", 1))
    coached.says("AMAZON.StartOverIntent", 0)
    pending = coached.attributes["pending"]
    event = intent("AMAZON.RepeatIntent", attributes=coached.attributes)
    event["request"]["timestamp"] = far

    said = SKILLS[3].answer(event, None)

    assert said["sessionAttributes"]["pending"] == pending
    assert "directives" not in said["response"]
