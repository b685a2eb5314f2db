"""What makes a response valid for Alexa, whatever was asked."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import ResponseEnvelope

from tests.alexa import apla

MOST_BYTES = 24_576
MOST_CHARACTERS = 8_000
LONGEST_BREAK = 10_000
HEARD = {"outputSpeech", "directives"}


def assert_valid(answer: dict[str, Any]) -> None:
    """Either something heard with an open or closed session, or nothing at all."""
    payload = json.dumps(answer, allow_nan=False)
    assert len(payload.encode()) <= MOST_BYTES
    assert isinstance(DefaultSerializer().deserialize(payload, ResponseEnvelope), ResponseEnvelope)
    assert answer["version"] == "1.0"
    response = answer["response"]
    assert isinstance(response, dict)
    if not HEARD & set(response):
        assert set(response) <= {"canFulfillIntent"}
        return
    # A card would show what was told, also to others.
    assert set(response) <= {*HEARD, "reprompt", "shouldEndSession"}
    text = _heard(response)
    assert isinstance(response["shouldEndSession"], bool)
    assert text.rstrip().endswith("?") is not response["shouldEndSession"], text
    assert ("reprompt" in response) is not response["shouldEndSession"]
    if "reprompt" in response:
        assert set(response["reprompt"]) == {"outputSpeech"}
        assert _spoken(response["reprompt"]["outputSpeech"]) != text


def assert_silent(answer: dict[str, Any]) -> None:
    """A valid response without a word."""
    assert_valid(answer)
    assert answer["response"] == {}


def _heard(response: dict[str, Any]) -> str:
    """The words of speech, or of the one document that is played after a few words of it."""
    beside = _spoken(response["outputSpeech"])
    if "directives" not in response:
        return beside
    # Whoever hears no document hears at least this, which asks nothing and stands alone.
    assert beside.endswith(".")
    (directive,) = response["directives"]
    items = apla.assert_plays(directive)
    # Silence may not be all; and what is asked comes last, with nothing after it.
    assert items[-1]["type"] == "Speech"
    return " ".join(apla.text(item) for item in items)


def _spoken(speech: dict[str, Any]) -> str:
    assert set(speech) == {"type", "ssml"}
    assert speech["type"] == "SSML"
    assert len(speech["ssml"]) <= MOST_CHARACTERS
    root = ElementTree.fromstring(speech["ssml"])
    assert root.tag == "speak"
    for tag in root:
        if tag.tag == "say-as":
            assert tag.attrib == {"interpret-as": "digits"}
            assert re.fullmatch(r"[0-9 ]+", tag.text or "")
            continue
        assert tag.tag == "break"
        lasts = re.fullmatch(r"([0-9]+)ms", tag.attrib["time"])
        assert lasts is not None
        assert 0 < int(lasts[1]) <= LONGEST_BREAK
    text = "".join(root.itertext())
    assert text.strip()
    return text
