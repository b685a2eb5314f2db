"""A sharp pain in an exercise that is over by itself is asked for its number, and ends nothing."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, ends, say_in

PASSED = (
    "sharp for a second, gone now",
    "it was sharp for a second, gone now",
    "a sharp jab but it's gone",
    "got a quick stab of pain, it eased off",
    "sharp pain in my achilles but it went",
    "sharp pain for a second",
    "a quick jab in the heel",
    "it's gone now but it was really sharp",
    "stabbing pain there for a moment, passed already",
)
LASTS = (
    "sharp pain",
    "stabbing pain in my calf",
    "sharp pain that won't go away",
    "a sharp pain and it hasn't gone",
    "sudden sharp pain in the calf",
    "sharp pain when I go up",
    "there was a pop but it's gone now",
    "something snapped, fine now",
    "sharp pain in my chest, gone now",
    "sharp pain then it went numb",
    "a sharp jab, gone now, but my foot is numb",
)


@pytest.mark.parametrize("part", ["a set", "a rest", "the question for pain"])
@pytest.mark.parametrize("said", PASSED)
def test_it_is_asked_for_its_number(simulator: Simulator, part: str, said: str) -> None:
    talk, acts = say_in(simulator, part, said)

    assert acts == ["stop-there", "advice:passing-pain", "how-much-pain-anywhere"]
    assert acts_of(talk, "two")[0] == "pain-go-on"


def test_a_high_number_ends_it_still(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "a sharp jab but it's gone")

    assert ends(acts_of(talk, "eight"))


@pytest.mark.parametrize("said", LASTS)
def test_what_lasts_or_is_more_ends_it(simulator: Simulator, said: str) -> None:
    assert ends(say_in(simulator, "a set", said)[1])


@pytest.mark.parametrize(
    "said", ["two, there was a sharp jab but it eased", "a two, quick stab, gone now"]
)
def test_the_number_beside_it_counts(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "the question for pain", said)[1][0] == "pain-go-on"
