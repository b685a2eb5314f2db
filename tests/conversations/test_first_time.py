"""A first time is never a hard one, whatever is said beside it, and it is said why."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import say_in

STEP = "the question for the step"
HARD = (
    "first time, but give me the hard one",
    "first time, make it hard",
    "first go, can I start at step three",
    "it's my first time but I'm fit so step four",
    "first time, can we start with the hardest",
    "first time, I want the advanced one",
    "first time, straight to level three",
    "first time but skip the easy stuff",
    "first time, I want a challenge",
    "never done it, but I'm an athlete so go hard",
    "first time, no baby steps please",
    "first time, but start me on the top one",
    "first one for me, give me the tough version",
    "never tried it, the difficult one please",
    "first time, max difficulty",
    "first time, nothing too easy",
)
ASIDES = (
    "first time, what do I need",
    "never done it, how long is it",
    "never done this before, how many exercises are there",
    "new to me, will it take long",
    "first time, will I need a band",
    "first time, how long does it take",
    "I'm a beginner, which is the easiest",
    "never, what equipment do I need",
    "first time, do I need a mat",
    "it's new to me, what will I need",
    "never done these, how many minutes",
    "first time, what equipment",
    "I haven't done it, anything I should fetch",
    "first time, is it hard",
)
BEGINS = ["routine-start", "to-fetch", "any-time", "set-up:seated-calf-raise"]


@pytest.mark.parametrize("said", HARD)
def test_no_first_time_is_a_hard_one(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, STEP, said)[1][:5] == ["first-is-easy", *BEGINS]


@pytest.mark.parametrize("said", ASIDES)
def test_what_is_asked_beside_it_is_answered_by_what_is_announced(
    simulator: Simulator, said: str
) -> None:
    assert say_in(simulator, STEP, said)[1][:4] == BEGINS


@pytest.mark.parametrize("said", ["first time, go easy on me", "first time, nothing too hard"])
def test_an_easy_first_time_begins_with_less(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, STEP, said)[1][:4] == [*BEGINS[:3], "made-easier-dose"]


def test_what_it_is_for_is_told(simulator: Simulator) -> None:
    assert say_in(simulator, STEP, "first time, what's it for")[1][:2] == [
        "about:calf-strength",
        "routine-start",
    ]
