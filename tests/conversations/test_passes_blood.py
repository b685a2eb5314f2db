"""Blood in urine or stool: a doctor today, no flag of a leg, and no more exercise."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held, say_in

OPENED = ("open ankle coach", "my ankle hurts on the outside for two weeks")
BLOOD = (
    "my stool's been bloody",
    "there's blood in my pee",
    "I've been passing blood",
    "my poo is black",
    "bloody stools",
    "I've had blood in my urine",
    "my pee is red",
    "there's blood on the toilet paper",
    "I peed blood this morning",
    "I'm bleeding from my bottom",
)
OTHER = (
    "no blood in my urine",
    "my toenail is black",
    "there's blood in my shoe",
)


@pytest.mark.parametrize("said", BLOOD)
@pytest.mark.parametrize("part", ["the first question before exercise", "a set"])
def test_it_is_told_and_exercise_waits(simulator: Simulator, part: str, said: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert acts == ["passes-blood", "exercise-waits", "check-offer"]


@pytest.mark.parametrize("said", BLOOD)
def test_in_the_check_it_is_told_and_the_question_stays(simulator: Simulator, said: str) -> None:
    talk = held(simulator, OPENED)

    assert acts_of(talk, said) == ["passes-blood", "how-it-began-and-goes"]


@pytest.mark.parametrize("said", OTHER)
def test_what_is_no_such_blood_is_not_taken_for_it(simulator: Simulator, said: str) -> None:
    talk = held(simulator, OPENED)

    assert "passes-blood" not in acts_of(talk, said)
