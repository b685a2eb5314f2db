"""Requests of every kind, foreign ones too: each gets a valid answer."""

from __future__ import annotations

import importlib
import json
import logging
from typing import Any

import ask_sdk_model
import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Request

from skill.alexa.skill import build_skill
from skill.settings import Settings
from tests.alexa.front_door import QUESTION, answer, words
from tests.alexa.requests import OWN_ID, REQUEST_ID, intent, launch, request, slot
from tests.alexa.responses import assert_silent
from tools.content.load import load

KINDS = sorted(Request.discriminator_value_class_map)
SPOKEN_KINDS = {"LaunchRequest", "IntentRequest"}
NEVER_SPOKEN = ("AlexaSkillEvent.", "AudioPlayer.", "PlaybackController.", "System.", "Messaging.")
FRESH_START = "Welcome to Ankle Coach"


# --- request types and enum values ------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("attributes", [{}, QUESTION], ids=["at first", "at a question"])
def test_every_request_type_of_the_sdk_is_answered(kind: str, attributes: dict[str, Any]) -> None:
    said = answer(request(kind, attributes=attributes))

    if kind.startswith(NEVER_SPOKEN) or kind == "SessionEndedRequest":
        assert said["response"] == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_request_type_is_answered_where_there_is_no_session(kind: str) -> None:
    event = request(kind)
    del event["session"]

    assert_silent(answer(event)) if kind != "CanFulfillIntentRequest" else answer(event)


@pytest.mark.parametrize("kind", ["Alexa.Invented.Tomorrow", "", "intentrequest", "Request"])
def test_a_request_type_that_nobody_knows_is_answered_in_context(kind: str) -> None:
    said = answer(request(kind, attributes=QUESTION))

    assert said["sessionAttributes"]["asking"] == "circulation"


@pytest.mark.parametrize("reason", ["TOO_BORED", "", None, 7, {"a": 1}])
def test_a_session_that_ends_for_an_unknown_reason_gets_no_words(reason: object) -> None:
    assert_silent(answer(request("SessionEndedRequest", reason=reason, attributes=QUESTION)))
    error = {"type": "NEW_KIND", "message": "text"}
    assert_silent(answer(request("SessionEndedRequest", reason="ERROR", error=error)))


@pytest.mark.parametrize("place", ["dialogState", "confirmationStatus", "slot", "code"])
def test_an_unknown_enum_value_leaves_the_intent_understood(place: str) -> None:
    event = intent("AMAZON.YesIntent", slot("place", "calf", "pain-calf"), attributes=QUESTION)
    meant = event["request"]["intent"]
    match place:
        case "dialogState":
            event["request"]["dialogState"] = "DREAMING"
        case "confirmationStatus":
            meant["confirmationStatus"] = "PERHAPS"
        case "slot":
            meant["slots"]["place"]["confirmationStatus"] = "PERHAPS"
        case _:
            authority = meant["slots"]["place"]["resolutions"]["resolutionsPerAuthority"][0]
            authority["status"]["code"] = "ER_NEW"

    said = answer(event)

    assert said["sessionAttributes"]["asking"] == "cold-foot"


@pytest.mark.parametrize("kind", ["AlexaSkillEvent.SkillDisabled", "AlexaSkillEvent.SkillEnabled"])
def test_skill_events_get_no_words(kind: str) -> None:
    assert_silent(answer(request(kind)))


