"""Sets in the simulator: when what is said comes, and devices that cannot play them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from simulator import terminal
from simulator.app import create_app
from simulator.conversation import Conversation
from simulator.reminders import ReminderService
from simulator.start import Simulator
from simulator.traced_skill import TracedSkill
from skill.alexa.responder import Turn
from skill.settings import Settings
from tests.simulator.sets import HOW_MUCH, beat, in_apla, in_ssml, speech

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
SET = in_apla(beat("1, up", 2000), beat("down", 93_000), speech(HOW_MUCH))
SPOKEN = in_ssml(f'1, up <break time="1500ms"/> down <break time="10s"/> {HOW_MUCH}')
LAST = in_apla(beat("1, up", 2000), closing=True)
FAILED = "Alexa.Presentation.APLA.RuntimeError"


class Scripted:
    """Plays `first` at a launch; tells a device that failed in SSML; answers all else shortly."""

    def __init__(self) -> None:
        self.first = SET
        self.requests: list[dict[str, Any]] = []
        self.reminders = ReminderService()

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], Turn | None]:
        self.requests.append(request)
        kind = request["request"]["type"]
        if kind == FAILED:
            return SPOKEN, Turn(None, ("in-ssml",), (), None)
        if kind == "LaunchRequest":
            return self.first, Turn(None, ("in-apla",), (), None)
        return in_ssml("Well done."), Turn(None, ("well-done",), (), None)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


Talk = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def skill() -> Scripted:
    return Scripted()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def talk(skill: Scripted, clock: Clock, simulator: Simulator) -> Talk:
    ids = count(1)
    conversation = Conversation(skill, simulator.matchers, "app", clock, lambda: f"id-{next(ids)}")

    def say(*lines: dict[str, Any]) -> list[dict[str, Any]]:
        output = io.StringIO()
        terminal.talk_in_json(conversation, map(json.dumps, lines), output)
        return [json.loads(line) for line in output.getvalue().splitlines()]

    return say


def times(skill: Scripted) -> list[str]:
    return [request["request"]["timestamp"][11:19] for request in skill.requests]


def test_speech_includes_what_apla_says_in_order(talk: Talk) -> None:
    (answer,) = talk({"event": "launch"})

    assert answer["speech"] == f"1, up down {HOW_MUCH}"
    assert answer["reprompt"] == "Which number was it?"


def test_a_line_after_a_set_comes_when_its_question_can_have_been_answered(
    talk: Talk, skill: Scripted
) -> None:
    talk({"event": "launch"}, {"say": "no"}, {"say": "no"})

    assert times(skill) == ["12:00:00", "12:01:41", "12:01:41"]


def test_a_line_that_names_its_second_comes_then(talk: Talk, skill: Scripted) -> None:
    talk({"event": "launch"}, {"say": "no", "after": 20})

    assert times(skill) == ["12:00:00", "12:00:20"]


def test_a_line_that_really_comes_later_than_that_comes_then(
    talk: Talk, skill: Scripted, clock: Clock
) -> None:
    talk({"event": "launch"})
    clock.now += timedelta(minutes=3)
    talk({"say": "no"})

    assert times(skill) == ["12:00:00", "12:03:00"]


def test_silence_begins_when_the_set_is_over(talk: Talk, skill: Scripted) -> None:
    talk({"event": "launch"}, {"event": "timeout"})

    assert times(skill) == ["12:00:00", "12:01:53"]


@pytest.mark.parametrize("device", ["speaker-without-apla", "screen-without-apla"])
def test_a_device_without_apla_tells_the_skill_and_hears_the_answer_to_that(
    talk: Talk, skill: Scripted, device: str
) -> None:
    (answer,) = talk({"event": "launch", "device": device})

    launched, failed = skill.requests
    assert answer["request"] == launched
    assert answer["acts"] == ["in-ssml"]
    assert answer["speech"] == f"1, up down {HOW_MUCH}"
    assert answer["response"]["response"]["outputSpeech"]
    assert failed["request"]["token"] == "set"
    assert failed["session"]["sessionId"] == launched["session"]["sessionId"]
    assert failed["session"]["attributes"] == SET["sessionAttributes"]
    assert failed["session"]["new"] is False
    interfaces = failed["context"]["System"]["device"]["supportedInterfaces"]
    assert ("Alexa.Presentation.APL" in interfaces) is device.startswith("screen")


def test_amazons_own_classes_read_the_message_of_a_device_that_failed(
    talk: Talk, skill: Scripted
) -> None:
    talk({"event": "launch", "device": "speaker-without-apla"})

    payload = json.dumps(skill.requests[1])
    read = DefaultSerializer().deserialize(payload, RequestEnvelope).request
    assert read.object_type == FAILED
    assert read.errors[0].reason.value == "INTERNAL_SERVER_ERROR"


def test_a_device_that_plays_apla_complains_of_nothing(talk: Talk, skill: Scripted) -> None:
    talk({"event": "launch"}, {"event": "launch", "device": "screen"})

    assert len(skill.requests) == 2


def test_the_page_is_told_when_each_cue_is_heard(simulator: Simulator) -> None:
    class Playing(TracedSkill):
        def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], Turn | None]:
            return LAST, None

    app = create_app(replace(simulator, skill=Playing(Settings(), simulator.library)), 5000)
    line = {"event": "launch", "conversation": "some-page"}

    told = app.test_client().post("/say", json=line, base_url="http://127.0.0.1:5000").get_json()

    assert told["play"] == {"seconds": 2.0, "cues": [{"at": 0.0, "lasts": 2.0, "text": "1, up"}]}


def test_a_device_without_apla_hears_nothing_where_the_session_has_closed(
    talk: Talk, skill: Scripted
) -> None:
    skill.first = LAST

    (answer,) = talk({"event": "launch", "device": "speaker-without-apla"})

    assert len(skill.requests) == 1
    assert (answer["speech"], answer["session_open"]) == ("", False)
