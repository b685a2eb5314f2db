"""What a deployment sets through its environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from msgspec import Struct

LATENCY_SECONDS = 3.0
"""Seconds by which a set is heard later than its request was made, and is stopped later than
it was spoken over: sound has to be made and sent, and "Alexa, pause" takes a moment to say.
Estimated, not measured on a device; too much repeats a repetition, too little skips one."""


class Settings(Struct, frozen=True):
    """`skill_id`: only requests of this Alexa skill are answered; None answers any.

    `apla`: whether sets are played by APL for audio where a device can, or always as SSML.
    `latency_seconds`: taken off the time that a set has been playing when it is interrupted.
    """

    skill_id: str | None = None
    apla: bool = True
    latency_seconds: float = LATENCY_SECONDS


class SettingsError(ValueError):
    """A variable of the environment makes no sense; the message says what would."""


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read `SKILL_ID`, `SET_SPEECH` and `LATENCY_SECONDS`; an empty value counts as not set.

    Raises:
        SettingsError: one of them makes no sense.
    """
    given = {name: environment.get(name, "").strip() for name in NAMES}
    if given["SKILL_ID"] and not SKILL_ID.fullmatch(given["SKILL_ID"]):
        raise SettingsError(
            "SKILL_ID is the skill's id as the Alexa developer console shows it, "
            "amzn1.ask.skill. and 36 digits, letters from a to f and hyphens."
        )
    if given["SET_SPEECH"] not in {"", "apla", "ssml"}:
        raise SettingsError("SET_SPEECH is apla (or not set) or ssml.")
    return Settings(
        skill_id=given["SKILL_ID"] or None,
        apla=given["SET_SPEECH"] != "ssml",
        latency_seconds=_seconds(given["LATENCY_SECONDS"]),
    )


SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f-]{36}")
NAMES = ("SKILL_ID", "SET_SPEECH", "LATENCY_SECONDS")


def _seconds(given: str) -> float:
    if not given:
        return LATENCY_SECONDS
    try:
        seconds = float(given)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 30:
        raise SettingsError("LATENCY_SECONDS is a number of seconds from 0 to 30.")
    return seconds
