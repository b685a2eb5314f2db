"""Speech in parts: a text, and how long its interval lasts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from skill.library.speech_length import MOST_OF_INTERVAL, spoken_seconds

Tone = Literal["work", "rest"]
"""What a short sound begins beside words: the work of a set, or a rest."""


class Part(Struct, frozen=True):
    """A text that is followed by silence until `seconds` are over; None: as long as it takes.

    A `tone` sounds at its beginning, where the device plays documents.
    """

    text: str
    seconds: float | None = None
    tone: Tone | None = None

    @property
    def lasts(self) -> float:
        """Seconds; estimated where the text alone decides."""
        return spoken_seconds(self.text) if self.seconds is None else self.seconds


def lead_in(text: str) -> Part:
    """A text before a set, with an interval that lasts longer than its speech."""
    return Part(text, round(spoken_seconds(text) / MOST_OF_INTERVAL, 1))


def total(parts: Sequence[Part]) -> float:
    """Seconds of all of them."""
    return round(sum(part.lasts for part in parts), 3)
