"""Requests as Alexa sends them, to be answered, changed and broken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

OWN_ID = "amzn1.ask.skill.ours"
REQUEST_ID = "amzn1.echo-api.request.1"


def request(
    kind: str,
    *,
    attributes: Mapping[str, Any] | None = None,
    new: bool = False,
    **fields: Any,
) -> dict[str, Any]:
    """A whole envelope around one request."""
    return {
        "version": "1.0",
        "session": {
            "new": new,
            "sessionId": "amzn1.echo-api.session.1",
            "application": {"applicationId": OWN_ID},
            "attributes": dict(attributes or {}),
            "user": {"userId": "amzn1.ask.account.1"},
        },
        "context": {
            "System": {
                "application": {"applicationId": OWN_ID},
                "user": {"userId": "amzn1.ask.account.1"},
                "device": {"deviceId": "amzn1.ask.device.1", "supportedInterfaces": {}},
                "apiEndpoint": "https://api.amazonalexa.com",
                "apiAccessToken": "token",
            }
        },
        "request": {
            "type": kind,
            "requestId": REQUEST_ID,
            "timestamp": "2026-11-22T12:00:00Z",
            "locale": "en-US",
            **fields,
        },
    }


def launch(**around: Any) -> dict[str, Any]:
    """ "Alexa, open ankle coach"."""
    return request("LaunchRequest", **around)


def intent(
    name: str, slots: Mapping[str, Mapping[str, Any]] | None = None, **around: Any
) -> dict[str, Any]:
    """Something said, by the name of its intent."""
    meant = {"name": name, "confirmationStatus": "NONE", "slots": dict(slots or {})}
    return request("IntentRequest", dialogState="COMPLETED", intent=meant, **around)


def slot(name: str, value: str, id: str | None) -> dict[str, dict[str, Any]]:
    """One slot, resolved to an id or to nothing."""
    code = "ER_SUCCESS_MATCH" if id else "ER_SUCCESS_NO_MATCH"
    authority: dict[str, Any] = {"authority": "amzn1.er-authority", "status": {"code": code}}
    if id:
        authority["values"] = [{"value": {"name": value, "id": id}}]
    return {
        name: {
            "name": name,
            "value": value,
            "confirmationStatus": "NONE",
            "resolutions": {"resolutionsPerAuthority": [authority]},
        }
    }
