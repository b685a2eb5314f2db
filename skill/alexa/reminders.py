"""Alexa's Reminders API: setting, finding and deleting reminders, and its refusals.

Sources: Amazon's reference, overview and guidelines of reminders
(developer.amazon.com/docs/smapi/alexa-reminders-api-reference.html, read in November 2026), and
the statuses in `ask_sdk_model.services.reminder_management`.
"""

from __future__ import annotations

import json
import re
from contextlib import closing
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from ask_sdk_model import RequestEnvelope

from skill.alexa import log
from skill.alexa.api import Api, Connect, HttpAnswer, Unreachable
from skill.coaching.schedule import EVERY_DAY, RULE_DAYS, Plan
from skill.dialog.errand import Done, Errand, Outcome, Refusal, Why

PATH = "/v1/alerts/reminders"
MOST_DELETED = 20
"""Reminders that are deleted in one turn; this skill sets one."""

STATUSES: dict[int, Why] = {401: "no-permission", 403: "no-device", 429: "too-often"}
"""What a status means where its code says no more. A 401 is that nobody gave the permission, and a
403, which the API knows for a new reminder alone, that the device has none: so Amazon's own demo
takes them (github.com/alexa/alexa-cookbook, feature-demos/skill-demo-reminders)."""

CODES: tuple[tuple[str, Why], ...] = (
    ("DEVICE", "no-device"),
    ("MAX", "too-many"),
    ("LIMIT", "too-many"),
)
"""Parts of the codes of a 400 or 403. Amazon's list of codes could not be read whole."""

_RULE = re.compile(
    r"FREQ=(?P<freq>DAILY|WEEKLY);(?:BYDAY=(?P<days>[A-Z,]+);)?BYHOUR=(?P<hour>\d+);"
    r"BYMINUTE=(?P<minute>\d+);(?:BYSECOND=0;)?(?:INTERVAL=1;?)?"
)
_CODE = re.compile(r"[A-Z0-9_]{1,60}")


class _Refused(Exception):
    """The API did not do it."""

    def __init__(self, why: Why, status: int, code: str) -> None:
        super().__init__(f"status {status} {code}".strip())
        self.why = why
        self.status = status


def run(errand: Errand, envelope: RequestEnvelope, text: str, connect: Connect) -> Outcome:
    """Run an errand and give its outcome. `text` is what a reminder says.

    No fault of the API or the network raises: it is an outcome.
    """
    request: Any = envelope.request
    system: Any = getattr(envelope.context, "system", None)
    endpoint, token = (
        getattr(system, "api_endpoint", None),
        getattr(system, "api_access_token", None),
    )
    request_id = getattr(request, "request_id", None) or "unknown"
    if not isinstance(endpoint, str) or not isinstance(token, str):
        return Refusal("unreachable")
    try:
        with closing(connect(endpoint)) as api:
            service = _Reminders(api, token)
            if errand.kind == "set" and errand.plan is not None:
                return service.set(errand.plan, _body(errand.plan, text, request), _device(system))
            if errand.kind in {"cancel", "forget"}:
                return service.delete_all()
            return Done(plans=tuple(plan for _, plan in service.found()))
    except _Refused as refused:
        log.note_reminder_failure(request_id, errand.kind, str(refused))
        return Refusal(refused.why)
    except Unreachable as fault:
        log.note_reminder_failure(request_id, errand.kind, str(fault))
        return Refusal("unreachable")


