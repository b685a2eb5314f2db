"""Somebody else in danger while an exercise is on: help for them, and none of it is one's own."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import PARTS, acts_of, ends, say_in

THEIRS = (
    "my wife has chest pain",
    "my husband can't breathe",
    "my dad is having a stroke",
    "my neighbour is having chest pain, what do I do",
    "my friend says he has chest pain",
    "our son is short of breath",
)
OWN = (
    "my wife has chest pain and so do I",
    "my husband's here and I can't breathe",
    "my wife is worried about my chest pain",
    "my wife has gone out and I have chest pain",
    "my mum can see I can't breathe",
    "my son had chest pain last week and now I have chest pain",
)
ONCE = (
    "my dad had a heart attack years ago",
    "my wife had chest pains when she was pregnant",
    "my friend fainted at the gym once",
)
COACHED = tuple(part for part in PARTS if "question" not in part)


@pytest.mark.parametrize("said", THEIRS)
@pytest.mark.parametrize("part", PARTS)
def test_help_is_for_them_and_the_exercise_waits(
    simulator: Simulator, part: str, said: str
) -> None:
    _, acts = say_in(simulator, part, said)

    assert acts[0] == "another-in-danger"
    assert not ends(acts)


@pytest.mark.parametrize("part", COACHED)
def test_afterwards_the_exercise_goes_on(simulator: Simulator, part: str) -> None:
    talk, _ = say_in(simulator, part, "my wife has chest pain")

    assert any(act.startswith("set:") for act in acts_of(talk, "ready"))


@pytest.mark.parametrize("said", OWN)
@pytest.mark.parametrize("part", COACHED)
def test_ones_own_danger_beside_another_ends_it(simulator: Simulator, part: str, said: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert ends(acts)


@pytest.mark.parametrize("said", ONCE)
@pytest.mark.parametrize("part", COACHED)
def test_what_another_once_had_is_no_danger(simulator: Simulator, part: str, said: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert "another-in-danger" not in acts
    assert not ends(acts)
