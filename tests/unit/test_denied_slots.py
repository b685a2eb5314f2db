"""Slots whose spoken words deny something: what the skill takes from them."""

from __future__ import annotations

import pytest
from ask_sdk_model import IntentRequest
from ask_sdk_model.intent import Intent
from ask_sdk_model.slot import Slot
from ask_sdk_model.slu.entityresolution import (
    Resolution,
    Resolutions,
    Status,
    StatusCode,
    Value,
    ValueWrapper,
)

from skill.alexa.intents import event_of
from skill.dialog.events import Described, Said
from tools.content.load import load

LIBRARY = load()
WORDS = LIBRARY.words["en"]


def felt(spoken: str, id: str) -> object:
    match = Resolution(
        authority="values",
        status=Status(code=StatusCode.ER_SUCCESS_MATCH),
        values=[ValueWrapper(value=Value(name=id, id=id))],
    )
    slot = Slot(
        name="feeling", value=spoken, resolutions=Resolutions(resolutions_per_authority=[match])
    )
    intent = Intent(name="DescribeIntent", slots={"feeling": slot})
    return event_of(IntentRequest(intent=intent), LIBRARY, WORDS)


@pytest.mark.parametrize("spoken", ["no swelling", "isn't swollen", "not numb but swollen"])
def test_words_that_deny_affirm_nothing(spoken: str) -> None:
    assert felt(spoken, "swelling") == Said("not-understood")


@pytest.mark.parametrize(
    ("spoken", "id"),
    [
        ("can't feel my toes", "numbness"),
        ("cannot feel my toes", "numbness"),
        ("Can\u2019t feel my toes", "numbness"),
        ("can not lift my foot", "foot-drop"),
        ("no feeling in my left foot", "numbness"),
    ],
)
def test_a_denial_that_is_part_of_the_phrase_affirms_it(spoken: str, id: str) -> None:
    assert felt(spoken, id) == Described((id,))


@pytest.mark.parametrize("spoken", ["not that i can't feel my toes", "can't feel it swollen"])
def test_a_denial_beyond_the_phrase_affirms_nothing(spoken: str) -> None:
    assert felt(spoken, "numbness") == Said("not-understood")
