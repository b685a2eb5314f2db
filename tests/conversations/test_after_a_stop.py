"""What follows once a set was stopped: what decides the care of its sign, and no more unasked."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, say_in

MOST = 6
STOPPED = ("I feel dizzy", "my toes have gone numb", "my foot is tingling", "my foot feels weak")


@pytest.mark.parametrize("said", STOPPED)
def test_a_sign_is_settled_by_few_questions(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, "a set", said)

    asked = 0
    while not (acts := acts_of(talk, "no"))[0].startswith("stop-settled"):
        asked += 1
        assert asked < MOST, acts
    assert acts[-1] == "go-on"


@pytest.mark.parametrize("said", STOPPED)
def test_nothing_is_settled_where_more_is_told(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, "a set", said)

    assert not acts_of(talk, "yes")[0].startswith("stop-settled")


def test_the_rest_of_the_check_is_asked_of_who_wants_it(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "I feel dizzy")
    acts_of(talk, "no")

    assert acts_of(talk, "yes")[-1].startswith("ask:")


def test_an_injury_that_is_taken_back_is_asked_about_no_further(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "ow I felt a sharp jab in my ankle")
    acts_of(talk, "yes I fell")

    after = [acts_of(talk, said) for said in ("no snap no fall it was just a twinge", "no", "no")]

    assert after[0][0] == "taken-back"
    asked = {act for acts in after for act in acts}
    assert asked.isdisjoint({"ask:injury-shape", "ask:injury", "ask:cannot-bear-weight"})


def test_a_fall_without_a_snap_stays_one(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "ow I felt a sharp jab in my ankle")
    acts_of(talk, "yes I fell")

    assert "ask:injury-shape" in acts_of(talk, "no snap")


def test_a_movement_that_hurt_is_no_injury(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "ow I felt a sharp jab in my ankle")

    acts = acts_of(talk, "no just when i pushed my foot down its eased already")

    assert "ask:circulation" in acts


@pytest.mark.parametrize("said", ["actually more a three", "I meant a four", "make that a two"])
def test_a_lower_number_after_a_severe_one_is_asked_about_once(
    simulator: Simulator, said: str
) -> None:
    talk, stopped = say_in(simulator, "the question for pain", "seven")
    assert stopped[0] == "pain-severe"

    assert acts_of(talk, said) == ["ask:severe-pain"]


@pytest.mark.parametrize("said", ["actually more a nine", "three days ago"])
def test_no_lower_number_takes_nothing_back(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, "the question for pain", "seven")

    assert "once-more" not in acts_of(talk, said)
