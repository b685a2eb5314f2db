"""Alexa's Reminders API over HTTP, as Amazon documents it, and every refusal of it in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from typing import Any

import pytest

from simulator.reminders import token_of
from skill.alexa import api
from skill.alexa.api import HttpAnswer, OverHttp, Unreachable
from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.coaching.schedule import PartialPlan, Plan, from_token, partial_of, to_token
from skill.settings import Settings
from tests.alexa.reminder_server import USER, Server, serving
from tests.alexa.requests import intent, request
from tools.content.load import load

LIBRARY = load()
TOKEN = "MO,WE,FR 19:00"
HEALTH = ("ankle", "shin", "pain", "sore", "tendon", "heel", "calf", "coach", "rehab", "injury")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture
def skill(server: Server) -> AnkleCoachSkill:
    return build_skill(Settings(), LIBRARY, connect=server.connect)


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


def test_a_reminder_is_set_as_amazon_documents_it(server: Server, skill: AnkleCoachSkill) -> None:
    assert "every Monday, Wednesday and Friday at 7 in the evening" in permitted(skill)

    (kept,) = server.service.of(USER).alerts.values()
    assert kept["trigger"] == {
        "type": "SCHEDULED_ABSOLUTE",
        "timeZoneId": "America/New_York",
        "recurrence": {
            "recurrenceRules": [
                f"FREQ=WEEKLY;BYDAY={day};BYHOUR=19;BYMINUTE=0;BYSECOND=0;INTERVAL=1;"
                for day in ("MO", "WE", "FR")
            ]
        },
    }
    assert [one["locale"] for one in kept["alertInfo"]["spokenInfo"]["content"]] == ["en-US"]


def test_a_reminder_names_nothing_of_a_body(server: Server, skill: AnkleCoachSkill) -> None:
    permitted(skill)

    (kept,) = server.service.of(USER).alerts.values()
    text = kept["alertInfo"]["spokenInfo"]["content"][0]["text"].lower()
    assert text
    assert not [word for word in HEALTH if word in text]
    names = (*LIBRARY.conditions, *LIBRARY.routines, *LIBRARY.exercises)
    assert not [name for name in names if name in text]


def test_a_second_one_takes_the_place_of_the_first(server: Server, skill: AnkleCoachSkill) -> None:
    permitted(skill)
    assert "instead of before" in permitted(skill, "SU 08:15")

    (kept,) = server.service.of(USER).alerts.values()
    assert kept["trigger"]["recurrence"]["recurrenceRules"] == [
        "FREQ=WEEKLY;BYDAY=SU;BYHOUR=8;BYMINUTE=15;BYSECOND=0;INTERVAL=1;"
    ]


def test_one_that_was_deleted_in_the_app_is_set_anew(
    server: Server, skill: AnkleCoachSkill
) -> None:
    permitted(skill)
    server.instead = lambda method, path: HttpAnswer(404, b"{}") if method == "PUT" else None
    assert "every Sunday" in permitted(skill, "SU 08:15")

    assert [method for method, path, _ in server.asked if path.startswith("/v1")][-1] == "POST"


def test_a_device_without_a_time_zone_gets_the_reminder_in_its_own(
    server: Server, skill: AnkleCoachSkill
) -> None:
    server.instead = lambda method, path: HttpAnswer(403, b"") if path.startswith("/v2") else None
    assert "I'll remind you" in permitted(skill)

    (kept,) = server.service.of(USER).alerts.values()
    assert "timeZoneId" not in kept["trigger"]


def test_without_the_permission_alexa_asks_for_it_and_carries_the_plan(
    server: Server, skill: AnkleCoachSkill
) -> None:
    server.service.of(USER).allowed = False
    answer = says(skill, "remind me on monday wednesday and friday at seven pm", "yes")

    (directive,) = answer["response"]["directives"]
    assert directive == {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "token": TOKEN,
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "2",
            "permissionScopes": [
                {
                    "permissionScope": "alexa::alerts:reminders:skill:readwrite",
                    "consentLevel": "ACCOUNT",
                }
            ],
        },
    }
    assert "shouldEndSession" not in answer["response"]
    assert "reprompt" not in answer["response"]


@pytest.mark.parametrize("status", ["DENIED", "NOT_ANSWERED", "SOMETHING_NEW"])
def test_what_was_not_allowed_is_not_set(
    server: Server, skill: AnkleCoachSkill, status: str
) -> None:
    assert "I set no reminder" in permitted(skill, status=status)
    assert server.asked == []


@pytest.mark.parametrize(
    "token", ["", "MO", "XX 19:00", "MO 24:00", "MO 19:60", "MO,MO,", "x" * 999]
)
def test_a_token_that_carries_no_plan_leads_to_the_question(
    skill: AnkleCoachSkill, token: str
) -> None:
    assert "On which days" in permitted(skill, token)


@pytest.mark.parametrize("kind", [{}, {"payload": None}, {"payload": {"permissionScopes": [1]}}])
def test_an_answer_of_another_form_is_no_permission(
    server: Server, skill: AnkleCoachSkill, kind: dict[str, Any]
) -> None:
    event = request("Connections.Response", new=True, name="AskFor", token=TOKEN, **kind)
    assert "I set no reminder" in heard(answered(skill, event))
    assert server.asked == []


NOT_ALLOWED = "You can allow it in the Alexa app"

REFUSALS = [
    (401, "UNAUTHORIZED", NOT_ALLOWED),
    (403, "FORBIDDEN", "This device can't"),
    (403, "DEVICE_NOT_SUPPORTED", "This device can't"),
    (400, "DEVICE_NOT_SUPPORTED", "This device can't"),
    (403, "MAX_REMINDERS_EXCEEDED", "as many reminders as she can hold"),
    (400, "UNSUPPORTED_TRIGGER_RECURRENCE", "didn't take that"),
    (404, "NOT_FOUND", "didn't take that"),
    (409, "", "didn't take that"),
    (429, "RATE_EXCEEDED", "busy"),
    (500, "INTERNAL_ERROR", "can't reach"),
    (503, "", "can't reach"),
    (504, "", "can't reach"),
]


@pytest.mark.parametrize(("status", "code", "words"), REFUSALS)
def test_every_refusal_is_told_in_words(
    server: Server, skill: AnkleCoachSkill, status: int, code: str, words: str
) -> None:
    refuse = refusing(status, code)
    server.instead = lambda method, path: refuse(method, path) if method == "POST" else None
    told = permitted(skill)

    assert words in told
    assert "nobody's ears" not in told
    assert server.service.of(USER).alerts == {}


@pytest.mark.parametrize("body", [b"", b"[]", b"<html>", b"\xff", b'{"alerts": {}}'])
def test_nonsense_is_told_as_out_of_reach(
    server: Server, skill: AnkleCoachSkill, body: bytes
) -> None:
    server.instead = lambda method, path: HttpAnswer(200, body) if path.startswith("/v1") else None

    assert "can't reach" in permitted(skill)
    assert "can't reach" in heard(says(skill, "which reminders are set"))


def test_silence_is_given_up(server: Server) -> None:
    server.silent.clear()
    waiting = OverHttp(HTTPConnection("127.0.0.1", server.port), seconds=0.05)
    with pytest.raises(Unreachable):
        waiting.send("GET", "/v1/alerts/reminders", "t")
    server.silent.set()


def test_time_that_is_used_up_is_not_exceeded_by_the_next_request(server: Server) -> None:
    times = iter([0.0, 1.0, 1.0, 1.0, 1.0, 9.0])
    spending = OverHttp(
        HTTPConnection("127.0.0.1", server.port), seconds=5, clock=lambda: next(times, 9.0)
    )
    token = token_of(USER)
    assert spending.send("GET", "/v1/alerts/reminders", token).status == 200
    with pytest.raises(Unreachable):
        spending.send("GET", "/v1/alerts/reminders", token)
    spending.close()


def test_services_that_are_down_are_told_as_out_of_reach() -> None:
    def closed(endpoint: str) -> OverHttp:
        return OverHttp(HTTPConnection("127.0.0.1", 9))

    assert "can't reach" in permitted(build_skill(Settings(), LIBRARY, connect=closed))


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://api.amazonalexa.com",
        "https://example.com",
        "https://api.amazonalexa.com@x.org",
        "",
        "x",
    ],
)
def test_a_token_goes_to_amazon_alone(endpoint: str) -> None:
    with pytest.raises(Unreachable):
        api.connect(endpoint)


def test_without_services_it_says_that_it_sets_none() -> None:
    skill = build_skill(Settings(), LIBRARY)
    assert "I can't set reminders here" in permitted(skill)
    assert "reminders" not in heard(says(skill, "forget me"))


def test_what_is_set_is_told_and_cancelled_and_goes_with_forget_me(
    server: Server, skill: AnkleCoachSkill
) -> None:
    assert "set no reminder" in heard(says(skill, "which reminders are set"))
    permitted(skill)
    assert "every Monday, Wednesday and Friday" in heard(says(skill, "which reminders are set"))
    assert "won't remind you" in heard(says(skill, "cancel my reminders"))
    assert server.service.of(USER).alerts == {}
    permitted(skill)
    assert "deleted your reminders" in heard(says(skill, "forget me"))
    assert server.service.of(USER).alerts == {}


def test_one_that_was_set_in_another_form_is_told_without_its_time(
    server: Server, skill: AnkleCoachSkill
) -> None:
    alert = {"alertToken": "a", "status": "ON", "trigger": {"scheduledTime": "2027-01-01T07:00:00"}}
    server.service.of(USER).alerts["a"] = alert
    assert "The Alexa app shows when" in heard(says(skill, "which reminders are set"))
    server.service.of(USER).alerts["a"] = {**alert, "status": "COMPLETED"}
    assert "set no reminder" in heard(says(skill, "which reminders are set"))


@pytest.mark.parametrize(("status", "words"), [(401, None), (503, "delete yours in the Alexa app")])
def test_forget_me_says_what_it_could_not_delete(
    server: Server, skill: AnkleCoachSkill, status: int, words: str | None
) -> None:
    server.instead = refusing(status)
    told = heard(says(skill, "forget me"))
    assert (words in told) if words else ("Alexa app" not in told)


def test_no_log_line_tells_when_somebody_is_reminded(
    server: Server, skill: AnkleCoachSkill, caplog: pytest.LogCaptureFixture
) -> None:
    permitted(skill)
    server.instead = refusing(503, "INTERNAL_ERROR")
    permitted(skill)

    lines = [record.getMessage() for record in caplog.records]
    assert any('"not reminded"' in line and "503" in line for line in lines)
    assert not [line for line in lines if "MO" in line or "19" in line.split('"ms"')[0][-20:]]


@pytest.mark.parametrize("hour", range(24))
def test_a_plan_that_is_told_again_is_the_same(hour: int) -> None:
    plan = Plan((0, 3), hour, 5)
    assert partial_of(plan).plan == plan
    assert from_token(to_token(plan)) == plan


@pytest.mark.parametrize(
    ("told", "hour"),
    [
        (PartialPlan((0,), 7, 0, "evening"), 19),
        (PartialPlan((0,), 7, 0, "morning"), 7),
        (PartialPlan((0,), 7, 0, "night"), 19),
        (PartialPlan((0,), 1), 13),
        (PartialPlan((0,), 4), 16),
        (PartialPlan((0,), 12), 12),
        (PartialPlan((0,), 12, 0, "night"), 0),
        (PartialPlan((0,), 12, 30, "evening"), 12),
        (PartialPlan((0,), 2, 0, "night"), 2),
        (PartialPlan((0,), 18), 18),
        (PartialPlan((0,), 0), 0),
    ],
)
def test_an_hour_as_it_is_said_is_one_of_the_day(told: PartialPlan, hour: int) -> None:
    assert told.plan is not None
    assert told.plan.hour == hour
