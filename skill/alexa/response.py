"""A reply of the dialog → Alexa's response."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from ask_sdk_model import Directive, RequestEnvelope, Response, ResponseEnvelope
from ask_sdk_model.canfulfill import CanFulfillIntent
from ask_sdk_model.ui import Reprompt, SsmlOutputSpeech

from skill.alexa.envelope import Plain
from skill.alexa.sdk import RESPONSE_FORMAT_VERSION
from skill.coaching.schedule import to_token
from skill.dialog.attributes import to_attributes
from skill.dialog.reply import Closing, Consent, Reply
from skill.voice.apla import document
from skill.voice.speak import Speech
from skill.voice.ssml import ssml, text_ssml

REMINDERS = "alexa::alerts:reminders:skill:readwrite"
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
    """Whether somebody waits for words: a session, and a request that may be answered so."""
    if envelope.session is None:
        return False
    return not str(getattr(envelope.request, "object_type", "")).startswith(SILENT)


def attributes_of(reply: Reply) -> Plain:
    """What the session carries on. A result stays readable in the reply that speaks it."""
    state = reply.state
    if isinstance(reply, Closing) and reply.consent is not None:
        state = reply.consent.state
    if state is not None:
        return Plain(to_attributes(state))
    return Plain({"result": msgspec.to_builtins(reply.result)} if reply.result else {})


def response_of(
    reply: Reply, speech: Speech, *, numbers: Sequence[str] = (), with_apla: bool = True
) -> Response:
    """Speech; with a reprompt and an open session exactly where the last thing said asks.

    What is timed goes into an APL document for audio, unless the device cannot play one.
    `numbers` are telephone numbers of the locale.
    """
    reprompt = speech.reprompt if reply.state is not None else None
    asked = SsmlOutputSpeech(ssml=text_ssml(reprompt, numbers)) if reprompt else None
    heard = Response(
        reprompt=Reprompt(output_speech=asked) if asked else None,
        should_end_session=reply.state is None,
    )
    if speech.lead is not None and with_apla:
        heard.output_speech = SsmlOutputSpeech(ssml=text_ssml(speech.beside))
        heard.directives = [_played(speech)]
    else:
        heard.output_speech = SsmlOutputSpeech(ssml=ssml(speech.parts, numbers))
    if isinstance(reply, Closing) and reply.consent is not None:
        # It is Alexa who goes on, so it is not for the skill to end the session or to keep it.
        heard.should_end_session = None
        heard.directives = [_permission_asked(reply.consent)]
    return heard


def _played(speech: Speech) -> Directive:
    # Not before a set needs it: a twentieth of the cold start.
    from ask_sdk_model.interfaces.alexa.presentation.apla import (
        RenderDocumentDirective,
    )

    return RenderDocumentDirective(token=TOKEN, document=Plain(document(speech.played)))


def _permission_asked(consent: Consent) -> Directive:
    """Alexa asks for the permission, in her own words, and tells the skill what was answered.

    Source: developer.amazon.com/docs/smapi/voice-permissions-for-reminders.html.
    """
    # Not before somebody wants a reminder.
    from ask_sdk_model.interfaces.connections import SendRequestDirective

    scope = {"permissionScope": REMINDERS, "consentLevel": "ACCOUNT"}
    payload: dict[str, object] = {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "2",
        "permissionScopes": [scope],
    }
    return SendRequestDirective(name="AskFor", payload=payload, token=to_token(consent.plan))


def envelope_of(
    reply: Reply, speech: Speech, numbers: Sequence[str], *, with_apla: bool = True
) -> ResponseEnvelope:
    """A whole response with the attributes that the session carries on."""
    return ResponseEnvelope(
        version=RESPONSE_FORMAT_VERSION,
        session_attributes=attributes_of(reply),
        response=response_of(reply, speech, numbers=numbers, with_apla=with_apla),
    )


def silence(can: CanFulfillIntent | None = None) -> ResponseEnvelope:
    """A valid response that says nothing; `can` is for a request that only asks what can be."""
    return ResponseEnvelope(
        version=RESPONSE_FORMAT_VERSION, response=Response(can_fulfill_intent=can)
    )
