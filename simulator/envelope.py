"""Whole Alexa requests, as an Echo's cloud sends them. Pure: times and ids are handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from simulator.reminders import token_of
from skill.alexa.response import REMINDERS_SCOPE

LOCALE = "en-US"

Json = dict[str, Any]

_SCREEN: Json = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}

INTERFACES: Mapping[str, Json] = {
    "speaker": {},
    "screen": _SCREEN,
    "speaker-without-apla": {},
    "screen-without-apla": _SCREEN,
}
"""The devices there are, and the interfaces that each one offers to a skill.

No device says whether it plays APLA: a skill that tries it hears of the failure.
"""

WITHOUT_APLA = frozenset({"speaker-without-apla", "screen-without-apla"})
"""The devices that fail to play APLA, and tell the skill so."""


@dataclass(frozen=True)
class Caller:
    """Whose words arrive, through which device (a key of `INTERFACES`), at which skill."""

    application_id: str
    user_id: str
    device_id: str
    device: str
    locale: str = LOCALE


@dataclass(frozen=True)
class Session:
    """A session as the next request tells of it. `new` in its first request only."""

    id: str
    new: bool
    attributes: Json


@dataclass(frozen=True)
class FilledSlot:
    """A slot with what was said for it.

    `kind` is its slot type. `id` and `name` are those of the value that was recognized, or None:
    then what was said matched none. Amazon's own types have no values to match.
    """

    name: str
    kind: str
    said: str
    value_id: str | None
    value_name: str | None


def launch(request_id: str, at: datetime) -> Json:
    """The request for "open ankle coach"."""
    request = _request("LaunchRequest", request_id, at)
    return {**request, "shouldLinkResultBeReturned": False}


def intent(
    request_id: str,
    at: datetime,
    name: str,
    filled: Sequence[FilledSlot],
    unfilled: Sequence[str],
    application_id: str,
) -> Json:
    """The request for an intent. Slots for which nothing was said come along without a value."""
    slots = {slot: _unfilled(slot) for slot in unfilled}
    slots |= {slot.name: _filled(slot, application_id) for slot in filled}
    meant: Json = {"name": name, "confirmationStatus": "NONE"}
    if slots:
        meant["slots"] = slots
    return {**_request("IntentRequest", request_id, at), "intent": meant}


def session_ended(request_id: str, at: datetime, reason: str) -> Json:
    """The request that tells of a session's end; the answer to it is not heard."""
    return {**_request("SessionEndedRequest", request_id, at), "reason": reason}


def apla_failed(request_id: str, at: datetime, token: str) -> Json:
    """The request that tells that the APLA document with this token was not played."""
    error = {
        "type": "RENDER_ERROR",
        "reason": "INTERNAL_SERVER_ERROR",
        "message": "The device could not play the document.",
    }
    request = _request("Alexa.Presentation.APLA.RuntimeError", request_id, at)
    return {**request, "token": token, "errors": [error]}


def permission_answered(request_id: str, at: datetime, token: str, status: str) -> Json:
    """The request that tells what somebody answered to Alexa's question for a permission."""
    scope = {"permissionScope": REMINDERS_SCOPE, "consentLevel": "ACCOUNT"}
    return {
        **_request("Connections.Response", request_id, at),
        "name": "AskFor",
        "status": {"code": "200", "message": "OK"},
        "token": token,
        "payload": {"permissionScopes": [scope], "status": status},
    }


def envelope(caller: Caller, session: Session, request: Json) -> Json:
    """The whole of what is sent."""
    application = {"applicationId": caller.application_id}
    request = {**request, "locale": caller.locale}
    user = {"userId": caller.user_id}
    return {
        "version": "1.0",
        "session": {
            "new": session.new,
            "sessionId": session.id,
            "application": application,
            "attributes": session.attributes,
            "user": user,
        },
        "context": {
            "System": {
                "application": application,
                "user": user,
                "device": {
                    "deviceId": caller.device_id,
                    "supportedInterfaces": INTERFACES[caller.device],
                },
                "apiEndpoint": "https://api.amazonalexa.com",
                "apiAccessToken": token_of(caller.user_id),
            }
        },
        "request": request,
    }


def _request(kind: str, request_id: str, at: datetime) -> Json:
    return {
        "type": kind,
        "requestId": f"amzn1.echo-api.request.{request_id}",
        "timestamp": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _unfilled(name: str) -> Json:
    return {"name": name, "confirmationStatus": "NONE"}


def _filled(slot: FilledSlot, application_id: str) -> Json:
    simple: Json = {"type": "Simple", "value": slot.said}
    told: Json = {"value": slot.said}
    if not slot.kind.startswith("AMAZON."):
        resolutions = _resolutions(slot, application_id)
        simple["resolutions"] = resolutions
        told["resolutions"] = resolutions
    return {**_unfilled(slot.name), **told, "source": "USER", "slotValue": simple}


def _resolutions(slot: FilledSlot, application_id: str) -> Json:
    authority: Json = {
        "authority": f"amzn1.er-authority.echo-sdk.{application_id}.{slot.kind}",
        "status": {"code": "ER_SUCCESS_NO_MATCH"},
    }
    if slot.value_id is not None:
        authority["status"] = {"code": "ER_SUCCESS_MATCH"}
        authority["values"] = [{"value": {"name": slot.value_name, "id": slot.value_id}}]
    return {"resolutionsPerAuthority": [authority]}
