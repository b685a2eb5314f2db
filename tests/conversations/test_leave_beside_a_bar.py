"""A clinician's leave is heard beside whatever bars exercise, before it and behind it."""

from __future__ import annotations

from itertools import product

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

ASKED = ("open ankle coach", "start the calf routine", "no")
BARS = (
    "i'm diabetic",
    "i'm twenty weeks pregnant",
    "they pinned that ankle in nineteen ninety nine",
    "i had a new hip four years since",
    "i had surgery in the spring",
    "i had a broken ankle in march",
)
LEAVES = (
    "my doctor allows it",
    "the physio's fine with it",
    "my doctor says i may do all the exercise i please",
    "the surgeon has cleared me for exercise",
)
JOINED = ("{bar}, and {leave}", "{leave}, {bar}", "{leave} though {bar}")
GRID = [
    joined.format(bar=bar, leave=leave) for bar, leave, joined in product(BARS, LEAVES, JOINED)
][::2]


@pytest.mark.parametrize("said", GRID)
def test_a_leave_goes_with_its_bar(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, ASKED), said)
    assert acts[0] == "word-allows"
    assert acts[-1].startswith("safety-person")


@pytest.mark.parametrize("bar", BARS)
def test_a_bar_alone_asks_for_a_word(simulator: Simulator, bar: str) -> None:
    acts = acts_of(held(simulator, ASKED), bar)
    assert "word-allows" not in acts
    assert acts[-1] == "clinician-word" or "exercise-later" in acts
