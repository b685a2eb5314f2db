"""What the committed interaction model lets people say: its intents, and words for their slots."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

from tests.alexa.requests import slot
from tests.paths import MODEL
from tests.slow.fuzz.facts import content

Json = dict[str, Any]

SPOKEN = ("my thing", "the usual", "banana", "tomorrow", "the thing from before")
SMALL = (*map(str, range(11)), "12", "17", "35", "90")
CHEST_PAIN = "i have chest pain"
"""The one sentence of free speech in the walks."""


@cache
def _model() -> Json:
    read: Json = json.loads(MODEL.read_text(encoding="utf-8"))
    language: Json = read["interactionModel"]["languageModel"]
    return language


@cache
def intents() -> tuple[str, ...]:
    """Every intent of the model whose meaning its name tells; free speech may mean anything."""
    names = (intent["name"] for intent in _model()["intents"])
    return tuple(name for name in names if "Speech" not in name and name != "SentenceIntent")


@cache
def _slots_of() -> dict[str, list[tuple[str, str]]]:
    return {
        intent["name"]: [(one["name"], one["type"]) for one in intent.get("slots", ())]
        for intent in _model()["intents"]
    }


@cache
def values_of(kind: str) -> tuple[tuple[str, str], ...]:
    """The id and the words of every value of a slot type."""
    return tuple(
        (value["id"], value["name"]["value"])
        for one in _model()["types"]
        if one["name"] == kind
        for value in one["values"]
    )


def filled(chance: Random, name: str, of_kind: str) -> Json:
    """A slot with something that people say there; now and then it matches nothing."""
    if of_kind == "AMAZON.NUMBER":
        return slot(name, chance.choice(SMALL), None)
    id, words = chance.choice(values_of(of_kind))
    return (
        slot(name, words, id) if chance.random() < 0.95 else slot(name, chance.choice(SPOKEN), None)
    )


def slots(chance: Random, intent: str) -> Json:
    """What the slots of an intent are filled with: one of them, or two, or none."""
    if intent in VOLUNTEERING:
        return VOLUNTEERING[intent](chance)
    kinds = _slots_of().get(intent, [])
    if not kinds:
        return {}
    many = chance.choice((0, 1, 1, 1, 1, 2, 2)) if len(kinds) > 1 else chance.choice((0, 1, 1, 1))
    chosen = chance.sample(kinds, min(many, len(kinds)))
    return {key: value for one in chosen for key, value in filled(chance, *one).items()}


def _described(chance: Random) -> Json:
    """A place, or something felt that Alexa matched; the words themselves say nothing."""
    if chance.random() < 0.4:
        return slot("place", "that", chance.choice(values_of("PLACE"))[0])
    asked = {id for id, flag in content().flags.items() if flag.get("rule") is None}
    return slot("feeling", "that", chance.choice(sorted({*asked, *content().mild})))


VOLUNTEERING: dict[str, Callable[[Random], Json]] = {
    "DescribeIntent": _described,
    "StopSignIntent": lambda chance: slot("sign", "that", chance.choice(sorted(content().signs))),
    "SentenceIntent": lambda _: slot("sentence", CHEST_PAIN, None),
}
"""What is volunteered, by requests whose slots are matched whatever the model is."""
