"""A line of a scene, with what is filled into it; a time of the day in words."""

from __future__ import annotations

from collections.abc import Sequence

from skill.coaching.schedule import EVENING, MORNINGS, NOON
from skill.library.types import Words

NIGHT = 22
"""The hour at which the night begins; it lasts to the morning."""


def fill(words: Words, id: str, variant: int, **filling: object) -> str:
    """One of the phrasings of a statement or prompt.

    Raises:
        KeyError: there is no such line, or something that it wants is not filled in.
    """
    return pick(lines_of(words, id), variant).format_map(filling)


def lines_of(words: Words, id: str) -> Sequence[str]:
    """All phrasings of a statement or prompt; they mean the same."""
    return words.prompts[id].say if id in words.prompts else words.statements[id].say


def pick(lines: Sequence[str], variant: int) -> str:
    """The phrasing whose turn it is."""
    return lines[variant % len(lines)]


def names_of_time(words: Words, hour: int, minute: int) -> dict[str, str]:
    """What fills {clock} and {time}: "7:30", and "7:30 in the evening".

    `hour` is one of the day, from 0 to 23, or one as it was said, which has no {time}.
    """
    face = hour % NOON or NOON
    form = "clock-and-minutes" if minute else "clock"
    clock = fill(words, form, 0, hour=face, hour24=hour, minute=f"{minute:02}")
    if (hour, minute) == (NOON, 0):
        return {"clock": clock, "time": fill(words, "at-noon", 0)}
    if (hour, minute) == (0, 0):
        return {"clock": clock, "time": fill(words, "at-midnight", 0)}
    return {"clock": clock, "time": fill(words, _part(hour), 0, clock=clock)}


def _part(hour: int) -> str:
    if hour < MORNINGS.start or hour >= NIGHT:
        return "at-night"
    if hour < NOON:
        return "in-the-morning"
    return "in-the-afternoon" if hour < EVENING else "in-the-evening"
