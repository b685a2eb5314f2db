"""Who echoes a word of the question with a no is not so, and what was taken for a yes goes back."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

BEFORE = ("start the calf routine", "no")
NOT_SO = (
    "pregnant, at my age, no",
    "pregnant at my age",
    "pregnant, I'm a man",
    "pregnant, I'm seventy two",
    "pregnant, I wish",
    "pregnant, no chance",
    "I'm far too old to be pregnant",
)
SO = (
    "I'm pregnant at my age, yes",
    "pregnant at my age, forty four",
    "yes pregnant at forty",
    "pregnant, seven months",
)


@pytest.mark.parametrize("said", NOT_SO)
def test_an_echo_with_a_no_denies_it_alone(simulator: Simulator, said: str) -> None:
    assert acts_of(held(simulator, BEFORE), said) == ["safety-person-others"]


@pytest.mark.parametrize("said", SO)
def test_who_is_pregnant_stays_so(simulator: Simulator, said: str) -> None:
    assert acts_of(held(simulator, BEFORE), said)[0] == "needs-word"


@pytest.mark.parametrize(
    "said",
    ["I'm a man", "no I'm seventy", "I said I'm not pregnant", "not pregnant", "I meant no"],
)
def test_it_is_taken_back_where_a_word_is_asked_for(simulator: Simulator, said: str) -> None:
    talk = held(simulator, (*BEFORE, "pregnant"))

    assert acts_of(talk, said)[0].startswith("safety-person")
    assert acts_of(talk, "no")[-1] == "last-sessions" or talk.session_open


def test_a_plain_no_is_still_no_word_of_a_clinician(simulator: Simulator) -> None:
    talk = held(simulator, (*BEFORE, "pregnant"))

    assert acts_of(talk, "no")[0] == "needs-clearance"


def test_what_else_needs_a_word_stays(simulator: Simulator) -> None:
    talk = held(simulator, (*BEFORE, "diabetic"))

    assert acts_of(talk, "I'm not pregnant") == ["clinician-word"]
