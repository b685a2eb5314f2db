"""What is still known after a danger in a set has ended the exercises."""

from __future__ import annotations

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import held

SORE = ("my shin's sore give me some exercises", "no", "no", "first time")


def test_the_sore_place_is_known_and_no_time_is_that_nobody_told(simulator: Simulator) -> None:
    heard = held(simulator, SORE).take(Line(say="my toes have gone numb", after=60))

    assert heard.response is not None
    assert heard.response["sessionAttributes"]["given"] == {
        "place-leg": "yes",
        "under-eighteen": "no",
        "place-foot": "yes",
        "numbness": "yes",
    }


def test_what_was_asked_for_safety_before_is_asked_again(simulator: Simulator) -> None:
    talk = held(simulator, SORE)
    talk.take(Line(say="my toes have gone numb", after=60))
    asked = [talk.take(Line(say="no")).asking for _ in range(3)]

    assert asked == ["cold-foot", "foot-drop", "spine"]
