"""Nothing escapes the handler, and what apologises cannot fail itself."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from ask_sdk_model import RequestEnvelope

from skill.alexa import log, responder, response
from skill.alexa import skill as edge
from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.dialog import question
from skill.settings import Settings
from tests.alexa.exercise_session import about_to
from tests.alexa.requests import OWN_ID, REQUEST_ID, intent, launch
from tests.alexa.responses import assert_valid
from tests.slow.fuzz.session import plays
from tests.web.amazon_samples import INTENT
from tools.content.load import load

LIBRARY = load()
SKILL: AnkleCoachSkill = build_skill(Settings(skill_id=OWN_ID), load())
QUESTION = {"pending": "question", "asking": "cold-foot", "asked": ["cold-foot"]}
SORRY = LIBRARY.words["en"].statements["failure-closed"].say[0]

CALM = "Something went wrong on my side, not on yours."
WHERE = ("fault", "way")
HOW_LONG = ("type", "ms")

Json = dict[str, Any]
Patch = Callable[[pytest.MonkeyPatch], None]


def fails(*_: object, **__: object) -> None:
    raise KeyError("cold-foot") from ValueError("pain-calf was said")


def recurses(*given: object, **named: object) -> None:
    # Without what was given, Python 3.13.0 goes on until the memory is full.
    recurses(*given, **named)


BROKEN: dict[str, Patch] = {
    "the words": lambda patch: (
        patch.setattr(edge, "speak", fails),
        patch.setattr(responder, "speak", fails),
    )[0],
    "the state": lambda patch: patch.setattr(edge, "carried_by", fails),
    "what asks again": lambda patch: (
        patch.setattr(responder, "step", fails),
        patch.setattr(question, "pending", fails),
    )[0],
    "the reply": lambda patch: (
        patch.setattr(responder, "step", fails),
        patch.setattr(response, "envelope_of", fails),
    )[0],
    "the request, as it is read": lambda patch: patch.setattr(SKILL.serializer, "envelope", fails),
    "the reply, as it is written": lambda patch: patch.setattr(response, "attributes_of", fails),
    "the id of the skill": lambda patch: patch.setattr(edge, "application_id", fails),
    "the way through, without end": lambda patch: (
        patch.setattr(responder, "step", recurses),
        patch.setattr(edge, "speak", recurses),
        patch.setattr(responder, "speak", recurses),
    )[0],
}


@pytest.mark.parametrize("what", BROKEN)
def test_whatever_fails_somebody_hears_calm_words_and_the_log_no_word_of_it(
    what: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    BROKEN[what](monkeypatch)

    with caplog.at_level(logging.DEBUG):
        reply = SKILL.answer(intent("AMAZON.YesIntent", attributes=QUESTION), None)

    monkeypatch.undo()
    assert_valid(reply)
    assert reply["response"]["outputSpeech"]["ssml"].startswith(f"<speak>{CALM}")
    assert any('"failed"' in record.getMessage() for record in caplog.records)
    assert "cold-foot" not in caplog.text
    assert "pain-calf" not in caplog.text
    for record in caplog.records:
        assert record.exc_info is None
        line = json.loads(record.getMessage())
        assert line.keys() in ({"event", "request_id", *more} for more in (WHERE, HOW_LONG))


def test_a_log_that_cannot_be_written_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log._logger(), "handle", fails)

    reply = SKILL.answer(launch(new=True), None)

    assert "Welcome" in reply["response"]["outputSpeech"]["ssml"]


def test_the_last_words_are_the_same_each_time_whoever_changed_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    BROKEN["the words"](monkeypatch)
    first = SKILL.answer(launch(new=True), None)
    first["response"].clear()

    assert SORRY in SKILL.answer(launch(new=True), None)["response"]["outputSpeech"]["ssml"]


@pytest.mark.parametrize("envelope", [None, 7, RequestEnvelope()])
def test_an_envelope_with_nothing_in_it_is_answered(envelope: Any) -> None:
    assert build_skill(Settings(), load()).invoke(envelope, None).version == "1.0"


def test_an_apology_in_a_set_asks_and_plays_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = about_to("clam", 1)
    begun: Json = SKILL.answer(intent("ReadyIntent", attributes=ready), None)
    assert plays(begun)
    monkeypatch.setattr(responder, "step", fails)

    playing = json.loads(json.dumps(begun["sessionAttributes"]))
    held = {**ready, "workout": {**ready["workout"], "held": True}}
    for attributes in (playing, held):
        sorry = SKILL.answer(intent("StopSignIntent", attributes=attributes), None)
        assert_valid(sorry)
        assert not plays(sorry)


# --- request ids ----------------------------------------------------------------------------


def logged(caplog: pytest.LogCaptureFixture, request_id: Any) -> str:
    event = launch(new=True)
    event["request"]["requestId"] = request_id
    with caplog.at_level(logging.INFO):
        SKILL.answer(event, None)
    (line,) = [record.getMessage() for record in caplog.records]
    named: str = json.loads(line)["request_id"]
    return named


@pytest.mark.parametrize(
    "id",
    [
        REQUEST_ID,
        INTENT["request"]["requestId"],
        "amzn1.echo-api.request.3f6a2b1c-0000-4e1d-9b8a-1234567890ab",
        "amzn1.echo-external.request.3f6a2b1c-0000-4e1d-9b8a-1234567890ab",
    ],
)
def test_amazons_request_ids_are_logged(caplog: pytest.LogCaptureFixture, id: str) -> None:
    assert logged(caplog, id) == id


@pytest.mark.parametrize(
    "id",
    [
        "",
        "my foot is cold",
        "pain-calf",
        "amzn1.echo-api.request.cold-foot",
        "amzn1.echo-api.request.1\n",
        "amzn1.echo-api.request." + "1" * 500,
        'x"}\n{"event": "answered"}',
        7,
        None,
        ["cold-foot"],
        {"cold-foot": "yes"},
    ],
    ids=repr,
)
def test_what_is_no_request_id_by_its_form_is_not_logged(
    caplog: pytest.LogCaptureFixture, id: Any
) -> None:
    assert logged(caplog, id) == "unknown"
