"""A reply of the dialog → Alexa's response."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from ask_sdk_model import RequestEnvelope

from skill.alexa.sdk import RESPONSE_FORMAT_VERSION
from skill.coaching.schedule import to_token
from skill.dialog.attributes import to_attributes
from skill.dialog.reply import Closing, Consent, Reply
from skill.voice.apla import document
from skill.voice.speak import Speech
from skill.voice.ssml import ssml, text_ssml

Json = dict[str, Any]
"""Plain JSON, as it is sent: the SDK's classes would be made, looked through and left again, which
takes a tenth of a short turn."""

REMINDERS_SCOPE = "alexa::alerts:reminders:skill:readwrite"
"""The permission to set reminders, and to change and delete those of this skill."""

TOKEN = "set"
"""Names the document in what the device reports about it."""

SILENT = (
    "AlexaSkillEvent.",
    "AudioPlayer.",
    "PlaybackController.",
    "System.",
    "SessionEndedRequest",
    "CanFulfillIntentRequest",
    "Messaging.",
    "Reminders.",
    "AlexaHouseholdListEvent.",
)
"""Request types, or their beginnings, to which Alexa allows no speech."""


def may_be_spoken(envelope: RequestEnvelope) -> bool:
    """Whether the response may have speech: there is a session, and the request type allows it."""
    if envelope.session is None:
        return False
    return not str(getattr(envelope.request, "object_type", "")).startswith(SILENT)


def attributes_of(reply: Reply) -> Json:
    """The session attributes of a reply. Its `result` is in the reply that speaks it."""
    state = reply.state
    if isinstance(reply, Closing) and reply.consent is not None:
        state = reply.consent.state
    if state is not None:
        return to_attributes(state)
    return {"result": msgspec.to_builtins(reply.result)} if reply.result else {}


def response_of(
    reply: Reply, speech: Speech, *, numbers: Sequence[str] = (), with_apla: bool = True
) -> Json:
    """The response body. It has a reprompt, and stays open, exactly where the last thing said asks.

    What is timed goes into an APL document for audio, unless the device cannot play one.
    `numbers` are telephone numbers of the locale.
    """
    heard: Json = {}
    if speech.lead is not None and with_apla:
        heard["outputSpeech"] = _speech(text_ssml(speech.beside))
        heard["directives"] = [_played(speech)]
    else:
        heard["outputSpeech"] = _speech(ssml(speech.parts, numbers))
    if speech.reprompt and reply.state is not None:
        heard["reprompt"] = {"outputSpeech": _speech(text_ssml(speech.reprompt, numbers))}
    if isinstance(reply, Closing) and reply.consent is not None:
        # It is Alexa who goes on, so it is not for the skill to end the session or to keep it.
        heard["directives"] = [_permission_asked(reply.consent)]
    else:
        heard["shouldEndSession"] = reply.state is None
    return heard


def _speech(ssml: str) -> Json:
    return {"type": "SSML", "ssml": ssml}


def _played(speech: Speech) -> Json:
    return {
        "type": "Alexa.Presentation.APLA.RenderDocument",
        "token": TOKEN,
        "document": document(speech.played),
    }


def _permission_asked(consent: Consent) -> Json:
    """Alexa asks for the permission, in her own words, and tells the skill what was answered.

    Source: developer.amazon.com/docs/smapi/voice-permissions-for-reminders.html.
    """
    return {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "2",
            "permissionScopes": [{"permissionScope": REMINDERS_SCOPE, "consentLevel": "ACCOUNT"}],
        },
        "token": to_token(consent.plan),
    }


def envelope_of(
    reply: Reply, speech: Speech, numbers: Sequence[str], *, with_apla: bool = True
) -> Json:
    """A whole response with the attributes that the session carries on."""
    return {
        "version": RESPONSE_FORMAT_VERSION,
        "sessionAttributes": attributes_of(reply),
        "response": response_of(reply, speech, numbers=numbers, with_apla=with_apla),
    }


def silence(can: Json | None = None) -> Json:
    """A valid response that says nothing. `can` answers a CanFulfillIntentRequest."""
    said = {} if can is None else {"canFulfillIntent": can}
    return {"version": RESPONSE_FORMAT_VERSION, "response": said}
