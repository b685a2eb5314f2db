"""A pain that is told in a word counts in every part of an exercise, and agreement rates none."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import replies_to

IN_A_WORD = {
    "mild": "pain-go-on",
    "slight": "pain-go-on",
    "a twinge": "pain-go-on",
    "moderate": "pain-keep",
    "uncomfortable": "pain-keep",
    "four and a half": "pain-keep",
    "it hurt but it's gone": "pain-go-on",
    "horrible": "pain-severe",
}
RATES_NONE = ("okay", "fine", "good", "yes", "a bit", "so so", "hard", "slower", "easy")


@pytest.mark.parametrize("part", ["a set-up", "a set", "a rest", "the question for pain"])
def test_a_word_counts_as_the_number_does(simulator: Simulator, part: str) -> None:
    told = replies_to(simulator, part, tuple(IN_A_WORD))

    assert {said: acts[0] for said, acts in told.items()} == IN_A_WORD


@pytest.mark.parametrize("part", ["a set-up", "a set", "a rest"])
def test_what_only_agrees_rates_nothing(simulator: Simulator, part: str) -> None:
    told = replies_to(simulator, part, RATES_NONE)

    assert not [said for said, acts in told.items() if "pain-" in acts[0]]
