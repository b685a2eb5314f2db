"""Requests of the shape that Amazon's reference publishes for custom skills."""

from __future__ import annotations

from typing import Any

APPLICATION_ID = "amzn1.ask.skill.d0ed0000-ad00-4000-8000-000000d00ebe"

_APPLICATION = {"applicationId": APPLICATION_ID}
_USER = {"userId": "amzn1.account.AM3B00000000000000000000000"}
_SESSION: dict[str, Any] = {
    "new": False,
    "sessionId": "amzn1.echo-api.session.0000000-0000-0000-0000-00000000000",
    "application": _APPLICATION,
    "attributes": {"supportedHoroscopePeriods": {"daily": True, "weekly": False, "monthly": False}},
    "user": _USER,
}
_CONTEXT = {
    "System": {
        "application": _APPLICATION,
        "user": _USER,
        "device": {"supportedInterfaces": {"AudioPlayer": {}}},
    },
    "AudioPlayer": {"offsetInMilliseconds": 0, "playerActivity": "IDLE"},
}


def _sample(request: dict[str, Any], **session: Any) -> dict[str, Any]:
    stamped = {
        "requestId": "amzn1.echo-api.request.0000000-0000-0000-0000-00000000000",
        "timestamp": "2015-05-13T12:34:56Z",
        "locale": "en-US",
        **request,
    }
    return {
        "version": "1.0",
        "session": {**_SESSION, **session},
        "context": _CONTEXT,
        "request": stamped,
    }


LAUNCH = _sample({"type": "LaunchRequest"}, new=True, attributes={})
INTENT = _sample(
    {
        "type": "IntentRequest",
        "dialogState": "COMPLETED",
        "intent": {
            "name": "GetZodiacHoroscopeIntent",
            "confirmationStatus": "NONE",
            "slots": {
                "ZodiacSign": {
                    "name": "ZodiacSign",
                    "value": "virgo",
                    "confirmationStatus": "NONE",
                }
            },
        },
    }
)
SESSION_ENDED = _sample({"type": "SessionEndedRequest", "reason": "USER_INITIATED"})
SESSION_FAILED = _sample(
    {
        "type": "SessionEndedRequest",
        "reason": "ERROR",
        "error": {"type": "INVALID_RESPONSE", "message": "An exception occurred."},
    }
)
CAN_FULFILL = _sample(
    {
        "type": "CanFulfillIntentRequest",
        "intent": {
            "name": "PlaySound",
            "slots": {"Sound": {"name": "Sound", "value": "crickets"}},
        },
    }
)
SKILL_DISABLED: dict[str, Any] = {
    "version": "1.0",
    "context": {
        "System": {
            "application": _APPLICATION,
            "user": _USER,
            "apiEndpoint": "https://api.amazonalexa.com",
        }
    },
    "request": {
        "type": "AlexaSkillEvent.SkillDisabled",
        "timestamp": "2015-05-13T12:34:56Z",
        "requestId": "amzn1.echo-api.request.0000000-0000-0000-0000-00000000000",
        "eventCreationTime": "2015-05-13T12:34:56Z",
        "eventPublishingTime": "2015-05-13T12:34:56Z",
        "body": {"userInformationPersistenceStatus": "NOT_PERSISTED"},
    },
}

SPOKEN = {"launch": LAUNCH, "intent": INTENT}
SILENT = {
    "session ended": SESSION_ENDED,
    "session failed": SESSION_FAILED,
    "can fulfill": CAN_FULFILL,
    "skill disabled": SKILL_DISABLED,
}
