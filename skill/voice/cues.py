"""Cues of a timeline → what is heard, and for how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from skill.coaching.timeline import LONG_HOLD, Cue, Kind
from skill.library.types import Words
from skill.voice.parts import Part
from skill.voice.phrasing import filled

BEFORE_THE_END = 3.0
"""Seconds before the end of a long interval at which it is said that it ends."""
SHORTEST_TO_SPLIT = 8.0

COUNTED = ("count-three", "count-two", "count-one")
"""A count-in, a second each; a lead-in of two seconds is its end."""


def parts_of(
    words: Words, cues: Sequence[Cue], phases: Mapping[str, str], variant: int
) -> Iterator[Part]:
    """What is heard of each cue. `phases` are the exercise's words for its phases.

    Together the parts last exactly as long as the cues.
    """
    for cue in cues:
        yield from _parts(words, cue, phases, variant + cue.set)


def _parts(words: Words, cue: Cue, phases: Mapping[str, str], variant: int) -> Iterator[Part]:
    match cue.kind:
        case Kind.FETCH:
            now = filled(words, "wait-now", variant, seconds=round(cue.lasts))
            yield from _announced(cue.lasts, now, filled(words, "get-ready", variant))
        case Kind.PAUSE:
            yield Part(filled(words, "still-paused", variant) if cue.set > 1 else "", cue.lasts)
        case Kind.COUNT_IN:
            for id in COUNTED[-round(cue.lasts) :]:
                yield Part(filled(words, id, variant), 1.0)
        case Kind.REST:
            now = filled(words, "rest-now", variant, seconds=round(cue.lasts))
            soon = filled(words, "set-soon", variant, set=cue.set)
            yield from _announced(cue.lasts, now if cue.lasts >= SHORTEST_TO_SPLIT else soon, soon)
        case Kind.SWITCH:
            now = filled(words, "switch-sides", variant)
            yield from _announced(cue.lasts, now, filled(words, "get-ready", variant))
        case Kind.PHASE:
            yield from _phase(words, cue, phases, variant)


def _phase(words: Words, cue: Cue, phases: Mapping[str, str], variant: int) -> Iterator[Part]:
    word = phases[cue.phase or ""]
    if cue.opens:
        word = filled(words, "count-repetition", variant, repetition=cue.repetition, phase=word)
    if cue.lasts < LONG_HOLD:
        yield Part(word, cue.lasts)
        return
    almost = filled(words, "almost", variant + cue.repetition)
    yield from _announced(cue.lasts, word, almost)


def _announced(lasts: float, now: str, soon: str) -> Iterator[Part]:
    """One text at the beginning, and another shortly before the end where there is time for it."""
    if lasts < SHORTEST_TO_SPLIT:
        yield Part(now, lasts)
        return
    yield Part(now, round(lasts - BEFORE_THE_END, 3))
    yield Part(soon, BEFORE_THE_END)
