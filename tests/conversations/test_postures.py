"""Who can't get down, stand, kneel or lie, or wants to sit, is coached in nothing that needs it."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.conversation import Exchange
from simulator.input_line import Line
from simulator.start import Simulator
from skill.library.types import Posture
from tests.conversations.parts import BEGUN, PARTS, ends, held
from tests.row import each_row

SEATED = (*Posture,)
WISHES: dict[str, tuple[Posture, ...]] = {
    "seated only please": SEATED,
    "can we carry on sitting down": SEATED,
    "is there one I can do in a chair": SEATED,
    "I'd rather stay in my chair": SEATED,
    "have you got a seated version": SEATED,
    "I'm not happy standing for this one": (Posture.STANDING,),
    "I can't stand for long": (Posture.STANDING,),
    "nothing on one leg": (Posture.ONE_LEG,),
    "I'm not safe on one leg": (Posture.ONE_LEG,),
    "I can't get down on the floor": (Posture.FLOOR,),
    "if I get down there I'd never get back up": (Posture.FLOOR,),
    "nothing where I have to lie down": (Posture.LYING,),
    "I can't lie on my side": (Posture.LYING,),
    "I can't kneel": (Posture.KNEELING,),
    "my knees won't let me kneel": (Posture.KNEELING,),
    "I can't kneel or lie down": (Posture.LYING, Posture.KNEELING),
    "I can't stand on one leg and nothing on the floor": (Posture.ONE_LEG, Posture.FLOOR),
}
"""Wishes with the postures that they rule out."""
BEFORE = {
    "the first question before exercise": ("no, but {}", "safety-person"),
    "the question about the person": ("no, but {}", "which-level"),
    "the question for the step": ("step two, but {}", "last-sessions"),
}
"""What is answered beside a wish before exercise, and the question that comes next."""
AT_LEAST = frozenset({Posture.STANDING, Posture.ONE_LEG})
"""What a wish that a new injury would be told by, too, does not rule out where that is asked."""
NOTHING_RULED_OUT = (
    "I'm on the floor now",
    "I'm lying down ready",
    "do I need to lie on the floor",
    "should I be standing",
    "which leg do I stand on",
    "I need to sit down for a minute",
    "can't lie, that was hard",
    "it hurts when I kneel",
    "I'm standing up now",
    "my foot hurts when I stand on it",
)
FALLEN = ("I can't get up off the floor", "I've fallen and I can't get up", "I fell on the floor")


def _state(heard: Exchange) -> dict[str, Any]:
    state: dict[str, Any] = (heard.response or {}).get("sessionAttributes") or {}
    return state


def _ahead(state: dict[str, Any]) -> list[str]:
    workout = state.get("workout") or {}
    steps = workout.get("steps", ())[workout.get("step", 0) :]
    asked_of = state.get("pending") == "how-much-pain" and not workout.get("until")
    return [exercise for exercise, _ in (steps[1:] if asked_of else steps)]


def _needed(simulator: Simulator, ids: list[str]) -> set[Posture]:
    return {one for id in ids for one in simulator.library.exercises[id].postures}


@pytest.mark.parametrize(
    "part", ["a set-up", "a set", "a rest", "a pause", "the question for pain"]
)
def test_what_comes_needs_nothing_that_was_ruled_out(simulator: Simulator, part: str) -> None:
    before, after = PARTS[part]
    for wish, ruled_out in WISHES.items():
        heard = held(simulator, before).take(Line(say=wish, after=after))
        state = _state(heard)
        assert state["ruled_out"] == ruled_out, wish
        assert not ends([str(act) for act in heard.acts]), wish
        assert _needed(simulator, _ahead(state)).isdisjoint(ruled_out), wish


@pytest.mark.parametrize("part", BEFORE)
def test_beside_an_answer_both_count(simulator: Simulator, part: str) -> None:
    answered, following = BEFORE[part]
    for wish, ruled_out in WISHES.items():
        if part == "the first question before exercise" and not AT_LEAST.isdisjoint(ruled_out):
            continue
        said = answered.format(wish)
        state = _state(held(simulator, PARTS[part][0]).take(Line(say=said)))
        assert (state["ruled_out"], state["pending"]) == (ruled_out, following), said


@each_row(("wish", "ruled_out"), WISHES.items())
def test_it_is_kept_until_the_exercises_begin(
    simulator: Simulator, wish: str, ruled_out: tuple[Posture, ...]
) -> None:
    talk = held(simulator, BEGUN[:2])
    talk.take(Line(say=wish))
    for said in ("no", "first time"):
        heard = talk.take(Line(say=said))
    there = _ahead(_state(heard))
    assert there, "seated work is left in each routine"
    assert _needed(simulator, there).isdisjoint(ruled_out)


@pytest.mark.parametrize("part", ["a set-up", "a set", "a rest", "the question about the person"])
def test_what_only_sounds_so_rules_nothing_out(simulator: Simulator, part: str) -> None:
    before, after = PARTS[part]
    for said in NOTHING_RULED_OUT:
        heard = held(simulator, before).take(Line(say=said, after=after))
        assert "ruled_out" not in _state(heard), said


@pytest.mark.parametrize("said", FALLEN)
def test_who_has_fallen_wishes_for_no_posture(simulator: Simulator, said: str) -> None:
    before, after = PARTS["a set"]
    heard = held(simulator, before).take(Line(say=said, after=after))
    state = _state(heard)
    assert ("ruled_out" in state, state.get("workout")) == (False, None)


def test_where_nothing_is_left_another_routine_is_offered(simulator: Simulator) -> None:
    talk = held(simulator, ("teach me the clam", "no", "no"))
    heard = talk.take(Line(say="I can't get down on the floor", after=20))
    assert [str(act) for act in heard.acts] == ["none-that-way", "choose-this"]
    talk.take(Line(say="yes"))
    state = _state(talk.take(Line(say="first time")))
    assert state["workout"]["wish"]["routine"] == "ankle-essentials"
    assert Posture.FLOOR not in _needed(simulator, _ahead(state))
    assert _ahead(state)


def test_where_something_was_done_and_nothing_is_left_it_ends(simulator: Simulator) -> None:
    talk = held(simulator, BEGUN)
    for said in ("go to the bridge", "ready"):
        talk.take(Line(say=said))
    talk.take(Line(say="zero"))
    heard = talk.take(Line(say="I can't get down on the floor", after=20))
    assert "none-left-that-way" in [str(act) for act in heard.acts]
    assert not heard.session_open
