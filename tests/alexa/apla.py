"""What makes an APL document for audio one that Alexa plays, and how long it lasts."""

from __future__ import annotations

import json
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective

from skill.library.speech_length import MOST_OF_INTERVAL, spoken_seconds

RENDER = "Alexa.Presentation.APLA.RenderDocument"
MOST_SECONDS = 240

BASE = {"type", "id", "when", "bind", "description"}
"""What Amazon's reference lists for every component, besides a duration."""

OWN = {
    "Sequencer": {"items"},
    "Mixer": {"items"},
    "Speech": {"content", "contentType"},
    "Silence": {"duration"},
    "Audio": {"source", "duration"},
}
"""The components that this skill may use, with what each one has of its own."""

ROUNDING = 0.05

Json = dict[str, Any]


def assert_plays(directive: Json) -> list[Json]:
    """Hold a directive against Amazon's reference; returns the items of its sequence."""
    read = DefaultSerializer().deserialize(json.dumps(directive), RenderDocumentDirective)
    assert isinstance(read, RenderDocumentDirective)
    assert read.document == directive["document"]
    assert set(directive) == {"type", "token", "document"}
    assert directive["type"] == RENDER
    assert directive["token"]
    document = directive["document"]
    assert set(document) == {"type", "version", "mainTemplate"}
    assert document["type"] == "APLA"
    assert document["version"] in {"0.8", "0.9", "0.91"}
    assert set(document["mainTemplate"]) == {"items"}
    (sequence,) = document["mainTemplate"]["items"]
    assert sequence["type"] == "Sequencer"
    items: list[Json] = sequence["items"]
    for component in (sequence, *items):
        assert_documented(component)
    assert sum(seconds(item) for item in items) <= MOST_SECONDS
    return items


def assert_documented(component: Json) -> None:
    """Only known components, with properties that they have, of values that they take."""
    kind = component["type"]
    assert set(component) <= BASE | OWN[kind], component
    match kind:
        case "Speech":
            _assert_sayable(component)
        case "Silence":
            assert type(component["duration"]) is int
            assert 0 < component["duration"] <= 1000 * MOST_SECONDS
        case "Audio":
            assert component["source"].startswith("soundbank://soundlibrary/")
            assert component["duration"] == "trimToParent", "or its length would change the set's"
        case "Mixer":
            for inner in component["items"]:
                assert_documented(inner)
            _assert_exact(component)


def _assert_sayable(speech: Json) -> None:
    """Plain text, as where no type is named: tags and expressions would be read out."""
    assert speech.get("contentType", "PlainText") == "PlainText"
    content = speech["content"]
    assert isinstance(content, str)
    assert content.strip()
    assert not [sign for sign in ("<", ">", "${", "{", "&") if sign in content], content


def _assert_exact(mixer: Json) -> None:
    """An interval is as long as its silence, as its words are well over before."""
    speech, silence, *tones = mixer["items"]
    assert (speech["type"], silence["type"]) == ("Speech", "Silence")
    assert [tone["type"] for tone in tones] in ([], ["Audio"])
    room = MOST_OF_INTERVAL * silence["duration"] / 1000 + ROUNDING
    assert spoken_seconds(speech["content"]) <= room, mixer


def seconds(item: Json) -> float:
    """How long a component lasts; estimated where words alone decide."""
    match item["type"]:
        case "Speech":
            return spoken_seconds(item["content"])
        case "Silence":
            return float(item["duration"]) / 1000
        case "Audio":
            return 0.0  # It is cut where what stands beside it ends.
        case "Mixer":
            return max(seconds(inner) for inner in item["items"])
    return sum(seconds(inner) for inner in item["items"])


def text(item: Json) -> str:
    """The words of an item, if it has any."""
    inner = item.get("items", [item])
    return " ".join(one["content"] for one in inner if one["type"] == "Speech")


def tones(item: Json) -> list[str]:
    """The addresses of the tones beside the words of an item."""
    return [one["source"] for one in item.get("items", []) if one["type"] == "Audio"]


def items(answer: Json) -> list[Json]:
    """What the document of a response envelope plays, one after another."""
    (directive,) = answer["response"]["directives"]
    (sequence,) = directive["document"]["mainTemplate"]["items"]
    played: list[Json] = sequence["items"]
    return played
