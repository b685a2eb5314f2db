"""Alexa's reminders as Amazon documents them, for one account after another: a stand-in.

Sources: developer.amazon.com/docs/smapi/alexa-reminders-api-reference.html, its overview and
guidelines; the statuses are those of `ask_sdk_model.services.reminder_management`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from skill.alexa.api import HttpAnswer
from skill.alexa.response import REMINDERS_SCOPE as PERMISSION

Json = dict[str, Any]

MOST = 250
"""Reminders of one device; Amazon says it of its managed devices."""

TIME_ZONE = "America/New_York"

_PATH = re.compile(r"/v1/alerts/reminders(?:/(?P<id>[\w.-]+))?")
_ZONE = re.compile(r"/v2/devices/[^/]+/settings/System\.timeZone")
_RULE = re.compile(
    r"(FREQ=DAILY|FREQ=WEEKLY;BYDAY=(MO|TU|WE|TH|FR|SA|SU));"
    r"BYHOUR=(1?\d|2[0-3]);BYMINUTE=([1-5]?\d);BYSECOND=0;INTERVAL=1;"
)
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}")


@dataclass
class Account:
    """What one account allowed, and the reminders that the skill set for it, by id."""

    allowed: bool = False
    alerts: dict[str, Json] = field(default_factory=dict)


class ReminderService:
    """The reminders of every account; its token is `token_of` the account."""

    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}
        self._made = 0

    def of(self, user_id: str) -> Account:
        """The account of somebody, made where there is none."""
        return self._accounts.setdefault(token_of(user_id), Account())

    def connect(self, endpoint: str) -> ReminderService:
        """Itself, wherever a request says that the services are."""
        return self

    def send(self, method: str, path: str, token: str, body: bytes | None = None) -> HttpAnswer:
        """The answer to one request."""
        account = self._accounts.get(token)
        if account is None:
            return _refusal(401, "INVALID_BEARER_TOKEN", "The token is none.")
        if _ZONE.fullmatch(path):
            return _answer(200, TIME_ZONE)
        found = _PATH.fullmatch(path)
        if found is None:
            return _refusal(404, "NOT_FOUND", "There is nothing here.")
        if not account.allowed:
            return _refusal(401, "UNAUTHORIZED", f"{PERMISSION} was not granted.")
        id = found["id"]
        if id is not None and id not in account.alerts:
            return _refusal(404, "ALERT_NOT_FOUND", "There is no such reminder.")
        match method, id:
            case "GET", None:
                alerts = list(account.alerts.values())
                told = {"totalCount": str(len(alerts)), "alerts": alerts, "links": None}
                return _answer(200, told)
            case "GET", str():
                return _answer(200, account.alerts[id])
            case "DELETE", str():
                del account.alerts[id]
                return _answer(200, None)
            case ("POST", None) | ("PUT", str()):
                return self._kept(account, id, body)
        return _refusal(405, "METHOD_NOT_ALLOWED", "Not here.")

    def close(self) -> None:
        """Nothing is held."""

    def _kept(self, account: Account, id: str | None, body: bytes | None) -> HttpAnswer:
        fault = _fault(body)
        if fault is not None:
            return _refusal(400, fault, "The reminder is not as it should be.")
        if id is None and len(account.alerts) >= MOST:
            return _refusal(403, "MAX_REMINDERS_EXCEEDED", "There are too many.")
        self._made += id is None
        id = id or f"reminder-{self._made}"
        told = {**json.loads(body or b""), "alertToken": id, "status": "ON", "version": "1"}
        account.alerts[id] = told
        return _answer(200, {"alertToken": id, "status": "ON", "version": "1"})


def token_of(user_id: str) -> str:
    """What comes with a request of an account, to speak to Amazon's services for it."""
    return f"token-of-{user_id}"


def _fault(body: bytes | None) -> str | None:
    """What is wrong with a reminder, as a code; None where nothing is."""
    try:
        told = json.loads(body or b"")
        trigger, content = told["trigger"], told["alertInfo"]["spokenInfo"]["content"]
        rules = trigger["recurrence"]["recurrenceRules"]
    except (ValueError, KeyError, TypeError):
        return "INVALID_REQUEST"
    if not _TIME.fullmatch(str(told.get("requestTime"))):
        return "INVALID_REQUEST_TIME_FORMAT"
    if trigger.get("type") != "SCHEDULED_ABSOLUTE":
        return "INVALID_TRIGGER"
    if not rules or not all(isinstance(rule, str) and _RULE.fullmatch(rule) for rule in rules):
        return "UNSUPPORTED_TRIGGER_RECURRENCE"
    if not content or not all(one.get("locale") and one.get("text") for one in content):
        return "INVALID_ALERT_INFO"
    return None


def _answer(status: int, told: object) -> HttpAnswer:
    return HttpAnswer(status, b"" if told is None else json.dumps(told).encode())


def _refusal(status: int, code: str, message: str) -> HttpAnswer:
    return _answer(status, {"code": code, "message": message})
