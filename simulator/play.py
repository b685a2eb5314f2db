"""A reply that plays, such as a set of an exercise: what is heard in it, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from simulator.response import value_at
from simulator.sound import Sound, of_apla, of_speech

LEAST_SILENCE = 5_000
"""Milliseconds of breaks from which on speech is a play: between sentences there are fewer."""


@dataclass(frozen=True)
class PlayedCue:
    """What is heard `at` a second of the play, and for how many it `lasts`; a silence has no text.

    Times are exact where APLA says them, and estimates where speech alone takes them.
    """

    at: float
    lasts: float
    text: str


@dataclass(frozen=True)
class Play:
    """Cues one after another without a gap, and the seconds that all of them take."""

    cues: tuple[PlayedCue, ...]
    seconds: float

    @property
    def over(self) -> float:
        """The seconds after which it is over for certain: rounded up to a tenth."""
        return -(-round(1000 * self.seconds) // 100) / 10


def play_of(response: Any) -> Play | None:
    """The play that a response envelope is, or None where it is ordinary talk.

    It is one where it has APLA, or speech with breaks as long as those of a set. The words of an
    outputSpeech come before what is in APLA, as on an Echo.
    """
    exact = of_apla(response)
    spoken = of_speech(value_at(response, "response", "outputSpeech"))
    if not exact and sum(sound.silent for sound in spoken) < LEAST_SILENCE:
        return None
    return _one_after_another((*spoken, *exact))


def _one_after_another(sounds: Iterable[Sound]) -> Play:
    cues, at = [], 0
    for sound in sounds:
        if sound.lasts:
            cues.append(PlayedCue(at / 1000, sound.lasts / 1000, sound.text))
            at += sound.lasts
    return Play(tuple(cues), at / 1000)
