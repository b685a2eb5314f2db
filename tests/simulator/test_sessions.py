"""The session as the simulator keeps it: ids, accounts, devices, slots and times of a request."""

from __future__ import annotations

import json
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from tests.simulator.conftest import Talk

STIFF_HEEL = "the back of my left heel is stiff in the morning"

CONTRACT = {
    "said",
    "intent",
    "slots",
    "heard",
    "request",
    "response",
    "acts",
    "speech",
    "reprompt",
    "session_open",
    "asking",
}


def test_a_line_is_answered_with_exactly_the_promised_keys(talk: Talk) -> None:
    for answer in talk("open ankle coach", "yes", {"event": "timeout"}, {"event": "new-user"}):
        assert set(answer) == CONTRACT


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        '{"say": "yes", "event": "launch"}',
        '{"say": "  "}',
        '{"say": ["yes"]}',
        '{"say": "yes", "after": -1}',
        '{"say": "yes", "after": true}',
        '{"say": "yes", "after": NaN}',
        '{"say": "yes", "after": 1e400}',
        '{"say": "yes", "device": "toaster"}',
        '{"say": "yes", "loud": true}',
        '{"event": ["launch"]}',
        '{"event": "timeout"}',
        '{"event": "end"}',
        '{"a":' * 100_000,
        "yes " * 10_000,
    ],
)
def test_a_line_that_cannot_be_taken_says_why_and_the_talk_goes_on(talk: Talk, line: str) -> None:
    bad, good = talk(line, "open ankle coach")

    assert set(bad) == {"error"}
    assert bad["error"].endswith(".")
    assert good["session_open"]


@pytest.mark.parametrize(
    "words",
    [
        "open ankle coach",
        "Open Ankle Coach.",
        "Alexa, open ankle coach",
        "alexa please launch ankle coach",
        "start the ankle coach skill",
        "talk to ankle coach",
        "ask ankle coach",
        "ankle coach",
    ],
)
def test_calling_the_skill_by_its_name_alone_launches_it(talk: Talk, words: str) -> None:
    (answer,) = talk(words)

    assert answer["intent"] is None
    assert answer["request"]["request"]["type"] == "LaunchRequest"
    assert answer["request"]["session"]["new"] is True
    assert answer["acts"] == ["welcome"]


@pytest.mark.parametrize(
    "words",
    [
        "ask ankle coach to check my ankle",
        "Alexa, ask ankle coach to check my ankle",
        "alexa, tell Ankle Coach to check my ankle.",
        "open ankle coach and check my ankle",
        "check my ankle with ankle coach",
        "alexa, check my ankle",
        "check my ankle",
    ],
)
def test_a_wish_without_a_session_begins_one_with_its_intent(talk: Talk, words: str) -> None:
    (answer,) = talk(words)

    assert answer["intent"] == "StartCheckIntent"
    assert answer["request"]["session"]["new"] is True
    assert answer["request"]["session"]["attributes"] == {}
    assert answer["session_open"]


def test_an_open_session_carries_its_id_and_attributes_into_the_next_request(talk: Talk) -> None:
    first, second, third = talk("open ankle coach", "alexa, no", "open ankle coach")

    assert second["request"]["session"]["new"] is False
    ids = {answer["request"]["session"]["sessionId"] for answer in (first, second, third)}
    assert len(ids) == 1
    for before, after in ((first, second), (second, third)):
        left = before["response"]["sessionAttributes"]
        assert after["request"]["session"]["attributes"] == left


def test_words_after_a_closed_session_begin_a_new_one(talk: Talk) -> None:
    opened, closed, again = talk("open ankle coach", "stop", "check my ankle")

    assert not closed["session_open"]
    assert again["request"]["session"]["new"] is True
    assert again["request"]["session"]["attributes"] == {}
    sessions = [answer["request"]["session"]["sessionId"] for answer in (opened, again)]
    assert sessions[0] != sessions[1]


def test_silence_ends_the_session_as_an_echo_does(talk: Talk) -> None:
    opened, silent, after = talk("open ankle coach", {"event": "timeout"}, "open ankle coach")

    request = silent["request"]["request"]
    assert (request["type"], request["reason"]) == ("SessionEndedRequest", "EXCEEDED_MAX_REPROMPTS")
    assert request["timestamp"] == "2026-11-22T08:00:16Z"
    assert silent["request"]["session"]["sessionId"] == opened["request"]["session"]["sessionId"]
    assert (silent["speech"], silent["session_open"]) == ("", False)
    assert after["request"]["session"]["new"] is True


