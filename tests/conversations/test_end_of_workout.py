"""The end of a workout: a wish for the check or for no exercise, and a danger in a set."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from skill.coaching.precautions import ASKED_OF_THE_PERSON
from tests.conversations.parts import PARTS, held, say_in

TO_THE_CHECK = (
    "I want to know what's wrong with my foot",
    "no, check my foot",
    "go back to the questions",
)
OUT = ("no, I don't want to run", "i don't want to exercise")
SORE = ("my shin's sore give me some exercises", "no", "no", "first time")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("said", TO_THE_CHECK)
def test_a_wish_for_the_check_begins_it(simulator: Simulator, said: str, part: str) -> None:
    before, after = PARTS[part]
    heard = held(simulator, before).take(Line(say=said, after=after))

    assert tuple(map(str, heard.acts)) == ("start",)
    assert heard.session_open


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("said", OUT)
def test_who_wants_none_is_offered_the_check(simulator: Simulator, said: str, part: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert acts == ["no-exercise", "check-offer"]


def test_the_sore_place_is_known_and_no_time_is_that_nobody_told(simulator: Simulator) -> None:
    heard = held(simulator, SORE).take(Line(say="my toes have gone numb", after=60))

    assert heard.response is not None
    assert heard.response["sessionAttributes"]["given"] == {
        "place-leg": "yes",
        **dict.fromkeys(ASKED_OF_THE_PERSON, "no"),
        "place-foot": "yes",
        "numbness": "yes",
    }


def test_what_was_asked_for_safety_before_is_asked_again(simulator: Simulator) -> None:
    talk = held(simulator, SORE)
    talk.take(Line(say="my toes have gone numb", after=60))
    asked = [talk.take(Line(say="no")).asking for _ in range(3)]

    assert asked == ["injury", "foot-drop", "spine"]