@pytest.mark.parametrize(
    ("name", "slots", "can"),
    [
        ("StartCheckIntent", {}, "YES"),
        ("StartExerciseIntent", {}, "YES"),
        ("ListExercisesIntent", {}, "YES"),
        ("WhatIsIntent", {"topic": "shin splints"}, "YES"),
        ("TeachExerciseIntent", {"exercise": "clam"}, "YES"),
        ("PlaceIntent", {"place": "outer ankle"}, "YES"),
        # What means nothing by itself.
        ("AMAZON.YesIntent", {}, "NO"),
        ("AMAZON.StopIntent", {}, "NO"),
        ("AMAZON.PauseIntent", {}, "NO"),
        ("SlowerIntent", {}, "NO"),
        ("AMAZON.FallbackIntent", {}, "NO"),
        # What is not known, or is of no slot of the skill's.
        ("BookFlightIntent", {}, "NO"),
        ("BookFlightIntent", {"topic": "shin splints"}, "NO"),
        ("WhatIsIntent", {}, "NO"),
        ("WhatIsIntent", {"topic": "pancreatic cancer"}, "NO"),
        ("WhatIsIntent", {"condition": "pancreatic cancer"}, "NO"),
        ("WhatIsIntent", {"topic": "shin splints", "city": "rome"}, "NO"),
        ("TeachExerciseIntent", {"exercise": "handstand"}, "NO"),
        ("NumberIntent", {"number": "7"}, "NO"),
    ],
)
def test_can_fulfill_says_yes_only_to_a_beginning_that_is_known_and_answers_each_slot(
    name: str, slots: dict[str, str], can: str
) -> None:
    given = {slot: {"name": slot, "value": value} for slot, value in slots.items()}
    said = answer(request("CanFulfillIntentRequest", intent={"name": name, "slots": given}))

    told = said["response"]["canFulfillIntent"]
    assert told["canFulfill"] == can
    assert set(told.get("slots") or {}) == set(slots)
    understood = {one["canUnderstand"] for one in (told.get("slots") or {}).values()}
    assert can == "NO" or understood <= {"YES"}


# --- sessions ---------------------------------------------------------------------------------


def test_a_new_session_does_not_take_up_stale_attributes() -> None:
    assert FRESH_START in words(answer(launch(attributes=QUESTION, new=True)))


def test_opening_the_skill_in_the_middle_goes_on_with_the_question() -> None:
    said = answer(launch(attributes=QUESTION))

    assert FRESH_START not in words(said)
    assert said["sessionAttributes"]["asking"] == "circulation"


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "tlh-KX", "", None, "e" * 9_000, 5, ["en"]])
def test_a_locale_without_words_of_its_own_is_answered(locale: object) -> None:
    event = launch(new=True)
    event["request"]["locale"] = locale

    assert "outputSpeech" in answer(event)["response"]


def test_what_is_no_request_is_refused_with_a_reason_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.INFO, logger="ankle_coach"):
        assert_silent(answer({}))

    (line,) = [json.loads(record.getMessage()) for record in caplog.records]
    assert line["event"] == "refused"
    assert line["reason"] == "it holds neither a request nor a session of Alexa's"


def test_without_a_context_and_with_an_unreadable_part_the_session_says_whose_request_it_is() -> (
    None
):
    own = build_skill(Settings(skill_id=OWN_ID), load())
    event = intent("AMAZON.HelpIntent", new=True)
    event["request"]["dialogState"] = "BEGINNING"
    del event["context"]
    assert "outputSpeech" in answer(event, own)["response"]

    event["session"]["application"]["applicationId"] = "amzn1.ask.skill.theirs"
    assert_silent(answer(event, own))


# --- whose skill it is ------------------------------------------------------------------------


def test_a_request_for_our_skill_is_answered_and_a_foreign_one_gets_silence(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ours = build_skill(Settings(skill_id=OWN_ID), load())
    foreign = intent("AMAZON.YesIntent", attributes=QUESTION)
    foreign["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.theirs"

    assert "outputSpeech" in answer(launch(new=True), ours)["response"]
    caplog.clear()
    with caplog.at_level(logging.INFO):
        assert_silent(answer(foreign, ours))

    (line,) = [record.getMessage() for record in caplog.records]
    assert json.loads(line)["event"] == "refused"
    assert REQUEST_ID in line
    assert "Yes" not in line
    assert "theirs" not in line


def test_without_a_skill_id_in_the_request_it_is_not_ours() -> None:
    nobody = launch(new=True)
    del nobody["context"]
    del nobody["session"]["application"]

    assert_silent(answer(nobody, build_skill(Settings(skill_id=OWN_ID), load())))


def test_every_class_of_the_sdk_that_a_request_may_be_is_among_the_types_tried() -> None:
    for path in Request.discriminator_value_class_map.values():
        module, name = path.rsplit(".", 1)
        assert hasattr(importlib.import_module(module), name)
    assert ask_sdk_model.Request is Request
    assert DefaultSerializer().deserialize(json.dumps(launch()), ask_sdk_model.RequestEnvelope)