class _Reminders:
    """The reminders that this skill has set for an account."""

    def __init__(self, api: Api, token: str) -> None:
        self._api = api
        self._token = token

    def found(self) -> list[tuple[str, Plan | None]]:
        """The id and plan of each that is still to come; no plan where it has another form."""
        told = self._asked("GET", PATH)
        alerts = told.get("alerts") if isinstance(told, dict) else None
        if not isinstance(alerts, list):
            raise _Refused("unreachable", 200, "no list")
        return [
            (alert["alertToken"], _plan(alert))
            for alert in alerts
            if isinstance(alert, dict)
            and isinstance(alert.get("alertToken"), str)
            and alert.get("status", "ON") == "ON"
        ]

    def set(self, plan: Plan, body: dict[str, Any], device: str | None) -> Done:
        """Set one in the place of all others."""
        before = self.found()
        zone = self._time_zone(device)
        if zone is not None:
            body["trigger"]["timeZoneId"] = zone
        changed = False
        for id, _ in before[:1]:
            changed = self._unless_gone("PUT", f"{PATH}/{quote(id, safe='')}", body)
        if not changed:
            self._asked("POST", PATH, body)
        for id, _ in before[1:MOST_DELETED]:
            self._unless_gone("DELETE", f"{PATH}/{quote(id, safe='')}")
        return Done(instead=changed)

    def delete_all(self) -> Done:
        """Delete those that are there."""
        found = self.found()[:MOST_DELETED]
        for id, _ in found:
            self._unless_gone("DELETE", f"{PATH}/{quote(id, safe='')}")
        return Done(count=len(found))

    def _time_zone(self, device: str | None) -> str | None:
        """The time zone of a device; None where it has none: a reminder is then set in it, too."""
        if device is None:
            return None
        try:
            path = f"/v2/devices/{quote(device, safe='')}/settings/System.timeZone"
            zone = self._asked("GET", path)
        except _Refused:
            return None
        return zone if isinstance(zone, str) and zone else None

    def _unless_gone(self, method: str, path: str, body: object = None) -> bool:
        """Whether it was there."""
        try:
            self._asked(method, path, body)
        except _Refused as refused:
            if refused.status != 404:
                raise
            return False
        return True

    def _asked(self, method: str, path: str, body: object = None) -> Any:
        sent = None if body is None else json.dumps(body).encode()
        answer = self._api.send(method, path, self._token, sent)
        told = _read(answer)
        if 200 <= answer.status < 300:
            return told
        code = told.get("code") if isinstance(told, dict) else None
        code = code if isinstance(code, str) and _CODE.fullmatch(code) else ""
        raise _Refused(_why(answer.status, code), answer.status, code)


def _read(answer: HttpAnswer) -> Any:
    try:
        return json.loads(answer.body) if answer.body else None
    except (ValueError, RecursionError):
        return None


def _why(status: int, code: str) -> Why:
    if status in {400, 403}:
        for part, why in CODES:
            if part in code:
                return why
    if status in STATUSES:
        return STATUSES[status]
    return "unreachable" if status >= 500 else "not-taken"


def _body(plan: Plan, text: str, request: Any) -> dict[str, Any]:
    """A reminder as the API takes it: a rule of RFC 5545 for each day, as in Amazon's examples."""
    at = f"BYHOUR={plan.hour};BYMINUTE={plan.minute};BYSECOND=0;INTERVAL=1;"
    rules = (
        [f"FREQ=DAILY;{at}"]
        if plan.days == EVERY_DAY
        else [f"FREQ=WEEKLY;BYDAY={RULE_DAYS[day]};{at}" for day in plan.days]
    )
    made = getattr(request, "timestamp", None)
    made = made if isinstance(made, datetime) else datetime.now(UTC)
    return {
        "requestTime": made.strftime("%Y-%m-%dT%H:%M:%S.000"),
        "trigger": {"type": "SCHEDULED_ABSOLUTE", "recurrence": {"recurrenceRules": rules}},
        "alertInfo": {
            "spokenInfo": {
                "content": [{"locale": getattr(request, "locale", None) or "en-US", "text": text}]
            }
        },
        "pushNotification": {"status": "ENABLED"},
    }


def _plan(alert: dict[str, Any]) -> Plan | None:
    """The plan of a reminder as the API tells of it; None where it is of another form."""
    try:
        rules = alert["trigger"]["recurrence"]["recurrenceRules"]
        found = [_RULE.fullmatch(rule) for rule in rules]
    except (KeyError, TypeError):
        return None
    times: set[tuple[int, int]] = set()
    days: set[int] = set()
    for one in found:
        if one is None:
            return None
        times.add((int(one["hour"]), int(one["minute"])))
        named = (one["days"] or "").split(",") if one["freq"] == "WEEKLY" else RULE_DAYS
        if not set(named) <= set(RULE_DAYS):
            return None
        days.update(RULE_DAYS.index(day) for day in named)
    if len(times) != 1:
        return None
    ((hour, minute),) = times
    return Plan(tuple(sorted(days)), hour, minute) if hour < 24 and minute < 60 else None


def _device(system: Any) -> str | None:
    id = getattr(getattr(system, "device", None), "device_id", None)
    return id if isinstance(id, str) and id else None