def test_a_new_user_has_another_account_and_other_devices(talk: Talk) -> None:
    before, _, after = talk("open ankle coach", {"event": "new-user"}, "open ankle coach")

    def of(answer: dict[str, Any]) -> tuple[str, str]:
        system = answer["request"]["context"]["System"]
        return system["user"]["userId"], system["device"]["deviceId"]

    assert set(of(before)).isdisjoint(of(after))
    assert after["acts"] == ["welcome"]


def test_each_device_has_its_own_session_and_interfaces(talk: Talk) -> None:
    speaker, screen, back = talk(
        "open ankle coach",
        {"event": "launch", "device": "screen"},
        {"say": "no", "device": "speaker"},
    )

    interfaces = [
        answer["request"]["context"]["System"]["device"]["supportedInterfaces"]
        for answer in (speaker, screen)
    ]
    assert "Alexa.Presentation.APL" not in interfaces[0]
    assert "Alexa.Presentation.APL" in interfaces[1]
    assert screen["request"]["session"]["new"] is True
    assert back["request"]["session"]["sessionId"] == speaker["request"]["session"]["sessionId"]


def test_the_time_of_a_request_is_the_last_reply_and_what_passed_since(talk: Talk) -> None:
    answers = talk(
        "open ankle coach", {"say": "no", "after": 5}, {"say": "no"}, {"say": "no", "after": 60.5}
    )

    times = [answer["request"]["request"]["timestamp"] for answer in answers]
    assert times == [
        "2026-11-22T08:00:00Z",
        "2026-11-22T08:00:05Z",
        "2026-11-22T08:00:05Z",
        "2026-11-22T08:01:05Z",
    ]


def test_a_recognized_slot_value_comes_with_its_id_and_a_real_resolution(talk: Talk) -> None:
    _, answer = talk("open ankle coach", "the left one")

    assert answer["intent"] == "SideIntent"
    assert answer["slots"] == {"side": {"value": "left", "id": "left"}}
    side = answer["request"]["request"]["intent"]["slots"]["side"]
    (authority,) = side["resolutions"]["resolutionsPerAuthority"]
    assert authority["status"]["code"] == "ER_SUCCESS_MATCH"
    assert authority["authority"].endswith(".SIDE")
    assert authority["values"][0]["value"]["id"] == "left"


def test_slots_for_which_nothing_was_said_are_sent_without_a_value(talk: Talk) -> None:
    _, answer = talk("open ankle coach", STIFF_HEEL)

    slots = answer["request"]["request"]["intent"]["slots"]
    unfilled = slots.keys() - answer["slots"].keys()
    assert unfilled
    for name in unfilled:
        assert slots[name] == {"name": name, "confirmationStatus": "NONE"}


def test_what_was_read_in_the_words_is_told_and_nothing_that_is_not_there(talk: Talk) -> None:
    _, answer = talk("open ankle coach", "my left heel hurts, it started three weeks ago")

    assert answer["heard"]["side"] == "left"
    assert answer["heard"]["since_days"] == 21
    assert answer["heard"]["words"] == "my left heel hurts it started three weeks ago"
    assert not answer["heard"].keys() & {"answer", "danger", "number", "origin"}


def test_a_locale_stays_until_another_is_given(talk: Talk) -> None:
    british = {"event": "launch", "locale": "en-GB"}
    answers = talk("open ankle coach", british, "help")
    locales = [answer["request"]["request"]["locale"] for answer in answers]
    assert locales == ["en-US", "en-GB", "en-GB"]


def test_amazons_own_classes_read_every_request(talk: Talk) -> None:
    answers = talk("open ankle coach", STIFF_HEEL, "my son is 9 years old", {"event": "timeout"})

    for answer in answers:
        read = DefaultSerializer().deserialize(json.dumps(answer["request"]), RequestEnvelope)
        assert read.request.object_type == answer["request"]["request"]["type"]
        assert read.request.timestamp is not None


def test_speech_and_reprompt_are_plain_text_and_asking_is_the_attribute(talk: Talk) -> None:
    answers = talk("check my ankle", "no", "no")

    for answer in answers:
        assert answer["speech"]
        assert answer["reprompt"]
        assert "<" not in answer["speech"] + answer["reprompt"]
        assert answer["asking"] == answer["response"]["sessionAttributes"].get("asking")
    assert answers[-1]["acts"][-1] == f"ask:{answers[-1]['asking']}"
