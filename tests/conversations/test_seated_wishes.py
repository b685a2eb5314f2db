"""Who would stay seated, or can't get down, is coached so from the list and in a set."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

LIST = ("which exercises are there",)
TODAY = ("start the stiff ankle routine",)
SET = (*TODAY, "no", "no", "first time")


def _ruled_out(simulator: Simulator, before: tuple[str, ...], said: str) -> set[str]:
    talk = held(simulator, before)
    turn = talk.take(Line(say=said))
    attributes = (turn.response or {}).get("sessionAttributes") or {}
    return {*attributes.get("ruled_out", ())}


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (LIST, "the one for all round strength but only the sitting down bits"),
        (LIST, "which of those can I do sat in my chair"),
        (LIST, "the stiff ankle one in my chair please"),
        (LIST, "the calf one but I'd sooner stay sat"),
        (SET, "is the next one standing because I'm a bit wobbly"),
        (SET, "what's balance on two feet, is it standing, I'd want to stay put in my chair"),
        (SET, "will the next one be standing dear, I'd sooner stay sat"),
        (SET, "I asked for sitting down ones"),
    ],
)
def test_a_seat_is_asked_for_at_the_list_and_in_a_set(
    simulator: Simulator, before: tuple[str, ...], said: str
) -> None:
    assert "standing" in _ruled_out(simulator, before, said)


@pytest.mark.parametrize(
    "said", ["I'm sat in my chair", "do I do this sitting down", "I've sat down", "I can stand"]
)
def test_who_sits_or_asks_rules_out_nothing(simulator: Simulator, said: str) -> None:
    assert _ruled_out(simulator, SET, said) == set()


def test_an_age_beside_it_leads_to_no_check(simulator: Simulator) -> None:
    acts = acts_of(held(simulator, LIST), "I'm eighty one, I can't get down on the floor")
    assert acts[-1] == "choose-routine"


def test_a_poor_balance_on_one_leg_is_no_new_danger(simulator: Simulator) -> None:
    acts = acts_of(held(simulator, TODAY), "I can't stand on one leg")
    assert acts[-1].startswith("safety-today")


@pytest.mark.parametrize("said", ["I can't stand on it", "no, I can't stand on my left leg"])
def test_a_leg_that_bears_nothing_still_is(simulator: Simulator, said: str) -> None:
    assert "exercise-later" in acts_of(held(simulator, TODAY), said)


@pytest.mark.parametrize("said", ["I'm a bit wobbly", "I'm unsteady on my feet"])
def test_a_poor_balance_gets_a_hold_first(simulator: Simulator, said: str) -> None:
    assert "advice:unsteady" in acts_of(held(simulator, SET), said)


@pytest.mark.parametrize("said", ["I'm dizzy and wobbly", "I'm wobbly and the room is spinning"])
def test_a_light_head_beside_it_ends_the_set(simulator: Simulator, said: str) -> None:
    assert "advice:dizziness" in acts_of(held(simulator, SET), said)
