"""What of a response is heard, as plain text."""

from __future__ import annotations

from typing import Any

from simulator.json_path import value_at
from simulator.sound import of_apla, of_speech


def speech_of(response: Any) -> str:
    """What a response envelope says; empty where it says nothing.

    The outputSpeech first, then the speech in APLA documents: in the order in which Alexa plays
    them.
    """
    sounds = (*of_speech(value_at(response, "response", "outputSpeech")), *of_apla(response))
    return " ".join(sound.text for sound in sounds if sound.text)


def reprompt_of(response: Any) -> str | None:
    """What a response envelope says if nobody answers, or None."""
    sounds = of_speech(value_at(response, "response", "reprompt", "outputSpeech"))
    return " ".join(sound.text for sound in sounds if sound.text) or None
