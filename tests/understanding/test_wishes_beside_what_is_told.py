"""A wish and what is told beside it: both are heard, and nothing grave is made of either."""

from __future__ import annotations

import pytest

from tests.understanding.hearing import heard_at

PAIN = "how-much-pain"


@pytest.mark.parametrize(
    ("said", "number", "command"),
    [
        ("barely felt it, can i skip the next one", 1, "skip_next"),
        ("barely felt it, skip that", 1, "next"),
        ("barely felt it, make it harder", 1, "harder"),
        ("barely felt it, go back one", 1, "previous"),
        ("zero, go back one", 0, "previous"),
        ("skip this one, no pain", 0, "next"),
    ],
)
def test_a_pain_beside_a_wish_is_heard_and_is_not_numb(
    said: str, number: int, command: str
) -> None:
    heard = heard_at(PAIN, said)

    assert (heard.number, heard.command) == (number, command)
    assert not heard.stop_signs
    assert not any(heard.findings.values())


@pytest.mark.parametrize(
    ("said", "number", "command"),
    [
        ("it is a three go slower", 3, "slower"),
        ("go slower it is a three", 3, "slower"),
        ("pain is two next exercise", 2, "next"),
        ("next please and that was a one", 1, "next"),
        ("zero do the other side first", 0, "switch_sides"),
        ("say that again and zero", 0, "repeat"),
        ("no pain turn the beeps off", 0, "no_counting"),
        ("count out loud it does not hurt", 0, "no_counting"),
        ("that was a two how many are left", 2, "how_many_left"),
        ("it's not achy so make it harder", 0, "harder"),
    ],
)
def test_a_pain_that_is_rated_in_a_set_is_heard_beside_any_wish(
    said: str, number: int, command: str
) -> None:
    heard = heard_at("set", said)

    assert (heard.number, heard.command) == (number, command)


@pytest.mark.parametrize(
    "said",
    [
        "my meeting is at ten can we hurry",
        "i have two more to do",
        "slower it is my third week",
        "make it ten",
        "is it two more",
        "that was a two stop there for today",  # What ends it stands alone.
    ],
)
def test_a_number_of_other_things_rates_nothing_beside_a_wish(said: str) -> None:
    assert heard_at("set", said).number is None


@pytest.mark.parametrize(
    "said",
    [
        "i can barely feel my toes",
        "my foot, i barely feel it",
        "it's gone dead, i barely feel it",
        "i can barely feel it",
    ],
)
def test_a_foot_that_is_hardly_felt_is_numb(said: str) -> None:
    assert heard_at(PAIN, said).findings.get("numbness")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("dude no. do i look pregnant?", "no"),
        ("do i look pregnant to you", "no"),
        ("do i look pregnant? well i am", "yes"),
    ],
)
def test_who_asks_whether_they_look_it_says_no(said: str, answer: str) -> None:
    assert heard_at("safety-person", said).answer == answer


def test_what_a_surgeon_put_in_elsewhere_is_no_puncture() -> None:
    said = "i had a screw in my wrist once, nothing in the leg though"
    assert not heard_at("safety-person", said).danger
    assert "puncture-or-bite" in heard_at("safety-person", "i had a nail in my foot").danger


@pytest.mark.parametrize(
    ("said", "cleared"),
    [
        ("left achilles heel drops, my physio says carry on, i've done step two before", True),
        ("i've got my surgeon's okay to do the exercises, so let's do the exercises", True),
        ("ankle exercises right ankle quick", False),
        ("i should like some gentle exercises for my ankles, i am seventy-eight", False),
        ("i don't have my doctor's okay to do the exercises", False),
    ],
)
def test_a_way_in_begins_and_tells_of_a_leave(said: str, cleared: bool) -> None:
    heard = heard_at("launch", said)

    assert (heard.command, heard.cleared) == ("start_exercise", cleared)


def test_a_drill_that_hurts_begins_nothing() -> None:
    assert heard_at("launch", "left heel drops hurt").command is None
