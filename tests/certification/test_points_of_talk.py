"""What Amazon's testers say at any point of a skill, said at every kind of point of this one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from tests.alexa.intents import anything
from tests.alexa.requests import intent, launch, slot
from tests.alexa.responses import assert_silent, assert_valid
from tests.certification.places import SKILL, answer, heard, kind_of, places, silence
from tests.row import row
from tools.content.load import load

SEEDS = range(20)
ODD_NUMBERS = ("-1", "0", "11", "100", "999999", "2.5", "?", "", "seven")
NONSENSE = intent("AMAZON.FallbackIntent")
LEFT_BY_NONSENSE = {"open-question", "how-much-pain"}
"""What hurts is then asked step by step, and a set that plays waits for a word."""
OLD = "over-65"
NUMBERS = {"NumberIntent": "number", "AgeIntent": "age", "MinutesIntent": "minutes"}


HELP = [
    re.split("[^A-Za-z ,.']", variant, maxsplit=1)[0]
    for id, statement in load().words["en"].statements.items()
    if id.startswith("help-")
    for variant in statement.say
]
"""How each help begins, whatever is put in behind."""


def everywhere() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each place by what is open there, and the attributes of the conversation."""
    for kind, text in places():
        yield kind, json.loads(text)


def test_the_places_are_those_that_testers_come_to() -> None:
    kinds = {kind.split()[0] for kind, _ in places()}

    assert {"open-question", "question", "why-offer", "ready-question", "how-much-pain"} <= kinds
    assert {"safety-today", "choose-routine", "which-one"} <= kinds
    assert len({kind for kind, _ in places()}) > 60


@pytest.mark.parametrize("leaving", ["AMAZON.StopIntent", "AMAZON.NavigateHomeIntent"])
def test_stop_ends_the_session_at_once(leaving: str) -> None:
    for kind, attributes in everywhere():
        with row(kind):
            said = answer(intent(leaving), attributes)
            assert said["response"]["shouldEndSession"] is True
            assert not said["response"].get("reprompt")


def test_cancel_leaves_what_is_going_on_or_ends_the_session() -> None:
    for kind, attributes in everywhere():
        with row(kind):
            said = answer(intent("AMAZON.CancelIntent"), attributes)
            ends = said["response"]["shouldEndSession"]
            assert ends or kind_of(said["sessionAttributes"]) != kind


def test_help_helps_and_asks_a_question() -> None:
    for kind, attributes in everywhere():
        with row(kind):
            said = answer(intent("AMAZON.HelpIntent"), attributes)
            assert said["response"]["shouldEndSession"] is False
            told = json.dumps(said["response"])
            assert any(help in told for help in HELP)


def test_nonsense_is_answered_in_context_and_changes_no_answer() -> None:
    for kind, attributes in everywhere():
        with row(kind):
            said = answer(NONSENSE, attributes)
            if not said["response"]["shouldEndSession"]:
                after = said["sessionAttributes"]
                # A question whose answer was not understood twice is left, and counts as not sure.
                assert attributes.get("given", {}).items() <= after.get("given", {}).items()
                left = attributes.get("misses") or kind in LEFT_BY_NONSENSE
                assert left or kind_of(after) == kind


def test_repeat_says_it_again_and_asks_the_same() -> None:
    for kind, attributes in everywhere():
        with row(kind):
            said = answer(intent("AMAZON.RepeatIntent"), attributes)
            assert said["response"]["shouldEndSession"] is False
            assert kind_of(said["sessionAttributes"]) == kind
            # Nothing was misheard.
            assert heard(said) != heard(answer(NONSENSE, attributes))


def test_what_is_heard_in_silence_is_not_what_was_heard_before() -> None:
    for kind, attributes in everywhere():
        with row(kind):
            said = answer(intent("AMAZON.RepeatIntent"), attributes)["response"]
            if not said["shouldEndSession"]:
                again = said["reprompt"]["outputSpeech"]["ssml"]
                assert again.endswith(("?</speak>", ".</speak>"))
                assert again not in json.dumps(said.get("outputSpeech", ""))


def test_a_session_that_ends_in_silence_ends_without_a_word() -> None:
    for kind, attributes in everywhere():
        with row(kind):
            event = silence()
            event["session"]["attributes"] = attributes
            assert_silent(SKILL.answer(event, None))


def test_opening_the_skill_again_is_answered() -> None:
    for kind, attributes in everywhere():
        with row(kind):
            said = answer(launch(new=False), attributes)
            assert heard(said)
            if kind.startswith("question"):
                assert kind_of(said["sessionAttributes"]) == kind


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_out_of_range_is_answered_and_never_believed(name: str) -> None:
    # Each place is given every second number, the next one the others.
    for at, (kind, attributes) in enumerate(everywhere()):
        for odd in ODD_NUMBERS[at % 2 :: 2]:
            with row(kind, repr(odd)):
                said = answer(intent(name, slot(NUMBERS[name], odd, None)), attributes)
                after = said.get("sessionAttributes") or {}
                assert not re.search(r"-1\b|\b999999\b", f"{json.dumps(after)} {heard(said)}")
                if odd == "999999":  # Nobody is as old.
                    assert after.get("given", {}).get(OLD) == attributes.get("given", {}).get(OLD)


@pytest.mark.parametrize(
    ("name", "of"),
    [("WhatIsIntent", "topic"), ("PlaceIntent", "place"), ("NumberIntent", "number")],
)
def test_a_blank_slot_is_answered(name: str, of: str) -> None:
    for kind, attributes in everywhere():
        with row(kind):
            empty = intent(name, {of: {"name": of, "confirmationStatus": "NONE"}})
            assert heard(answer(empty, attributes))


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
