"""What makes a response valid for Alexa, whatever was asked."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import ResponseEnvelope

MOST_BYTES = 24_576
MOST_CHARACTERS = 8_000


def assert_valid(answer: dict[str, Any]) -> None:
    """Either words with an open or closed session, or nothing at all."""
    payload = json.dumps(answer)
    assert len(payload.encode()) <= MOST_BYTES
    assert isinstance(DefaultSerializer().deserialize(payload, ResponseEnvelope), ResponseEnvelope)
    assert answer["version"] == "1.0"
    response = answer["response"]
    assert isinstance(response, dict)
    if "outputSpeech" not in response:
        assert set(response) <= {"canFulfillIntent"}
        return
    _assert_spoken(response["outputSpeech"])
    assert isinstance(response["shouldEndSession"], bool)
    assert ("reprompt" in response) is not response["shouldEndSession"]
    if "reprompt" in response:
        _assert_spoken(response["reprompt"]["outputSpeech"])


def assert_silent(answer: dict[str, Any]) -> None:
    """A valid response without a word."""
    assert_valid(answer)
    assert answer["response"] == {}


def _assert_spoken(speech: dict[str, Any]) -> None:
    assert speech["type"] == "SSML"
    assert len(speech["ssml"]) <= MOST_CHARACTERS
    root = ElementTree.fromstring(speech["ssml"])
    assert root.tag == "speak"
    assert "".join(root.itertext()).strip()
