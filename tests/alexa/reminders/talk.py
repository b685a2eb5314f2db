"""What is said to a skill that sets reminders, and what is heard."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from simulator.reminders import token_of
from skill.alexa.api import HttpAnswer
from skill.alexa.skill import AnkleCoachSkill
from tests.alexa.reminders.service import USER
from tests.alexa.requests import intent, request
from tools.content.load import load

LIBRARY = load()
TOKEN = "MO,WE,FR 19:00"


def answered(skill: AnkleCoachSkill, event: dict[str, Any]) -> dict[str, Any]:
    event["context"]["System"]["apiAccessToken"] = token_of(USER)
    return skill.answer(event, None)


def permitted(skill: AnkleCoachSkill, token: str = TOKEN, status: str = "ACCEPTED") -> str:
    """What is heard once Alexa was allowed, or not allowed, to set what the token carries."""
    scope = {"permissionScope": "alexa::alerts:reminders:skill:readwrite"}
    event = request(
        "Connections.Response",
        new=True,
        name="AskFor",
        token=token,
        status={"code": "200", "message": "OK"},
        payload={"permissionScopes": [scope], "status": status},
    )
    return heard(answered(skill, event))


def heard(answer: dict[str, Any]) -> str:
    """The words of a response."""
    return str(answer["response"]["outputSpeech"]["ssml"])


def says(skill: AnkleCoachSkill, *said: str) -> dict[str, Any]:
    """The last response to some sentences, one after another in a session."""
    attributes: dict[str, Any] = {}
    answer: dict[str, Any] = {}
    for sentence in said:
        slots = {"sentence": {"name": "sentence", "value": sentence}}
        answer = answered(skill, intent("SentenceIntent", slots, attributes=attributes))
        attributes = json.loads(json.dumps(answer.get("sessionAttributes") or {}))
    return answer


def refusing(status: int, code: str = "") -> Callable[[str, str], HttpAnswer]:
    told = json.dumps({"code": code, "message": "for nobody's ears"}).encode()
    return lambda method, path: HttpAnswer(status, told)
