"""Who answers for another adult is asked of them, and of themselves once it is their own leg."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import held

TWO_WEEKS = "two weeks ago, slowly"
OF_ANOTHER = (
    "my wife's left ankle hurts on the outside when she walks",
    "my friend has a sore shin on the inside when she runs",
    "it's for my mother, her heel hurts in the morning",
    "my partner has pain at the back of the heel",
    "he has pain along the inside of his shin",
)
OF_ONESELF = (
    "my left ankle hurts on the outside, and my wife says it's swollen",
    "my ankle hurts on the outside, my wife had that too",
    "my shin hurts on the inside",
)


@pytest.mark.parametrize("said", OF_ANOTHER)
def test_another_adult_is_asked_about(simulator: Simulator, said: str) -> None:
    spoken = held(simulator, (said,)).take(Line(say=TWO_WEEKS)).speech
    assert "Are they eighteen or older?" in spoken


@pytest.mark.parametrize("said", OF_ONESELF)
def test_who_tells_of_their_own_leg_is_asked_about_themselves(
    simulator: Simulator, said: str
) -> None:
    spoken = held(simulator, (said,)).take(Line(say=TWO_WEEKS)).speech
    assert "they" not in spoken.lower().split()


@pytest.mark.parametrize(
    "said", ["actually it's my own shin i mean", "no, it's about me", "sorry, i mean my own leg"]
)
def test_that_it_is_ones_own_leg_is_put_right(simulator: Simulator, said: str) -> None:
    talk = held(simulator, (OF_ANOTHER[1], TWO_WEEKS))
    assert "Are you eighteen or older?" in talk.take(Line(say=said)).speech


def test_who_is_coached_is_the_listener(simulator: Simulator) -> None:
    talk = held(simulator, ("i'm asking for my mother", "start the calf routine"))
    assert "they" not in talk.take(Line(say="no")).speech.lower().split()
