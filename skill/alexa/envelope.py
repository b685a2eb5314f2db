"""Request JSON → the SDK's `RequestEnvelope`, whatever arrives.

Amazon's deserialiser raises on an unknown request type or enum value, before any exception
handler. What it cannot read whole is read in parts, and a part that cannot be read is left out.
"""

from __future__ import annotations

import json
from typing import Any, cast

import msgspec
from ask_sdk_model import (
    Application,
    Context,
    Intent,
    IntentRequest,
    Request,
    RequestEnvelope,
    ResponseEnvelope,
    Session,
    SessionEndedRequest,
)
from ask_sdk_model.interfaces.system.system_state import SystemState

from skill.alexa.models import read
from skill.alexa.sdk import DefaultSerializer


class Whole(ResponseEnvelope):
    """A response of plain JSON, in the SDK's class."""

    def __init__(self, reply: dict[str, Any]) -> None:
        super().__init__(
            version=reply["version"],
            session_attributes=reply.get("sessionAttributes"),
            response=reply["response"],
        )
        self.reply = reply


class Arrived(RequestEnvelope):
    """A request as it came. Its context is read when it is asked for, as few turns need it."""

    def __init__(self, event: dict[str, Any]) -> None:
        """Read what every turn needs.

        Raises:
            Exception: the session or the request is not of the SDK's shape.
        """
        self.version = event.get("version")
        self.session = read(Session, event.get("session"))
        self.request = read(Request, event.get("request"))
        self._event = event

    def __getattr__(self, name: str) -> Any:
        """The context, at the first look at it; without what of it cannot be read."""
        if name != "context":
            raise AttributeError(name)
        self.context = _context_in(self._event)
        return self.context


class TolerantSerializer(DefaultSerializer):
    """Amazon's serialiser, which reads every request as far as it can be read."""

    def serialize(self, obj: Any) -> Any:
        """As Amazon's; what is plain already is sent as it is: a set has hundreds of values."""
        return obj.reply if isinstance(obj, Whole) else super().serialize(obj)

    def deserialize(self, payload: Any, obj_type: Any) -> Any:
        """As Amazon's; for a request envelope, never raises."""
        if obj_type is not RequestEnvelope:
            return super().deserialize(payload, obj_type)
        return self.envelope(_loaded(payload))

    def envelope(self, event: Any) -> RequestEnvelope:
        """The envelope of a request whose JSON was parsed already, whatever it is."""
        if not isinstance(event, dict):
            event = {}
        try:
            return Arrived(event)
        except Exception:  # noqa: BLE001
            return self._salvaged(event)

    def _salvaged(self, event: dict[str, Any]) -> RequestEnvelope:
        session = self._part(event.get("session"), Session) or _session(_dict(event, "session"))
        return RequestEnvelope(
            version="1.0",
            session=session,
            context=_context_in(event),
            request=self._request(_dict(event, "request")),
        )

    def _request(self, request: dict[str, Any]) -> Any:
        """The request; without slots, or with an unknown reason left out, where need be."""
        kind = request.get("type")
        if kind == "SessionEndedRequest":
            return SessionEndedRequest(request_id=_text(request.get("requestId")))
        if kind == "IntentRequest":
            intent = _dict(request, "intent")
            whole = self._part(intent, Intent)
            return IntentRequest(
                request_id=_text(request.get("requestId")),
                locale=_text(request.get("locale")),
                intent=whole or Intent(name=_text(intent.get("name"))),
            )
        reduced = {key: request[key] for key in ("type", "requestId", "locale") if key in request}
        return self._part(reduced, Request)

    def _part(self, value: Any, kind: Any) -> Any:
        if not isinstance(value, dict):
            return None
        try:
            part = read(kind, value)
        except Exception:  # noqa: BLE001
            return None
        return part if isinstance(part, kind) else None


def _loaded(payload: Any) -> dict[str, Any]:
    try:
        event = msgspec.json.decode(payload)
    # It knows no half of a surrogate pair, which a device may well send.
    except (ValueError, TypeError, RecursionError):
        event = _loaded_leniently(payload)
    return event if isinstance(event, dict) else {}


def _loaded_leniently(payload: Any) -> Any:
    try:
        return json.loads(payload)
    except (ValueError, TypeError, RecursionError):
        return {}


def _dict(value: dict[str, Any], key: str) -> dict[str, Any]:
    inner = value.get(key)
    return cast("dict[str, Any]", inner) if isinstance(inner, dict) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _session(session: dict[str, Any]) -> Session | None:
    """A session's own fields, without whatever in it could not be read."""
    if not session:
        return None
    application = _text(_dict(session, "application").get("applicationId"))
    return Session(
        new=session.get("new") is True,
        session_id=_text(session.get("sessionId")),
        application=Application(application_id=application),
        attributes=_dict(session, "attributes"),
    )


def _context_in(event: dict[str, Any]) -> Context | None:
    """The context; of one that cannot be read whole, the id of the skill that was called."""
    try:
        return cast("Context | None", read(Context, event.get("context")))
    except Exception:  # noqa: BLE001
        application = _dict(_dict(_dict(event, "context"), "System"), "application")
        id = _text(application.get("applicationId"))
        return Context(system=SystemState(application=Application(application_id=id)))
