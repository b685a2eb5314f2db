"""What Amazon's testers say at any point of a skill, said at every kind of point of this one."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import pytest

from tests.alexa.intents import anything
from tests.alexa.requests import intent, launch, slot
from tests.alexa.responses import assert_silent, assert_valid
from tests.certification.places import SKILL, answer, heard, kind_of, places, silence

PLACES = places()
HERE = pytest.mark.parametrize(
    "attributes", [text for _, text in PLACES], ids=[kind for kind, _ in PLACES]
)
SEEDS = range(20)
ODD_NUMBERS = ("-1", "0", "11", "100", "999999", "2.5", "?", "", "seven")
NUMBERS = {"NumberIntent": "number", "AgeIntent": "age", "MinutesIntent": "minutes"}


def given(text: str) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(text)
    return whole


def test_the_places_are_those_that_testers_come_to() -> None:
    kinds = {kind.split()[0] for kind, _ in PLACES}

    assert {"open-question", "question", "why-offer", "ready-question", "how-much-pain"} <= kinds
    assert {"safety-today", "choose-routine", "which-one"} <= kinds
    assert len({kind for kind, _ in PLACES}) > 60


@HERE
@pytest.mark.parametrize("leaving", ["AMAZON.StopIntent", "AMAZON.NavigateHomeIntent"])
def test_stop_ends_the_session_at_once(attributes: str, leaving: str) -> None:
    said = answer(intent(leaving), given(attributes))

    assert said["response"]["shouldEndSession"] is True
    assert not said["response"].get("reprompt")


@HERE
def test_cancel_leaves_what_is_going_on_or_ends_the_session(attributes: str) -> None:
    said = answer(intent("AMAZON.CancelIntent"), given(attributes))

    assert said["response"]["shouldEndSession"] or said["sessionAttributes"] != given(attributes)


@HERE
def test_help_helps_and_asks_a_question(attributes: str) -> None:
    said = answer(intent("AMAZON.HelpIntent"), given(attributes))

    assert said["response"]["shouldEndSession"] is False
    # More than what a repetition says: the question alone is no help.
    repeated = answer(intent("AMAZON.RepeatIntent"), given(attributes))
    assert said["response"] != repeated["response"]


@HERE
def test_nonsense_is_answered_in_context_and_changes_no_answer(attributes: str) -> None:
    before = given(attributes)
    said = answer(intent("AMAZON.FallbackIntent"), before)

    if not said["response"]["shouldEndSession"]:
        after = said["sessionAttributes"]
        # A question whose answer was not understood twice is left, and counts as not sure.
        assert before.get("given", {}).items() <= after.get("given", {}).items()


@HERE
def test_repeat_says_it_again_and_asks_the_same(attributes: str) -> None:
    before = given(attributes)
    said = answer(intent("AMAZON.RepeatIntent"), before)

    # Who was told twice to call for help is to do that now.
    if kind_of(before) == "repeat-offer":
        assert said["response"]["shouldEndSession"] is True
        return
    assert said["response"]["shouldEndSession"] is False
    assert kind_of(said["sessionAttributes"]) == kind_of(before)


@HERE
def test_what_is_heard_in_silence_is_not_what_was_heard_before(attributes: str) -> None:
    said = answer(intent("AMAZON.RepeatIntent"), given(attributes))["response"]
    if said["shouldEndSession"]:
        return

    again = said["reprompt"]["outputSpeech"]["ssml"]
    assert again.endswith(("?</speak>", ".</speak>"))
    assert again not in json.dumps(said.get("outputSpeech", ""))


@HERE
def test_a_session_that_ends_in_silence_ends_without_a_word(attributes: str) -> None:
    event = silence()
    event["session"]["attributes"] = given(attributes)

    assert_silent(SKILL.answer(event, None))


@HERE
def test_opening_the_skill_again_is_answered(attributes: str) -> None:
    said = answer(launch(new=False), given(attributes))

    assert heard(said)


@HERE
@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_out_of_range_is_answered_and_never_believed(attributes: str, name: str) -> None:
    for odd in ODD_NUMBERS:
        said = answer(intent(name, slot(NUMBERS[name], odd, None)), given(attributes))
        kept = json.dumps(said.get("sessionAttributes") or {})
        assert not re.search(r"-1\b|\b999999\b", kept)


@HERE
def test_a_blank_slot_is_answered(attributes: str) -> None:
    for name, of in (
        ("WhatIsIntent", "topic"),
        ("PlaceIntent", "place"),
        ("NumberIntent", "number"),
    ):
        empty = intent(name, {of: {"name": of, "confirmationStatus": "NONE"}})
        assert heard(answer(empty, given(attributes)))


@pytest.mark.parametrize("seed", SEEDS)
def test_any_intents_in_any_order_are_answered(seed: int) -> None:
    chance = Random(seed)
    attributes: dict[str, Any] = {}
    event = launch(new=True)
    for turn in range(40):
        event["session"]["attributes"] = attributes
        event["request"]["timestamp"] = f"2026-11-22T12:{turn % 60:02}:00Z"
        said = SKILL.answer(event, None)
        assert_valid(said)
        attributes = json.loads(json.dumps(said.get("sessionAttributes") or {}))
        event = anything(chance)
