"""Every refusal of Alexa's Reminders API, and its silence, is told in words."""

from __future__ import annotations

from http.client import HTTPConnection

import pytest

from simulator.reminders import token_of
from skill.alexa import api
from skill.alexa.api import HttpAnswer, OverHttp, Unreachable
from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa.reminders.service import USER, Server
from tests.alexa.reminders.talk import LIBRARY, heard, permitted, refusing, says

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
