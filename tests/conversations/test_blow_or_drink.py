"""Who denies a blow to the head denies no drink: of two things in one flag each has its own no."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

TOLD = ("start the balance exercises, nothing hurts", "no, I had six pints last night")


@pytest.mark.parametrize(
    ("said", "taken_back"),
    [
        ("no, I did not hit my head", False),
        ("no bang on the head", False),
        ("I did not hit my head, it is only a bit of a hangover", False),
        ("I did not hit my head and I was not drinking", True),
        ("no, I was not drinking", True),
    ],
)
def test_the_drink_stays(simulator: Simulator, said: str, *, taken_back: bool) -> None:
    acts = acts_of(held(simulator, TOLD), said)

    assert any(act.startswith("taken-back") for act in acts) is taken_back
