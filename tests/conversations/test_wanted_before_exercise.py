"""How the exercises are wanted, told beside an answer before they begin: both count."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.conversation import Exchange
from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import BEGUN, PARTS, held
from tests.row import each_row

BEFORE = {
    "the first question before exercise": ("no", "nope, none of that"),
    "the question about the person": ("no", "nope"),
    "the question for the step": ("step two", "two"),
}
"""The questions before exercise with no-noes and steps that answer them."""
NEXT = {
    "the first question before exercise": "safety-person",
    "the question about the person": "which-level",
    "the question for the step": "last-sessions",
}
JOINED = ("{answer}, and {wish}", "{answer} but {wish}")
WISHES: dict[str, tuple[str, ...]] = {
    "only": ("only the left one please", "just the left leg", "I only want to do the left"),
    "unequipped": ("I have no band today", "no band", "I haven't got a chair"),
    "brief": ("keep it short", "less talking", "a short version please"),
    "easier": ("easier please", "something gentler"),
    "ruled_out": ("seated please", "nothing on the floor", "I can't kneel"),
    "harder": ("harder please", "harder then"),
}


def _after(heard: Exchange) -> dict[str, Any]:
    attributes: dict[str, Any] = (heard.response or {})["sessionAttributes"]
    return attributes


def _kept(attributes: dict[str, Any], what: str) -> bool:
    changed = attributes["workout"]["wish"].get("changed", ())
    return bool(attributes.get(what)) or what in changed


@pytest.mark.parametrize("part", BEFORE)
@each_row(("what", "wish"), [(what, wish) for what, wishes in WISHES.items() for wish in wishes])
def test_it_is_kept_and_the_answer_counts(
    simulator: Simulator, part: str, what: str, wish: str
) -> None:
    for answer in BEFORE[part]:
        for joined in JOINED:
            said = joined.format(answer=answer, wish=wish)
            after = _after(held(simulator, PARTS[part][0]).take(Line(say=said)))
            assert (after["pending"], _kept(after, what)) == (NEXT[part], True), said


@each_row(("what", "wish"), [(what, wish) for what, wishes in WISHES.items() for wish in wishes])
def test_alone_it_is_kept_and_the_question_is_asked_again(
    simulator: Simulator, what: str, wish: str
) -> None:
    after = _after(held(simulator, BEGUN[:1]).take(Line(say=wish)))
    assert (after["pending"], _kept(after, what)) == ("safety-today", True)


def test_the_first_exercise_begins_as_it_was_wanted(simulator: Simulator) -> None:
    talk = held(simulator, BEGUN[:3])
    acts = [str(one) for one in talk.take(Line(say="first time, easier please")).acts]
    assert acts.index("routine-start") < acts.index("made-easier-dose") < len(acts) - 2
    assert acts.count("set-up:seated-calf-raise") == 1


def test_harder_waits_for_a_set_without_pain(simulator: Simulator) -> None:
    talk = held(simulator, BEGUN[:1])
    talk.take(Line(say="no, and harder please"))
    talk.take(Line(say="no"))
    assert "harder-after-a-set" in map(str, talk.take(Line(say="first time")).acts)


@each_row("said", ["zero, and just the left leg", "zero but only the bad leg"])
def test_one_side_is_kept_beside_a_pain(simulator: Simulator, said: str) -> None:
    talk = held(simulator, PARTS["the question for pain"][0])
    acts = [str(one) for one in talk.take(Line(say=said)).acts]
    assert acts[0] in {"only-left", "only-which"}
    assert "exercise-next" in acts


def test_which_side_is_sore_is_asked_for_where_nobody_knows(simulator: Simulator) -> None:
    heard = held(simulator, BEGUN[:1]).take(Line(say="no, and only the sore one"))
    assert list(map(str, heard.acts)) == ["only-which", "safety-person"]


def test_a_band_that_is_not_there_names_no_routine(simulator: Simulator) -> None:
    after = _after(held(simulator, BEGUN[:3]).take(Line(say="step two, and no band")))
    assert after["workout"]["wish"]["routine"] == "calf-strength"


def test_four_questions_are_enough_for_whoever_tells_no_sessions(simulator: Simulator) -> None:
    talk = held(simulator, ("start the arch routine", "no", "no", "yes"))
    acts = [str(one) for one in talk.take(Line(say="step two")).acts]
    assert "progress-stay-untold" in acts
    assert any(act.startswith("set:") for act in acts)
