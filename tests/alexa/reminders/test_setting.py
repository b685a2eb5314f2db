"""Alexa's Reminders API over HTTP, as Amazon documents it: set, told, changed and cancelled."""

from __future__ import annotations

from typing import Any

import pytest

from skill.alexa.api import HttpAnswer
from skill.alexa.skill import AnkleCoachSkill
from tests.alexa.reminders.service import USER, Server
from tests.alexa.reminders.talk import LIBRARY, TOKEN, answered, heard, permitted, says
from tests.alexa.requests import request

HEALTH = ("ankle", "shin", "pain", "sore", "tendon", "heel", "calf", "coach", "rehab", "injury")


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
