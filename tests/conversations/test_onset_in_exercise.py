"""An exercise that is named where it is asked how it began is the occasion, and nothing else."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

ASKED = ("open ankle coach", "the outside of my ankle is sore")
OCCASIONS = """
after doing heel raises | while hopping | doing calf raises | while I was doing single leg
balance | during heel drops | after some calf stretches two weeks ago | when I did the bridge |
after hopping on one leg | it came on while doing squats | from skipping | after box jumps | on
the step doing heel drops | after a balance exercise | doing too many calf raises | after a set
of clams | during the side plank | with the resistance band | doing band work | while doing
lunges | after jump rope | from jumping | hopping on one foot in the gym | after a plyometrics
class | when I was doing toe raises | during physio exercises | after my rehab exercises | after
the run walk | after the short foot exercise | stretching my calf on a step | while balancing on
one leg | during single leg hops | after leg press | while I was stretching | after an hour of
hopping drills
"""
GETS_ABOUT = (
    "I had to hop home",
    "I've been hopping around since",
    "hopping about on one leg",
    "I can only hop",
    "hopping, I can't put my foot down",
)


@pytest.mark.parametrize("said", [one.strip() for one in OCCASIONS.replace("\n", " ").split("|")])
def test_an_exercise_tells_how_it_began(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, ASKED), said)

    assert acts[-2:] == ["to-safety", "ask:under-eighteen"]


@pytest.mark.parametrize("said", GETS_ABOUT)
def test_who_only_hops_bears_no_weight(simulator: Simulator, said: str) -> None:
    assert "to-safety-today" in acts_of(held(simulator, ASKED), said)


def test_what_happened_in_an_exercise_is_heard(simulator: Simulator) -> None:
    assert "noted" in acts_of(held(simulator, ASKED), "during hops I twisted it")
