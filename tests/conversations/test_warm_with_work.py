"""A muscle that gets warm with work is asked about once at most; what is hot or swollen stops."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import say_in

PARTS = ("a set", "between two parts", "the question for pain")
OF_WORK = (
    "my calf gets warm when I push, is that all right",
    "my calves are getting warm",
    "my calf feels warm from the work",
    "both calves are warm",
    "my legs are nice and warm",
    "it's getting warm in the calf",
    "there's a warmth in my calf when I lift",
    "feel the burn",
    "make it burn",
    "it burns in the calf",
    "still chill",
    "I'm chill",
)
GRAVE = (
    "my calf is hot, red and swollen",
    "my left calf is warm and puffy",
    "my calf gets warm and red when I push",
    "my calf is getting warm and swollen",
    "my left calf's been getting warm since yesterday",
    "one calf is much warmer than the other",
    "my calf is hot to touch even at rest",
    "I have the chills",
    "I'm getting chills",
)


@pytest.mark.parametrize("said", OF_WORK)
@pytest.mark.parametrize("part", PARTS)
def test_work_stops_nothing_for_good(simulator: Simulator, part: str, said: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert not acts[0].startswith("danger")
    assert acts[-1].startswith(("how-much-pain", "ready-question", "part-done"))


@pytest.mark.parametrize("said", GRAVE)
@pytest.mark.parametrize("part", PARTS)
def test_what_is_hot_or_swollen_stops(simulator: Simulator, part: str, said: str) -> None:
    assert say_in(simulator, part, said)[1][0].startswith("danger-stop")
