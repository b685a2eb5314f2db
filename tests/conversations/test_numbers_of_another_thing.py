"""A number of an hour, of praise or of another rates no pain; one's own is heard beside it."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import ends, say_in

PAIN = "the question for pain"
LOW = (
    "two, like after my football at six",
    "two maybe it pulls a little like on my run at seven",
    "two, my mother is always a seven",
    "two and my brother says his is an eight",
    "two, my wife's is an eight",
    "two, not the six I had before",
    "two, my knee was a seven in march",
    "two, we have people coming at eight",
    "zero, though my mother is eighty and hers is always a seven",
    "no pain, ten out of ten for you",
    "none, that was a ten out of ten exercise",
    "none, the six was football",
    "zero, my bad knee is always a six",
)
HIGH = (
    "six, like after my football at two",
    "my mother is always a two, mine is a six",
    "it was a two but now it's a six",
    "zero at first, six at the end",
    "two in the first set, six in the last",
    "two at the first, six at the last",
    "six, and ten out of ten for you",
)
NO_PAIN = (
    "ten out of ten for you",
    "mother is always a seven",
    "the six was football",
    "that was a ten out of ten exercise",
    "my football is at six",
)
TRUE = ("it's a six and climbing", "it's at eight now", "my calf is a seven", "it hurts like a ten")


@pytest.mark.parametrize("said", LOW)
def test_it_goes_on(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, PAIN, said)[1][0] in ("pain-go-on", "no-pain-go-on")


@pytest.mark.parametrize("said", HIGH)
def test_the_higher_one_that_is_mine_counts(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, PAIN, said)[1][0] in ("pain-stop", "pain-severe")


@pytest.mark.parametrize("part", ["a set-up", "a set", "a rest"])
def test_in_an_exercise(simulator: Simulator, part: str) -> None:
    told = {said: say_in(simulator, part, said)[1] for said in (*NO_PAIN, *TRUE)}

    assert not [said for said in NO_PAIN if ends(told[said]) or told[said][0].startswith("pain-")]
    assert not [said for said in TRUE if not told[said][0].startswith(("pain-", "stop-there"))]
