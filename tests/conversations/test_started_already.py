"""Who wishes to start what is under way goes on with it: no place is lost."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import COACHED, say_in

STARTS = (
    "start the exercise",
    "start the calf routine",
    "begin the workout",
    "let's do the exercises",
    "start exercising",
)


@pytest.mark.parametrize("part", [part for part in COACHED if "pain" not in part])
@pytest.mark.parametrize("said", STARTS)
def test_it_goes_on(simulator: Simulator, part: str, said: str) -> None:
    assert say_in(simulator, part, said)[1][0] == "resuming"


@pytest.mark.parametrize("part", COACHED)
def test_another_routine_is_begun(simulator: Simulator, part: str) -> None:
    assert say_in(simulator, part, "start the shin routine")[1] == ["which-level"]
