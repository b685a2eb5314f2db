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

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def ssml(parts: Sequence[Part], numbers: Sequence[str] = ()) -> str:
    """Texts with the silence after each. How long a text takes is estimated.

    `numbers` are telephone numbers in them, which are said digit by digit.
    """
    whole = " ".join(piece for part in parts for piece in _pieces(part))
    for number in numbers:
        if number in whole:
            whole = re.sub(rf"(?<!\w){number}(?!\w)", _digits, whole)
    return f"<speak>{whole}</speak>"


def text_ssml(text: str, numbers: Sequence[str] = ()) -> str:
    """A plain text, escaped."""
    return ssml((Part(text),), numbers)


def _digits(number: re.Match[str]) -> str:
    return f'<say-as interpret-as="digits">{number[0]}</say-as>'


def _pieces(part: Part) -> Iterator[str]:
    if part.text:
        yield part.text.translate(_ESCAPED)
    if part.seconds is None:
        return
    left = round(1000 * (part.seconds - spoken_seconds(part.text)))
    while left > 0:
        pause = min(left, LONGEST_BREAK)
        yield f'<break time="{pause}ms"/>'
        left -= pause
