"""What is felt on the bone, in exercises before which one sore spot on a bone is asked about."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, ends, held, say_in

SHIN = ("start the shin routine", "no", "no", "no", "first time", "ready")
MAYBE = (
    "three, felt it right on the bone",
    "two, right on the bone",
    "a three on the bone itself",
    "it's on the bone, about a two",
    "three, the bone's sore",
    "zero but the bone's a bit tender",
    "two, feels like it's the bone not the muscle",
    "three, when I press the bone it hurts",
    "one, it's in the shin bone",
)
NOT = (
    "two, not on the bone",
    "two, it's the muscle not the bone",
    "two, along the inside of the bone, a long strip",
    "two",
)


@pytest.mark.parametrize("said", MAYBE)
def test_pain_on_the_bone_is_asked_about_before_it_goes_on(simulator: Simulator, said: str) -> None:
    talk = held(simulator, SHIN)
    assert acts_of(talk, said) == ["stop-there", "ask-to-confirm:one-spot-bone-pain"]

    after = acts_of(talk, "yes")
    assert ends(after)


def test_a_no_goes_back_to_the_exercise(simulator: Simulator) -> None:
    talk = held(simulator, SHIN)
    acts_of(talk, MAYBE[0])

    assert acts_of(talk, "no")[0] == "false-alarm-over"


@pytest.mark.parametrize("said", NOT)
def test_what_is_not_on_the_bone_is_a_number(simulator: Simulator, said: str) -> None:
    assert acts_of(held(simulator, SHIN), said)[0] == "pain-go-on"


def test_a_severe_pain_on_the_bone_is_severe(simulator: Simulator) -> None:
    assert acts_of(held(simulator, SHIN), "eight, right on the bone")[0] == "pain-severe"


def test_where_no_bone_is_at_risk_the_number_counts(simulator: Simulator) -> None:
    assert (
        say_in(simulator, "the question for pain", "two, right on the bone")[1][0] == "pain-go-on"
    )
