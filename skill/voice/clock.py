"""A time of the day in words."""

from __future__ import annotations

from skill.dialog.schedule import EVENING, MORNINGS, NOON
from skill.library.types import Words
from skill.voice.phrasing import filled

NIGHT = 22
"""The hour at which the night begins; it lasts to the morning."""


def named(words: Words, hour: int, minute: int) -> dict[str, str]:
    """What fills {clock} and {time}: "7:30", and "7:30 in the evening".

    `hour` is one of the day, from 0 to 23, or one as it was said, which has no {time}.
    """
    face = hour % NOON or NOON
    form = "clock-and-minutes" if minute else "clock"
    clock = filled(words, form, 0, hour=face, hour24=hour, minute=f"{minute:02}")
    if (hour, minute) == (NOON, 0):
        return {"clock": clock, "time": filled(words, "at-noon", 0)}
    if (hour, minute) == (0, 0):
        return {"clock": clock, "time": filled(words, "at-midnight", 0)}
    return {"clock": clock, "time": filled(words, _part(hour), 0, clock=clock)}


def _part(hour: int) -> str:
    if hour < MORNINGS.start or hour >= NIGHT:
        return "at-night"
    if hour < NOON:
        return "in-the-morning"
    return "in-the-afternoon" if hour < EVENING else "in-the-evening"
