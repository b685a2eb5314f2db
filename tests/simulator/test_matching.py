"""Alexa's side: exact samples, then carriers, then whole sentences, and nothing cleverer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from simulator.matching import Matcher
from simulator.numbers import digits_of
from simulator.start import MODEL

DOCUMENT: dict[str, Any] = json.loads(MODEL.read_text(encoding="utf-8"))
MATCHER = Matcher(DOCUMENT)
UNSEEDED = Matcher(DOCUMENT, seeded=False)

ARRIVES = {
    "yes": ("AMAZON.YesIntent", {}),
    "Yes, it does!": ("AMAZON.YesIntent", {}),
    "stop": ("AMAZON.StopIntent", {}),
    "a five": ("NumberIntent", {"number": ("5", None)}),
    "5 out of ten": ("NumberIntent", {"number": ("5", None)}),
    "i'm thirty four": ("AgeIntent", {"age": ("34", None)}),
    "about twenty one days": ("TimeIntent", {"count": ("21", None), "unit": ("days", "day")}),
    "two years ago": ("SinceIntent", {"count": ("2", None), "unit": ("years", "year")}),
    "the back of my heel hurts": (
        "PlaceIntent",
        {"place": ("back of my heel", "pain-back-of-heel")},
    ),
    "achilles": ("PlaceIntent", {"place": ("achilles", "pain-back-of-heel")}),
    "what is plantar fasciitis": (
        "WhatIsIntent",
        {"topic": ("plantar fasciitis", "plantar-fasciitis")},
    ),
    # A value that is in no list leaves its sample: the carrier has it.
    "what is my problem": ("QuestionSpeechIntent", {"what_is": ("my problem", None)}),
    "the back of beyond hurts": ("BodySpeechIntent", {"the": ("back of beyond hurts", None)}),
    "i'm over the moon": ("SelfSpeechIntent", {"i_m": ("over the moon", None)}),
    # The longest carrier.
    "no but it hurts": ("AnswerSpeechIntent", {"no_but": ("it hurts", None)}),
    "no butter": ("AnswerSpeechIntent", {"no": ("butter", None)}),
    "my heel is sore": ("BodySpeechIntent", {"my_heel": ("is sore", None)}),
}


@pytest.mark.parametrize(("say", "arrives"), ARRIVES.items(), ids=ARRIVES.keys())
@pytest.mark.parametrize("matcher", [MATCHER, UNSEEDED], ids=["seeded", "unseeded"])
def test_samples_go_before_carriers_and_longer_carriers_before_shorter_ones(
    matcher: Matcher, say: str, arrives: tuple[str, dict[str, tuple[str, str | None]]]
) -> None:
    meant = matcher.meant(say)
    slots = {slot.name: (slot.said, slot.value_id) for slot in meant.filled}
    assert (meant.intent, slots) == arrives


@pytest.mark.parametrize("say", ["donkey's years", "every step hurts a bit", "banana"])
def test_what_begins_with_no_carrier_is_a_sentence_or_lost(say: str) -> None:
    matcher = Matcher(_without("every"))
    assert (matcher.meant(say).intent, matcher.meant(say).filled[0].said) == ("SentenceIntent", say)
    lost = Matcher(_without("every"), seeded=False).meant(say)
    assert (lost.intent, lost.filled) == ("AMAZON.FallbackIntent", ())


def _without(carrier: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(DOCUMENT))
    for intent in document["interactionModel"]["languageModel"]["intents"]:
        intent["samples"] = [one for one in intent["samples"] if not one.startswith(carrier)]
    return document


def test_every_sample_without_a_slot_is_its_own_intent() -> None:
    astray = [
        (sample, intent["name"])
        for intent in DOCUMENT["interactionModel"]["languageModel"]["intents"]
        for sample in intent["samples"]
        if "{" not in sample and MATCHER.meant(sample).intent != intent["name"]
    ]
    assert astray == []


def test_a_request_lists_every_slot_of_its_intent() -> None:
    meant = MATCHER.meant("no but it hurts")
    declared = next(
        intent["slots"]
        for intent in DOCUMENT["interactionModel"]["languageModel"]["intents"]
        if intent["name"] == meant.intent
    )
    listed = {slot.name for slot in meant.filled} | set(meant.unfilled)
    assert listed == {slot["name"] for slot in declared}


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("zero", "0"),
        ("seven", "7"),
        ("twenty", "20"),
        ("ninety nine", "99"),
        ("twenty-one", "21"),
        ("one hundred", "100"),
        ("07", "7"),
        ("five or six", None),
        ("a few", None),
        ("", None),
    ],
)
def test_numbers_arrive_as_digits(said: str, digits: str | None) -> None:
    assert digits_of(said) == digits
