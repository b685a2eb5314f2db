"""When everything inside fails: calm words, and no line of the log that tells what was said."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from skill.alexa import responder
from skill.dialog.attributes import VERSION
from tests.alexa.front_door import LIBRARY, QUESTION, answer, words
from tests.alexa.intents import INTENTS
from tests.alexa.requests import REQUEST_ID, intent, launch, slot


class SecretlyBroken(Exception):
    """Quotes what the person said, as real exceptions may."""


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that fails at every step."""

    def fail(*_: object) -> None:
        raise SecretlyBroken("pain-calf said, and cold-foot denied")

    monkeypatch.setattr(responder, "step", fail)


@pytest.mark.usefixtures("broken")
def test_a_failure_is_answered_with_calm_words_and_the_question_again() -> None:
    said = answer(intent("AMAZON.NoIntent", attributes=QUESTION))

    assert LIBRARY.words["en"].statements["failure"].say[0] in words(said)
    assert LIBRARY.words["en"].gates["circulation"].ask in words(said)
    assert said["response"]["shouldEndSession"] is False
    assert json.loads(json.dumps(said["sessionAttributes"])) == {"version": VERSION, **QUESTION}


@pytest.mark.usefixtures("broken")
def test_a_failure_at_the_very_start_says_so_and_closes() -> None:
    said = answer(launch(new=True))

    assert said["response"]["shouldEndSession"] is True


@pytest.mark.usefixtures("broken")
def test_a_failure_is_logged_with_the_request_id_and_without_its_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer(intent("AMAZON.NoIntent", attributes=QUESTION))

    (line,) = [json.loads(record.getMessage()) for record in caplog.records]
    assert line["event"] == "failed"
    assert line["request_id"] == REQUEST_ID
    assert line["fault"] == "SecretlyBroken"
    assert "pain-calf" not in json.dumps(line)


# --- privacy ----------------------------------------------------------------------------------


def hold_a_conversation() -> list[str]:
    """A whole check with something of everything; the texts that were spoken."""
    heard = []
    attributes: dict[str, Any] = {}
    described = {**slot("place", "the calf muscle", "pain-calf"), **slot("side", "left", "left")}
    script = [
        launch(new=True),
        intent("DescribeIntent", described),
        intent("NotSureIntent"),
        intent("AMAZON.HelpIntent"),
        intent("GoBackIntent"),
        intent("AgeIntent", {"age": {"name": "age", "value": "9"}}),
        *[intent(name) for name in ("KindOfIntent", "AMAZON.YesIntent", "WhyAskIntent") * 2],
        *[intent("AMAZON.NoIntent")] * 20,
        intent("SentenceIntent", slot("sentence", "I have chest pain", None)),
    ]
    for event in script:
        event["session"]["attributes"] = attributes
        said = answer(event)
        attributes = said.get("sessionAttributes") or {}
        if "outputSpeech" in said["response"]:
            heard.append(words(said))
    return heard


def assert_tells_nothing(lines: list[str], heard: list[str]) -> None:
    assert lines
    ids = {*LIBRARY.places, *LIBRARY.findings, *LIBRARY.red_flags, *LIBRARY.gates}
    ids |= {*LIBRARY.conditions, *LIBRARY.look_alikes}
    secrets = {id for id in ids if "-" in id}
    secrets |= {*INTENTS, "calf", "the calf muscle", "left", "asking", "pending", "given"}
    secrets |= {"emergency", "same_day", "not-sure", *(text[7:40] for text in heard)}
    for line in lines:
        assert not [secret for secret in secrets if secret in line], line


def test_no_log_line_of_a_whole_conversation_tells_what_was_said(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        heard = hold_a_conversation()

    assert_tells_nothing([record.getMessage() for record in caplog.records], heard)
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("broken")
def test_no_log_line_tells_what_was_said_when_everything_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        heard = hold_a_conversation()
        answer(intent("AMAZON.NoIntent", attributes=QUESTION))

    assert_tells_nothing([caplog.text], heard)
