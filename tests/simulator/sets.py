"""Responses that play a set, as the coach gives them: for tests of whatever plays them."""

from __future__ import annotations

from typing import Any

from simulator.play import Play, play_of

Json = dict[str, Any]

HOW_MUCH = "From zero to ten, how much did that hurt?"


def beat(words: str, milliseconds: int) -> Json:
    """Words beside a silence, which together take exactly so long."""
    return {
        "type": "Mixer",
        "items": [speech(words), {"type": "Silence", "duration": milliseconds}],
    }


def silence(milliseconds: int) -> Json:
    return {"type": "Silence", "duration": milliseconds}


def speech(words: str) -> Json:
    return {"type": "Speech", "content": words}


def in_apla(*items: Json, closing: bool = False) -> Json:
    """A whole response that plays items one after another, and leaves the session open."""
    document = {
        "type": "APLA",
        "version": "0.91",
        "mainTemplate": {"items": [{"type": "Sequencer", "items": list(items)}]},
    }
    directive = {
        "type": "Alexa.Presentation.APLA.RenderDocument",
        "token": "set",
        "document": document,
    }
    return {
        "version": "1.0",
        "sessionAttributes": {"pending": "how-much-pain"},
        "response": {
            "directives": [directive],
            "reprompt": {"outputSpeech": _ssml("Which number was it?")},
            "shouldEndSession": closing,
        },
    }


def in_ssml(inside: str) -> Json:
    """A whole response that says so, and leaves the session open."""
    return {
        "version": "1.0",
        "sessionAttributes": {},
        "response": {
            "outputSpeech": _ssml(inside),
            "reprompt": {"outputSpeech": _ssml("Which number was it?")},
            "shouldEndSession": False,
        },
    }


def _ssml(inside: str) -> Json:
    return {"type": "SSML", "ssml": f"<speak>{inside}</speak>"}


SET = in_apla(beat("Get ready.", 3000), beat("1, up", 2000), beat("2, up", 2000), speech(HOW_MUCH))


def play(response: dict[str, Any]) -> Play:
    found = play_of(response)
    assert found is not None
    return found
