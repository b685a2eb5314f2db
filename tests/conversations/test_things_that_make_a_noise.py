"""What a kettle, a band or a phone does in an exercise is nobody's leg; what it does to one is."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import COACHED, ends, say_in

HARMLESS = (
    "say that again because the kettle is screaming",
    "ready, my band snaps back",
    "make it easier, the band snaps back",
    "hold on, somebody is at the door, back in two minutes",
    "pause, the dog is being sick",
    "carry on, my chair is creaking",
)
TRUE = (
    "the band snapped my leg",
    "the kettle is boiling and my foot is numb",
    "the radio popped and I feel dizzy",
    "my calf popped and the kettle is on",
    "I felt a snap in my calf",
    "my calf is hot",
)


@pytest.mark.parametrize("part", COACHED)
def test_nothing_ends(simulator: Simulator, part: str) -> None:
    told = {said: say_in(simulator, part, said)[1] for said in HARMLESS}

    assert not {said: acts for said, acts in told.items() if ends(acts) or "stop-there" in acts}


@pytest.mark.parametrize("part", COACHED)
def test_what_happens_to_a_leg_ends_it(simulator: Simulator, part: str) -> None:
    assert not [said for said in TRUE if not ends(say_in(simulator, part, said)[1])]
