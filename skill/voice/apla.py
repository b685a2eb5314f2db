"""Speech as an APL document for audio, in which every interval has its exact length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from skill.voice.parts import Part, Tone

VERSION = "0.91"

Component = dict[str, Any]

TONES: dict[Tone, str] = {
    "work": "soundbank://soundlibrary/musical/amzn_sfx_electronic_beep_02",
    "rest": "soundbank://soundlibrary/musical/amzn_sfx_bell_short_chime_01",
}
"""Sounds of Amazon's library, which need no host of ours. `docs/decisions/0009-the-coach.md`."""


def document(parts: Sequence[Part]) -> Component:
    """The parts one after another.

    A text and a silence as long as its interval run side by side in a Mixer, which lasts as long
    as the longer one. So the length is exact where the text is shorter. A tone beside them is cut
    where the interval ends, so it changes no length.
    """
    items = [_component(part) for part in parts if part.text or part.seconds]
    sequence = {"type": "Sequencer", "items": items}
    return {"type": "APLA", "version": VERSION, "mainTemplate": {"items": [sequence]}}


def _component(part: Part) -> Component:
    speech = {"type": "Speech", "content": part.text}
    if part.seconds is None:
        return speech
    silence = {"type": "Silence", "duration": round(1000 * part.seconds)}
    if not part.text:
        return silence
    beside = [_tone(part.tone)] if part.tone else []
    return {"type": "Mixer", "items": [speech, silence, *beside]}


def _tone(tone: Tone) -> Component:
    return {"type": "Audio", "source": TONES[tone], "duration": "trimToParent"}
