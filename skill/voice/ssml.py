"""Speech as SSML: texts escaped, and silences as breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skill.library.speech_length import spoken_seconds
from skill.voice.parts import Part

MOST_CHARACTERS = 8_000
"""Alexa refuses a longer outputSpeech; the walk through all states sees that none is."""

LONGEST_BREAK = 10_000
"""Milliseconds; Alexa refuses a longer break."""

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def ssml(parts: Sequence[Part], numbers: Sequence[str] = ()) -> str:
    """Texts with the silence after each. How long a text takes is estimated.

    `numbers` are telephone numbers in them, which are said digit by digit.
    """
    pieces: list[str] = []
    for part in parts:
        if part.text:
            pieces.append(_escaped(part.text))
        if part.seconds is not None:
            pieces += _breaks(part.seconds - spoken_seconds(part.text))
    whole = " ".join(pieces)
    for number in numbers:
        if number in whole:
            whole = re.sub(rf"(?<!\w){number}(?!\w)", _digits, whole)
    return f"<speak>{whole}</speak>"


def text_ssml(text: str, numbers: Sequence[str] = ()) -> str:
    """A plain text, escaped."""
    return ssml((Part(text),), numbers)


def _digits(number: re.Match[str]) -> str:
    return f'<say-as interpret-as="digits">{number[0]}</say-as>'


def _escaped(text: str) -> str:
    for sign, instead in _ESCAPED.items():  # The "&" first, as the others are put by it.
        if sign in text:
            text = text.replace(sign, instead)
    return text


def _breaks(seconds: float) -> Iterator[str]:
    left = round(1000 * seconds)
    while left > 0:
        pause = min(left, LONGEST_BREAK)
        yield f'<break time="{pause}ms"/>'
        left -= pause
