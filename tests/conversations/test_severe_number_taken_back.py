"""A number that ended a session as too much pain may have been misheard: it is asked about."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, say_in

PAIN = "the question for pain"


@pytest.mark.parametrize(
    "said",
    [
        "I never said ten",
        "it doesn't hurt ten, I never said that, I want to go back to the exercises",
        "no no, ten o'clock! my meeting is at ten. How many exercises left?",
        "no I meant I'm ten minutes late",
        "I meant it was ten o'clock, it doesn't hurt at all",
        "that's not what I said, it doesn't hurt",
        "ten? no, one!",
        "you misheard me",
    ],
)
def test_it_is_asked_whether_the_pain_is_severe(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, PAIN, "ten")

    assert acts_of(talk, said)[-1] == "ask:severe-pain"


def test_a_plain_no_goes_back_and_asks_for_the_number_once_more(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, PAIN, "ten")
    acts_of(talk, "I never said ten")

    assert acts_of(talk, "no") == ["false-alarm-over", "how-much-pain-anywhere"]
    assert "exercise-next" in acts_of(talk, "zero")


@pytest.mark.parametrize("said", ["yes", "well it is bad", "a bit", "I'm not sure"])
def test_what_is_no_plain_no_leaves_it_stopped(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, PAIN, "ten")
    acts_of(talk, "I never said ten")

    assert acts_of(talk, said)[0] == "stays-stopped-for"


def test_who_says_it_again_is_stopped_again(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, PAIN, "ten")
    for said in ("I never said ten", "no"):
        acts_of(talk, said)

    assert acts_of(talk, "nine")[0] == "pain-severe"


def test_what_happened_is_told_and_takes_nothing_back(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, PAIN, "ten")

    assert "ask:severe-pain" not in acts_of(talk, "yes, I fell ten minutes ago")


@pytest.mark.parametrize(
    "said",
    [
        "no thanks, the pain was two, the six was football, can we go on",
        "no, I want to go on with the exercises, it was only a two",
        "I was joking, zero, carry on",
    ],
)
def test_a_number_over_the_limit_is_put_right_by_one_question(
    simulator: Simulator, said: str
) -> None:
    talk, _ = say_in(simulator, PAIN, "six")

    assert acts_of(talk, said) == ["ask:severe-pain"]
    assert acts_of(talk, "no") == ["false-alarm-over", "how-much-pain-anywhere"]
    assert acts_of(talk, "six")[0] == "pain-stop"


@pytest.mark.parametrize("said", ["yes", "it is bad", "I'm not sure"])
def test_a_number_over_the_limit_that_is_so_stays(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, PAIN, "six")
    acts_of(talk, "the six was football")

    assert acts_of(talk, said)[0] == "stays-stopped-for"
