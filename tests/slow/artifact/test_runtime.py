"""The artifact under Amazon's own runtime client: what Lambda runs, short of Lambda itself."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.storage.budget import BUDGET_SECONDS
from tests.alexa.requests import OWN_ID, intent, launch
from tests.alexa.responses import assert_silent, assert_valid
from tests.slow.artifact.runtime_api import Lambda, TimedOut

pytest.importorskip("awslambdaric", reason="Amazon's client of the runtime is for Linux alone")

SKILL_ID = "amzn1.ask.skill.12345678-1234-1234-1234-123456789012"
UNREACHABLE = "my notes"
"""What is said of a store that does not answer (`content/words/en/speech/bookmark.yaml`)."""
AT_MOST_SECONDS = 2.0
"""For a turn on a busy machine: two waits for a store, and much more than the turn itself."""


@pytest.fixture
def function(tmp_path: Path) -> Iterator[Lambda]:
    made = Lambda(tmp_path)
    yield made
    made.close()


@pytest.fixture(params=["nobody listens", "nobody answers"])
def gone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a table that is gone, in both ways that there are."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        if request.param == "nobody answers":
            held.listen()
        yield f"http://127.0.0.1:{held.getsockname()[1]}"


def answered(function: Lambda, event: Any) -> dict[str, Any]:
    """The answer to an event, which is a valid one."""
    how, answer = function.invoke(event)
    assert how == "response", (answer, function.log())
    assert_valid(answer)
    assert isinstance(answer, dict)
    return answer


def test_a_cold_start_and_the_turns_after_it_are_answered_by_one_process(
    function: Lambda,
) -> None:
    opened = answered(function, launch(new=True))
    assert opened["response"]["shouldEndSession"] is False

    attributes = opened["sessionAttributes"]
    for name in ("StartCheckIntent", "AMAZON.HelpIntent", "AMAZON.NoIntent", "AMAZON.RepeatIntent"):
        reply = answered(function, intent(name, attributes=attributes))
        attributes = reply["sessionAttributes"]
    stopped = answered(function, intent("AMAZON.StopIntent", attributes=attributes))

    assert stopped["response"]["shouldEndSession"] is True
    assert function.started == 1


@pytest.mark.parametrize("broken", [None, [], "text", 7, {}, {"request": 5}, {"context": []}])
def test_what_is_no_request_is_answered_with_silence_and_does_no_harm(
    function: Lambda, broken: Any
) -> None:
    assert_silent(answered(function, broken))

    assert "outputSpeech" in answered(function, launch(new=True))["response"]
    assert function.started == 1


def test_a_process_that_hangs_is_replaced_and_the_conversation_goes_on(function: Lambda) -> None:
    opened = answered(function, launch(new=True))
    check = answered(function, intent("StartCheckIntent", attributes=opened["sessionAttributes"]))
    attributes = check["sessionAttributes"]

    function.freeze()
    with pytest.raises(TimedOut):
        function.invoke(intent("AMAZON.RepeatIntent", attributes=attributes), seconds=0.5)
    again = answered(function, intent("AMAZON.RepeatIntent", attributes=attributes))

    assert function.started == 2
    assert again["sessionAttributes"].get("asking") == attributes.get("asking")


def test_a_setting_that_makes_no_sense_stops_it_before_any_request(tmp_path: Path) -> None:
    function = Lambda(tmp_path, SKILL_ID="ankle coach")
    try:
        how, told = function.init()
    finally:
        function.close()

    assert how == "init/error"
    assert told["errorType"].endswith("SettingsError")
    assert told["errorMessage"].startswith("SKILL_ID is ")


def test_the_request_of_another_skill_gets_silence(tmp_path: Path) -> None:
    function = Lambda(tmp_path, SKILL_ID=SKILL_ID)
    try:
        foreign = launch(new=True)
        assert OWN_ID != SKILL_ID
        assert_silent(answered(function, foreign))
        ours = launch(new=True)
        for part in (ours["session"], ours["context"]["System"]):
            part["application"]["applicationId"] = SKILL_ID
        assert "outputSpeech" in answered(function, ours)["response"]
    finally:
        function.close()


def test_with_its_table_gone_turns_go_on_in_time_with_a_sentence_where_it_was_asked_for(
    tmp_path: Path, gone: str
) -> None:
    function = Lambda(
        tmp_path,
        BOOKMARKS_TABLE="bookmarks",
        BOOKMARKS_SECRET="sixteen letters, or more",
        AWS_REGION="us-east-1",
        AWS_ACCESS_KEY_ID="nobody",
        AWS_SECRET_ACCESS_KEY="nothing",
        AWS_ENDPOINT_URL_DYNAMODB=gone,
    )
    said = {}
    try:
        attributes = answered(function, launch(new=True))["sessionAttributes"]
        for name in ("RememberIntent", "ForgetIntent", "StartCheckIntent", "AMAZON.NoIntent"):
            started = time.monotonic()
            reply = answered(function, intent(name, attributes=attributes))
            assert time.monotonic() - started < AT_MOST_SECONDS
            assert reply["response"]["shouldEndSession"] is False
            said[name] = reply["response"]["outputSpeech"]["ssml"]
            attributes = reply["sessionAttributes"]
    finally:
        function.close()

    assert 2 * BUDGET_SECONDS < AT_MOST_SECONDS
    assert {name: words.count(UNREACHABLE) for name, words in said.items()} == {
        "RememberIntent": 1,
        "ForgetIntent": 1,
        "StartCheckIntent": 0,
        "AMAZON.NoIntent": 0,
    }
    assert function.started == 1
    assert '"event": "not stored"' in function.log()
    assert '"event": "failed"' not in function.log()


def test_the_log_tells_of_each_request_and_of_nothing_that_was_said(function: Lambda) -> None:
    answered(function, launch(new=True))
    answered(function, intent("HurtsIntent"))

    written = function.log()
    assert written.count('"event": "answered"') == 2
    assert "Hurts" not in written
