"""What Alexa may send is what the skill handles: no intent is missing on either side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skill.alexa.intents import DENIED, HANDLED, PRESENT
from skill.alexa.skill import build_skill
from skill.settings import Settings
from tests.edge.coached import about_to
from tests.edge.requests import intent, slot
from tools.content.load import load

SKILL = build_skill(Settings(), load())

MODELS = sorted((Path(__file__).parents[2] / "interaction_models").glob("*.json"))


def language_model(model: Path) -> dict[str, list[dict[str, object]]]:
    whole = json.loads(model.read_text(encoding="utf-8"))
    language: dict[str, list[dict[str, object]]] = whole["interactionModel"]["languageModel"]
    return language


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.stem)
def test_every_intent_of_a_model_is_handled_and_every_handled_one_is_in_it(model: Path) -> None:
    assert {one["name"] for one in language_model(model)["intents"]} == HANDLED


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.stem)
def test_every_slot_that_describes_something_is_read(model: Path) -> None:
    read = {*PRESENT, *DENIED, "side", "reply"}
    for one in language_model(model)["intents"]:
        if one["name"] in {"DescribeIntent", "SideIntent"}:
            slots = one.get("slots", [])
            assert isinstance(slots, list)
            assert {slot["name"] for slot in slots} <= read


@pytest.mark.parametrize(("number", "lower"), [("6", "5"), ("5", "6")])
def test_of_two_numbers_the_higher_one_is_the_pain(number: str, lower: str) -> None:
    slots = {**slot("number", number, None), **slot("lower", lower, None)}
    asked = {**about_to("clam", 1), "pending": "how-much-pain"}
    answer = SKILL.answer(intent("PainLevelIntent", slots, attributes=asked), None)

    assert answer["sessionAttributes"]["resting"] is True
