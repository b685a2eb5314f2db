"""The interaction model: in step with its sources, small, sound, and loaded by Amazon's classes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.models import faults
from tools.models.build import build, report
from tools.models.faults import faults_of
from tools.models.source import locales, read
from tools.models.utterances import ways
from tools.package.amazon import faults_of_model

FILES = sorted((Path(__file__).parents[2] / "interaction_models").glob("*.json"))

Model = dict[str, Any]

GRADED = {
    *("maybe", "perhaps", "possibly", "probably", "sometimes", "think", "guess", "suppose"),
    *("sure", "know", "but", "only", "just", "except", "unless", "hardly", "barely", "rarely"),
    *("kind", "really", "used", "anymore", "yet", "can't", "couldn't"),
}
"""Words of an answer that is no plain no."""


@pytest.fixture(scope="module", params=FILES, ids=[file.stem for file in FILES])
def model(request: pytest.FixtureRequest) -> Model:
    document: Model = json.loads(request.param.read_text(encoding="utf-8"))
    return document


@pytest.fixture
def altered() -> Model:
    """A small sound model, to be altered."""
    hurts = [f"my {{side}} knee {how}" for how in "abcdefgh"]
    sides: list[Model] = [
        {"id": side, "name": {"value": side, "synonyms": []}} for side in ("left", "right")
    ]
    built_in = [{"name": name, "slots": [], "samples": []} for name in sorted(faults.BUILT_IN)]
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": "ankle coach",
                "intents": [
                    *built_in,
                    _intent("WhyIntent", {}, [f"why {how}" for how in "abcdefgh"]),
                    _intent("KneeIntent", {"side": "SIDE"}, hurts),
                    _intent(
                        "SpeechIntent",
                        dict.fromkeys("stuvwxyz", "AMAZON.SearchQuery"),
                        [f"so {how} {{{how}}}" for how in "stuvwxyz"],
                    ),
                ],
                "types": [{"name": "SIDE", "values": sides}],
            }
        }
    }


def _intent(name: str, slots: dict[str, str], samples: list[str]) -> Model:
    declared = [{"name": slot, "type": kind} for slot, kind in slots.items()]
    return {"name": name, "slots": declared, "samples": samples}


def intent_named(name: str, model: Model) -> Model:
    intents: list[Model] = model["interactionModel"]["languageModel"]["intents"]
    return next(intent for intent in intents if intent["name"] == name)


def test_a_sound_model_has_no_faults(altered: Model) -> None:
    assert faults_of(altered, 1_000) == []


def test_the_committed_model_is_what_its_sources_say_and_without_fault() -> None:
    assert report() == 0


def test_building_twice_gives_the_same_model(model: Model) -> None:
    assert model in [build(read(language, locale)) for locale, language in locales()]


def test_amazons_own_classes_load_the_model_without_loss(model: Model) -> None:
    assert faults_of_model("model", model) == []


def test_what_amazons_classes_do_not_know_of_a_model_is_told(altered: Model) -> None:
    assert faults_of_model("model", altered) == []

    altered["interactionModel"]["languageModel"]["intents"][0]["sample"] = ["a slip"]
    assert faults_of_model("model", altered)


def test_no_doubt_stands_under_plain_no(model: Model) -> None:
    samples = intent_named("AMAZON.NoIntent", model)["samples"]
    assert [sample for sample in samples if GRADED & set(sample.split())] == []


def test_each_meaning_has_one_slot_type(model: Model) -> None:
    """What can be said for two types could not be told apart."""
    owners: dict[str, set[str]] = {}
    for kind in model["interactionModel"]["languageModel"]["types"]:
        for said in ways(kind):
            owners.setdefault(said, set()).add(kind["name"])
    assert {said: kinds for said, kinds in owners.items() if len(kinds) > 1} == {}


def _adds(intent: str, *samples: str, **slots: str) -> Callable[[Model], None]:
    def alter(model: Model) -> None:
        changed = intent_named(intent, model)
        changed["samples"] += samples
        changed["slots"] += [{"name": name, "type": kind} for name, kind in slots.items()]

    return alter


def _lacks(intent: str, left: int) -> Callable[[Model], None]:
    def alter(model: Model) -> None:
        del intent_named(intent, model)["samples"][left:]

    return alter


def _without(intent: str) -> Callable[[Model], None]:
    def alter(model: Model) -> None:
        language = model["interactionModel"]["languageModel"]
        language["intents"] = [one for one in language["intents"] if one["name"] != intent]

    return alter


def _says(said: str) -> Callable[[Model], None]:
    def alter(model: Model) -> None:
        sides = model["interactionModel"]["languageModel"]["types"][0]["values"]
        sides[1]["name"]["synonyms"].append(said)

    return alter


MANY = [f"why {one}{other}" for one in "abcdefgh" for other in "abcdefgh"]
LONG = "why " + "oh " * 15

WRONG: dict[str, tuple[Callable[[Model], None], str]] = {
    "an utterance has one intent": (
        _adds("KneeIntent", "Why a"),
        '"why a" is a sample of WhyIntent and of KneeIntent.',
    ),
    "also once its slots are filled": (
        _adds("WhyIntent", "my left knee a"),
        '"my left knee a" is a sample of WhyIntent and of KneeIntent.',
    ),
    "a sample stands there once": (
        _adds("WhyIntent", "why a"),
        'WhyIntent: the sample "why a" stands there twice.',
    ),
    "a slot is declared": (
        _adds("WhyIntent", "why my {toe}"),
        'WhyIntent: "why my {toe}" uses the slot toe, which is not declared.',
    ),
    "a slot is used": (
        _adds("WhyIntent", toe="SIDE"),
        "WhyIntent: the slot toe is in no sample.",
    ),
    "a slot type exists": (
        _adds("WhyIntent", "why my {toe}", toe="TOE"),
        "WhyIntent: the slot toe has the type TOE, which does not exist.",
    ),
    "free speech has a carrier": (
        _adds("SpeechIntent", "{s}"),
        'SpeechIntent: "{s}" needs a carrier: words beside its slot of free speech.',
    ),
    "free speech stands alone": (
        _adds("SpeechIntent", "so {s} {side}", side="SIDE"),
        'SpeechIntent: "so {s} {side}" has a second slot beside one of free speech.',
    ),
    "signs that Alexa refuses are none": (
        _adds("WhyIntent", "why, please"),
        'WhyIntent: "why, please" has signs that Alexa refuses.',
    ),
    "a sample is said in a breath": (
        _adds("WhyIntent", LONG),
        f'WhyIntent: "{LONG}" has more than 15 words.',
    ),
    "an intent has samples": (
        _lacks("WhyIntent", 7),
        "WhyIntent: 7 samples are too few (8).",
    ),
    "and not too many": (
        _adds("WhyIntent", *MANY),
        "WhyIntent: 72 samples are too many (60).",
    ),
    "what certification asks for is there": (
        _without("AMAZON.HelpIntent"),
        "AMAZON.HelpIntent is missing, and certification asks for it.",
    ),
    "a way of saying is one value's": (_says("left"), 'SIDE: "left" stands there twice.'),
    "a value holds no slot": (_says("{side}"), 'SIDE: "{side}" is a value and can hold no slot.'),
    "a value has no signs": (_says("left!"), 'SIDE: "left!" has signs that Alexa refuses.'),
}


@pytest.mark.parametrize(("alter", "fault"), WRONG.values(), ids=WRONG.keys())
def test_what_breaks_a_rule_is_named(
    altered: Model, alter: Callable[[Model], None], fault: str
) -> None:
    alter(altered)
    assert fault in faults_of(altered, 1_000)


def test_a_model_that_grows_too_large_is_a_fault(altered: Model) -> None:
    assert any("300,001 bytes" in fault for fault in faults_of(altered, 300_001))


def test_an_intent_with_more_slots_than_a_request_should_list_is_a_fault(altered: Model) -> None:
    slots = [f"x{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(40)]
    speech = intent_named("SpeechIntent", altered)
    speech["samples"] += [f"so {slot} {{{slot}}}" for slot in slots]
    speech["slots"] += [{"name": slot, "type": "AMAZON.SearchQuery"} for slot in slots]
    assert "SpeechIntent: 48 slots are too many (40)." in faults_of(altered, 1_000)


@pytest.mark.parametrize("name", ["Ankle Coach", "coach", "open coach", "the coach", "echo coach"])
def test_an_invocation_name_that_amazon_refuses_is_a_fault(name: str, altered: Model) -> None:
    altered["interactionModel"]["languageModel"]["invocationName"] = name
    assert any("invocation name" in fault for fault in faults_of(altered, 1_000))
