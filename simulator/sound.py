"""The sound of a response, piece by piece, in milliseconds: from APLA and from SSML.

APLA says how long its silences are, and a piece beside a silence takes as long as the silence
does. What is only spoken takes as long as it is estimated to.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simulator.response import apla_directives, value_at
from skill.library.speech_length import spoken_seconds

_BREAK = re.compile(r"<break\b([^>]*)>")
_TIME = re.compile(r"\btime\s*=\s*[\"']\s*(\d+(?:\.\d*)?)\s*(ms|s)\s*[\"']")
_STRENGTH = re.compile(r"\bstrength\s*=\s*[\"']([a-z-]+)[\"']")

_STRENGTHS = {"none": 0, "x-weak": 0, "weak": 250, "medium": 400, "strong": 700, "x-strong": 1200}
"""Estimates: Alexa only says that they are pauses as after a comma, a sentence, a paragraph."""


@dataclass(frozen=True)
class Sound:
    """A piece of what is heard. Of the `lasts` milliseconds that it takes, `silent` are silence."""

    lasts: int
    silent: int
    text: str


def of_apla(response: Any) -> tuple[Sound, ...]:
    """The pieces of all APLA documents of a response envelope, one after another."""
    return tuple(
        sound
        for directive in apla_directives(response)
        for sound in _played(_main(value_at(directive, "document", "mainTemplate")))
    )


def of_speech(speech: Any) -> tuple[Sound, ...]:
    """The pieces of an outputSpeech: words, each with the breaks that follow them."""
    ssml, text = value_at(speech, "ssml"), value_at(speech, "text")
    if isinstance(ssml, str):
        return tuple(_between_breaks(ssml))
    return (_said(" ".join(text.split())),) if isinstance(text, str) and text.strip() else ()


def _main(template: Any) -> Any:
    items = value_at(template, "items")
    return items[0] if isinstance(items, list) and items else value_at(template, "item")


def _played(item: Any) -> list[Sound]:
    kind, content = value_at(item, "type"), value_at(item, "content")
    if kind == "Speech":
        return [_said(without_tags(content))] if isinstance(content, str) else []
    if kind == "Silence":
        lasts = _milliseconds(value_at(item, "duration"))
        return [Sound(lasts, lasts, "")]
    inner = value_at(item, "items")
    parts = [_played(part) for part in inner] if isinstance(inner, list) else []
    if kind == "Mixer":
        return [_together(parts)]
    return [sound for part in parts for sound in part]


def _together(parts: list[list[Sound]]) -> Sound:
    """What is played side by side: as long as the longest, with all that is said in any."""
    lasts = max((sum(sound.lasts for sound in part) for part in parts), default=0)
    said = [sound for part in parts for sound in part if sound.text]
    spoken = sum(sound.lasts - sound.silent for sound in said)
    return Sound(lasts, max(0, lasts - spoken), " ".join(sound.text for sound in said))


def _between_breaks(ssml: str) -> Iterator[Sound]:
    # Words, the attributes of a break, words, and so on.
    words, *others = _BREAK.split(ssml)
    said, silent = without_tags(words), 0
    for attributes, words in zip(others[::2], others[1::2], strict=True):
        silent += _break(attributes)
        if following := without_tags(words):
            yield from _followed_by_silence(said, silent)
            said, silent = following, 0
    yield from _followed_by_silence(said, silent)


def _followed_by_silence(words: str, silent: int) -> Iterator[Sound]:
    if words or silent:
        yield Sound(_said(words).lasts + silent, silent, words)


def _break(attributes: str) -> int:
    time = _TIME.search(attributes)
    if time is not None:
        return round(float(time[1]) * (1 if time[2] == "ms" else 1000))
    strength = _STRENGTH.search(attributes)
    return _STRENGTHS.get(strength[1] if strength else "medium", 0)


def _said(text: str) -> Sound:
    return Sound(round(1000 * spoken_seconds(text)), 0, text)


def _milliseconds(duration: Any) -> int:
    number = isinstance(duration, int | float) and not isinstance(duration, bool)
    return max(0, round(duration)) if number else 0


_PAUSING = re.compile(r"</?(?:break|p|s|audio)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def without_tags(ssml: str) -> str:
    """SSML as it reads: pauses become spaces, entities become characters."""
    text = _TAG.sub("", _PAUSING.sub(" ", ssml))
    return " ".join(html.unescape(text).split())


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
