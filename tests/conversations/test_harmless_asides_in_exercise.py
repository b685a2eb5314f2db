"""What a pet has, what creaks, and a muscle that works: asides that stand against no exercise."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import BEGUN, PARTS, acts_of, ends, held, say_in

FIRST = "the first question before exercise"


@pytest.mark.parametrize(
    "said",
    [
        "nothing, just creaky",
        "no, nothing of the sort, just creaky",
        "nothing, just a bit stiff",
        "nothing, only some stiffness",
        "no, just a bit stiff",
    ],
)
def test_creaking_and_stiffness_are_a_no(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, FIRST, said)[1] == ["safety-person"]


@pytest.mark.parametrize(
    "said",
    ["no, but it creaks and it hurts", "nothing, just chest pain", "nothing, just a bit dizzy"],
)
def test_what_is_more_than_creaking_is_no_plain_no(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, FIRST, said)[1] != ["safety-person"]


@pytest.mark.parametrize(
    "said",
    ["no, none of that, though the dog's had his hip done", "no, my cat had a hip operation"],
)
def test_what_a_pet_had_is_not_ones_own(simulator: Simulator, said: str) -> None:
    talk = held(simulator, BEGUN[:2])

    assert acts_of(talk, said) == ["which-level"]


@pytest.mark.parametrize(
    "said",
    [
        "two, my hip was burning but it's a good burning",
        "one, calf was burning, only a nice burn",
        "one, the dog's breathing heavy",
        "one, my dog's panting next to me",
    ],
)
def test_a_good_burn_or_a_pet_stops_nothing(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "the question for pain", said)[1][0] == "pain-go-on"


@pytest.mark.parametrize(
    "said",
    [
        "two, my chest is burning but it's a good burn",
        "one, the dog's panting and so am I, chest is tight",
        "one, I'm breathing heavy",
        "one, my heart's bad today",
    ],
)
@pytest.mark.parametrize("part", ["a set", "the question for pain"])
def test_ones_own_chest_counts_beside_them(simulator: Simulator, part: str, said: str) -> None:
    assert part in PARTS
    assert ends(say_in(simulator, part, said)[1])
