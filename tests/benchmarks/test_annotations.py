"""Annotation sets have the form of Amazon's tool, and expect what the committed model can give."""

from __future__ import annotations

import json

from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.nlu.evaluations.test_case import TestCase as Case

from benchmarks.annotations import annotation_set
from simulator.matching import Matcher
from simulator.start import MODEL

DOCUMENT = json.loads(MODEL.read_text(encoding="utf-8"))
SAID = ("yes", "no but it hurts", "the back of my heel hurts", "a five", "donkey's years", "yes")


def test_amazons_own_classes_read_each_annotation() -> None:
    built = annotation_set(Matcher(DOCUMENT), SAID)
    assert list(built) == ["data"]
    for one in built["data"]:
        assert one.keys() == {"inputs", "expected"}
        case = DefaultSerializer().deserialize(json.dumps(one), Case)
        assert case.inputs.utterance == one["inputs"]["utterance"]
        assert case.expected[0].intent.name == one["expected"][0]["intent"]["name"]
        for name, slot in one["expected"][0]["intent"].get("slots", {}).items():
            assert case.expected[0].intent.slots[name].value == slot["value"]


def test_each_utterance_stands_in_a_set_once_with_the_intent_it_arrives_as() -> None:
    built = annotation_set(Matcher(DOCUMENT), SAID)
    expected = {
        one["inputs"]["utterance"]: one["expected"][0]["intent"]["name"] for one in built["data"]
    }
    assert expected == {
        "yes": "AMAZON.YesIntent",
        "no but it hurts": "AnswerSpeechIntent",
        "the back of my heel hurts": "PlaceIntent",
        "a five": "NumberIntent",
        "donkey's years": "SentenceIntent",
    }
    assert len(built["data"]) == len(expected)
