"""What is told beside an answer of a workout: a doubt, an age, a place, how it is to be done."""

from __future__ import annotations

import pytest

from skill.library.types import Posture
from tests.understanding.hearing import heard_at

SESSIONS = (
    ("dunno three or four maybe", 3),
    ("I don't know, two or three", 2),
    ("not sure, maybe five", 5),
    ("I can't remember, two perhaps", 2),
    ("no idea, five or six I guess", 5),
)
RATED = (
    ("zero, I'm seventy nine", 0),
    ("no pain, I'm eighty five", 0),
    ("two, I'm sixty you know", 2),
    ("not hurt just shaky", 0),
    ("not sore, only tired", 0),
    ("not hurting just a bit wobbly", 0),
    ("no pain at all now jump to three", 0),
    ("two, skip to number four", 2),
    ("number three", 3),
    ("two but I said sitting, my knees won't have all that standing", 2),
)
JUMPS = (
    ("jump to three", 3),
    ("skip to two now", 2),
    ("can I go to five", 5),
    ("no pain at all now jump to three", 3),
)
RULED_OUT = (
    ("can't lie on floor", Posture.FLOOR),
    ("no lying down please skip those", Posture.LYING),
    ("my knees won't have all that standing", Posture.STANDING),
    ("my back won't take lying down", Posture.LYING),
    ("I said sitting", Posture.STANDING),
)
ASKED = ("should I keep sitting", "shall I stay seated", "should I be sitting for this")
COACHED = ("ready-question", "how-much-pain", "set")


@pytest.mark.parametrize(("said", "number"), SESSIONS)
def test_a_number_behind_a_doubt_is_how_many_sessions(said: str, number: int) -> None:
    assert heard_at("last-sessions", said).number == number


@pytest.mark.parametrize(("said", "pain"), RATED)
def test_the_pain_is_what_is_rated(said: str, pain: int) -> None:
    assert heard_at("how-much-pain", said).number == pain


@pytest.mark.parametrize(("said", "place"), JUMPS)
@pytest.mark.parametrize("question", COACHED)
def test_a_bare_number_behind_a_way_is_an_exercise(question: str, said: str, place: int) -> None:
    heard = heard_at(question, said)

    assert (heard.command, heard.part) == ("go_to", place)


@pytest.mark.parametrize("question", COACHED)
def test_how_far_somebody_got_leads_nowhere(question: str) -> None:
    assert heard_at(question, "I got to seven").command != "go_to"


@pytest.mark.parametrize(("said", "posture"), RULED_OUT)
@pytest.mark.parametrize("question", COACHED)
def test_a_posture_that_is_not_wanted_is_left_out(
    question: str, said: str, posture: Posture
) -> None:
    assert posture in heard_at(question, said).ruled_out


@pytest.mark.parametrize("said", ASKED)
@pytest.mark.parametrize("question", COACHED)
def test_who_asks_whether_to_sit_rules_nothing_out(question: str, said: str) -> None:
    heard = heard_at(question, said)

    assert heard.ruled_out == ()
