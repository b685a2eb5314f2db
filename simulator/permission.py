"""Alexa's own question for a permission, which a skill asks for by voice, and its answer.

Source: developer.amazon.com/docs/smapi/voice-permissions-for-reminders.html. Alexa asks once more
where she does not understand; here that counts as no answer at once.
"""

from __future__ import annotations

from typing import Any, Literal

from simulator.response import value_at

PROMPT = (
    "Do you give Ankle Coach permission to update your reminders? You can say I approve, or no."
)
"""Alexa's words, near enough: a skill cannot change them."""

PermissionStatus = Literal["ACCEPTED", "DENIED", "NOT_ANSWERED"]

YES = frozenset(
    {"i approve", "approve", "yes", "yes i approve", "yeah", "yep", "sure", "okay", "ok"}
)
NO = frozenset({"no", "nope", "no thanks", "no thank you", "i do not approve", "i don't approve"})


def asked_in(response: Any) -> str | None:
    """The token of the question that a response hands to Alexa, or None where it hands none."""
    for directive in value_at(response, "response", "directives") or ():
        kind, name = value_at(directive, "type"), value_at(directive, "name")
        if (kind, name) == ("Connections.SendRequest", "AskFor"):
            return str(value_at(directive, "token") or "")
    return None


def status_of(said: str | None) -> PermissionStatus:
    """What Alexa makes of an answer; None is silence."""
    plain = " ".join((said or "").lower().replace(",", " ").strip(" .!?").split())
    return "ACCEPTED" if plain in YES else "DENIED" if plain in NO else "NOT_ANSWERED"
