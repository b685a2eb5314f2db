"""The interaction model: in step with its sources, sound, and loadable by Amazon's classes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData

from simulator.understanding import compile_model, understand
from simulator.understanding.hearing import hear
from skill.library.types import Intent, SlotType, Utterances
from tools.models.build import build, report
from tools.models.faults import faults_of
from tools.models.source import Spoken, read
from tools.models.templates import expand

FILE = Path(__file__).parents[2] / "interaction_models" / "en-US.json"
DOUBTS = {
    *("maybe", "perhaps", "possibly", "probably", "sometimes", "think", "guess", "suppose"),
    *("sure", "know", "but", "only", "just", "except", "unless", "hardly", "barely", "rarely"),
    *("kind", "really", "used", "anymore", "yet"),
}


@pytest.fixture(scope="module")
def model() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return document


@pytest.fixture
def altered() -> dict[str, Any]:
    """A small sound model, to be altered."""
    skip = ["skip", "pass", "next", "move on", "skip it", "skip this", "next one", "not this one"]
    knee = ["my {side} knee hurts", *(f"my {{side}} knee {how}" for how in "abcdefg")]
    sides: list[dict[str, Any]] = [
        {"id": side, "name": {"value": side, "synonyms": []}} for side in ("left", "right")
    ]
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": "ankle coach",
                "intents": [
                    {
                        "name": "WhyIntent",
                        "slots": [],
                        "samples": [f"why {how}" for how in "abcdefgh"],
                    },
                    {"name": "SkipIntent", "slots": [], "samples": skip},
                    {
                        "name": "KneeIntent",
                        "slots": [{"name": "side", "type": "SIDE"}],
                        "samples": knee,
                    },
                ],
                "types": [{"name": "SIDE", "values": sides}],
            }
        }
    }


def test_a_sound_model_has_no_faults(altered: dict[str, Any]) -> None:
    assert faults_of(altered) == []


def intent_named(name: str, model: dict[str, Any]) -> dict[str, Any]:
    intents: list[dict[str, Any]] = model["interactionModel"]["languageModel"]["intents"]
    return next(intent for intent in intents if intent["name"] == name)


def test_the_committed_model_is_what_its_sources_say() -> None:
    assert report() == 0


def test_building_twice_gives_the_same_model(model: dict[str, Any]) -> None:
    assert build(read("en")) == model


def test_amazons_own_classes_load_the_model_without_loss(model: dict[str, Any]) -> None:
    loaded = DefaultSerializer().deserialize(json.dumps(model), InteractionModelData)
    language = loaded.interaction_model.language_model
    assert language.invocation_name == "ankle coach"
    assert {intent.name: len(intent.samples) for intent in language.intents} == {
        intent["name"]: len(intent["samples"])
        for intent in model["interactionModel"]["languageModel"]["intents"]
    }
    assert all(value.id for kind in language.types for value in kind.values)


def test_every_sample_is_understood_as_its_own_intent(model: dict[str, Any]) -> None:
    compiled = compile_model(model)
    astray = [
        (sample, intent["name"], understood.intent)
        for intent in model["interactionModel"]["languageModel"]["intents"]
        for sample in intent["samples"]
        if "{" not in sample
        and (understood := understand(sample, compiled)).intent != intent["name"]
    ]
    assert astray == []


def test_every_way_of_saying_a_value_is_understood_as_that_value_or_as_the_place_in_it(
    model: dict[str, Any],
) -> None:
    compiled = compile_model(model)
    astray = []
    for kind in model["interactionModel"]["languageModel"]["types"]:
        if kind["name"] not in ("PLACE", "FEELING"):
            continue
        for value in kind["values"]:
            for said in (value["name"]["value"], *value["name"]["synonyms"]):
                understood = understand(said, compiled)
                ids = {slot.id for slot in understood.slots.values()}
                if value["id"] not in ids and not {"place", "side"} & understood.slots.keys():
                    astray.append((said, value["id"], understood))
    assert astray == []


def test_no_doubt_stands_under_plain_no(model: dict[str, Any]) -> None:
    samples = intent_named("AMAZON.NoIntent", model)["samples"]
    assert [sample for sample in samples if DOUBTS & set(hear(sample).words)] == []


@pytest.mark.parametrize(
    "said", ["not really", "i'm not sure", "i don't know", "not that i know of"]
)
def test_a_graded_answer_is_no_sample_of_plain_no(said: str, model: dict[str, Any]) -> None:
    assert said not in intent_named("AMAZON.NoIntent", model)["samples"]


def test_an_utterance_under_two_intents_is_a_fault(altered: dict[str, Any]) -> None:
    intent_named("SkipIntent", altered)["samples"].append("Why a")
    assert '"why a" is a sample of WhyIntent and of SkipIntent.' in faults_of(altered)


def test_an_utterance_that_a_slot_value_fills_up_to_another_intents_is_a_fault(
    altered: dict[str, Any],
) -> None:
    intent_named("SkipIntent", altered)["samples"].append("my left knee hurts")
    assert [fault for fault in faults_of(altered) if '"my left knee hurts"' in fault]


def test_an_undeclared_slot_is_a_fault(altered: dict[str, Any]) -> None:
    intent_named("SkipIntent", altered)["samples"].append("skip my {toe}")
    assert any("uses the slot toe, which is not declared" in fault for fault in faults_of(altered))


@pytest.mark.parametrize("sample", ["skip no. 5", "skip (this)", "skip, please", "überspringen"])
def test_signs_that_alexa_refuses_are_a_fault(sample: str, altered: dict[str, Any]) -> None:
    intent_named("SkipIntent", altered)["samples"].append(sample)
    assert f'SkipIntent: "{sample}" has signs that Alexa refuses.' in faults_of(altered)


def test_what_a_type_yields_is_left_to_the_intent_that_has_it() -> None:
    spoken = Spoken(
        Utterances(
            invocation_name="ankle coach",
            fallback_sensitivity="MEDIUM",
            intents={
                "TellIntent": Intent(
                    samples=("i feel numb", "{feeling}"), slots={"feeling": "FELT"}
                ),
                "SignIntent": Intent(samples=("i feel {sign}", "{sign}"), slots={"sign": "SIGN"}),
            },
            types={
                "FELT": SlotType(values={"cramping": ("a cramp",)}),
                "SIGN": SlotType(
                    content="stop signs",
                    values={"dizziness": ("giddy",)},
                    yields_to=("TellIntent",),
                ),
            },
        ),
        {"stop signs": {"dizziness": ("dizzy",), "numbness": ("numb",), "cramp": ("a cramp",)}},
    )
    types = build(spoken)["interactionModel"]["languageModel"]["types"]
    assert next(kind["values"] for kind in types if kind["name"] == "SIGN") == [
        {"id": "dizziness", "name": {"value": "dizzy", "synonyms": ["giddy"]}}
    ]


def test_too_few_samples_are_a_fault(altered: dict[str, Any]) -> None:
    del intent_named("SkipIntent", altered)["samples"][7:]
    assert "SkipIntent: 7 samples are too few (8)." in faults_of(altered)


def test_a_synonym_under_two_values_is_a_fault(altered: dict[str, Any]) -> None:
    sides = altered["interactionModel"]["languageModel"]["types"]
    side = next(kind for kind in sides if kind["name"] == "SIDE")
    side["values"][1]["name"]["synonyms"].append("left")
    assert 'SIDE: "left" stands under left and right.' in faults_of(altered)


@pytest.mark.parametrize("name", ["Ankle Coach", "coach", "open coach", "the coach", "echo coach"])
def test_an_invocation_name_that_amazon_refuses_is_a_fault(
    name: str, altered: dict[str, Any]
) -> None:
    altered["interactionModel"]["languageModel"]["invocationName"] = name
    assert any("invocation name" in fault for fault in faults_of(altered))


def test_a_template_stands_for_every_way_through_it() -> None:
    assert expand("[oh|well] (yes|no) it is {x}") == [
        *("yes it is {x}", "no it is {x}", "oh yes it is {x}"),
        *("oh no it is {x}", "well yes it is {x}", "well no it is {x}"),
    ]


@pytest.mark.parametrize("template", ["(a|b", "a)", "[a)", "(a]"])
def test_a_bracket_without_its_partner_is_an_error(template: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|close"):
        expand(template)
