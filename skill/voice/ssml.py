"""Speech as SSML: texts escaped, and silences as breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skill.library.speaking import spoken_seconds
from skill.voice.parts import Part

MOST_CHARACTERS = 8_000
"""Alexa refuses a longer outputSpeech; the walk through all states sees that none is."""

LONGEST_BREAK = 10_000
"""Milliseconds; Alexa refuses a longer break."""

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def ssml(parts: Sequence[Part]) -> str:
    """Texts with the silence after each. How long a text takes is estimated."""
    return f"<speak>{' '.join(piece for part in parts for piece in _pieces(part))}</speak>"


def text_ssml(text: str) -> str:
    """A plain text, escaped."""
    return ssml((Part(text),))


def _pieces(part: Part) -> Iterator[str]:
    if part.text:
        yield part.text.translate(_ESCAPED)
    left = round(1000 * (part.lasts - spoken_seconds(part.text)))
    while left > 0:
        pause = min(left, LONGEST_BREAK)
        yield f'<break time="{pause}ms"/>'
        left -= pause
