"""What of a response is heard, as plain text."""

from __future__ import annotations

import html
import re
from typing import Any

_PAUSING = re.compile(r"</?(?:break|p|s|audio)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def speech_of(response: Any) -> str:
    """What a response envelope says; empty where it says nothing."""
    return _text(_at(response, "response", "outputSpeech"))


def reprompt_of(response: Any) -> str | None:
    """What a response envelope says if nobody answers, or None."""
    return _text(_at(response, "response", "reprompt", "outputSpeech")) or None


def without_tags(ssml: str) -> str:
    """SSML as it reads: pauses become spaces, entities become characters."""
    text = _TAG.sub("", _PAUSING.sub(" ", ssml))
    return " ".join(html.unescape(text).split())


def _text(speech: Any) -> str:
    ssml, text = _at(speech, "ssml"), _at(speech, "text")
    if isinstance(ssml, str):
        return without_tags(ssml)
    return " ".join(text.split()) if isinstance(text, str) else ""


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
