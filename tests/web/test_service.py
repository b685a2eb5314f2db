"""The web service: what Amazon signed is answered, and there is no way round it."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skill.settings import Settings
from skill.storage import choice
from skill.web.__main__ import main
from skill.web.adapter import SkillAdapter
from skill.web.app import ServiceError, app_behind, create_app
from skill.web.certificates import Certificates
from skill.web.verification import Verifier
from tests.paths import ROOT
from tests.web import amazon_samples
from tests.web.authority import NOW
from tests.web.world import (
    SKILL_ID,
    URL,
    Json,
    Refusals,
    World,
    is_refused,
    post,
    sent_at,
    speech_of,
)
from tools.content.load import load


def test_a_signed_launch_is_answered_in_speech_through_flask_ask_sdk(
    app: Flask, world: World
) -> None:
    answered = post(app.test_client(), world, sent_at(NOW))

    assert "Welcome to Ankle Coach" in speech_of(answered)
    assert isinstance(app.extensions["ASK_SDK_SKILL_ADAPTER"]["alexa"], SkillAdapter)
    assert world.fetched == [URL]


@pytest.mark.parametrize("sample", amazon_samples.SPOKEN.values(), ids=amazon_samples.SPOKEN)
def test_amazons_published_samples_are_answered_in_speech(
    client: FlaskClient, world: World, sample: Json
) -> None:
    assert speech_of(post(client, world, sent_at(NOW, sample)))


@pytest.mark.parametrize("sample", amazon_samples.SILENT.values(), ids=amazon_samples.SILENT)
def test_amazons_published_samples_that_take_no_words_are_answered_without(
    client: FlaskClient, world: World, sample: Json
) -> None:
    answered = post(client, world, sent_at(NOW, sample))

    assert answered.status_code == 200
    assert "outputSpeech" not in answered.get_json()["response"]


def test_a_signed_request_of_a_kind_that_nobody_knows_is_answered(
    client: FlaskClient, world: World
) -> None:
    event = sent_at(NOW)
    event["request"]["type"] = "Alexa.Tomorrow"

    assert post(client, world, event).status_code == 200


def test_a_conversation_goes_on_over_signed_requests(client: FlaskClient, world: World) -> None:
    launched = post(client, world, sent_at(NOW)).get_json()
    event = sent_at(NOW, amazon_samples.INTENT)
    event["session"] = {**event["session"], "attributes": launched["sessionAttributes"]}
    event["request"]["intent"] = {"name": "AMAZON.NoIntent", "confirmationStatus": "NONE"}

    answered = post(client, world, event)

    assert answered.get_json()["sessionAttributes"]["asking"]


def test_the_service_does_not_start_without_a_skill_id(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(ServiceError, match="SKILL_ID"):
        create_app(Settings(), load())

    for environment in ({}, {"SKILL_ID": ""}, {"SKILL_ID": "  "}):
        assert main(environment) == 1
        complaint = capsys.readouterr().err
        assert complaint.startswith("SKILL_ID is not set: ")
        assert complaint.count("\n") == 1


@pytest.mark.parametrize("name", ["SET_SPEECH", "LATENCY_SECONDS"])
def test_a_setting_that_makes_no_sense_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main({"SKILL_ID": SKILL_ID, name: "whatever"}) == 1

    complaint = capsys.readouterr().err
    assert complaint.startswith(f"{name} is ")
    assert complaint.count("\n") == 1


def test_nothing_that_the_entry_takes_turns_verification_off() -> None:
    read: set[str] = set()

    class Watched(dict[str, str]):
        def get(self, key: str, default: Any = None) -> Any:
            read.add(key)
            return super().get(key, default)

    assert main(Watched(SKILL_ID=SKILL_ID, HOST="no such host", PORT="0")) == 1

    own = {"SKILL_ID", "SET_SPEECH", "LATENCY_SECONDS", "HOST", "PORT"}
    assert read == own | set(choice.NAMES)
    assert set(inspect.signature(create_app).parameters) == {
        "settings",
        "library",
        "clock",
        "fetch",
        "roots",
        "bookmarks",
    }
    assert set(inspect.signature(app_behind).parameters) == {"skill", "verifier"}
    assert set(inspect.signature(Certificates).parameters) == {
        "fetch",
        "roots",
        "clock",
        "longest_wait",
        "stopwatch",
    }
    assert set(inspect.signature(Verifier).parameters) == {"skill_id", "certificates", "clock"}


@pytest.mark.parametrize(
    "settings",
    [
        {"ASK_SDK_VERIFY_SIGNATURE": False, "ASK_SDK_VERIFY_TIMESTAMP": False},
        {"DEBUG": True},
        {"TESTING": True},
        {"ENV": "development"},
    ],
    ids=lambda settings: ", ".join(settings),
)
def test_no_setting_of_flask_lets_an_unsigned_request_through(
    app: Flask, world: World, refusals: Refusals, settings: Mapping[str, Any]
) -> None:
    app.config.update(settings)
    body = json.dumps(sent_at(NOW)).encode()

    answered = app.test_client().post("/alexa", data=body, content_type="application/json")

    assert is_refused(answered, refusals, "Signature-256")


def test_the_module_that_serves_imports_nothing_that_does_not_ship() -> None:
    program = (
        "import sys, skill.web.__main__\n"
        "print([name for name in sys.modules if name.split('.')[0] in {'simulator', 'tools'}])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore::SyntaxWarning", "-c", program],
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=True,
    )

    assert done.stdout == "[]\n"
