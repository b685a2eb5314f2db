"""In every part of a session a wish for the check, or for no exercise, ends the exercise."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import PARTS, held

TO_THE_CHECK = (
    "I want to know what's wrong with my foot",
    "no, check my foot",
    "go back to the questions",
)
OUT = ("no, I don't want to run", "i don't want to exercise")


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
    before, after = PARTS[part]
    heard = held(simulator, before).take(Line(say=said, after=after))

    assert tuple(map(str, heard.acts)) == ("no-exercise", "check-offer")
