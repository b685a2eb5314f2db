"""Where in an exercise somebody is when the clock says so, and where to take it up again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from skill.coaching.timeline import LEAD_IN, SHORTEST_REST, WAITS, Cue, Kind


class Place(NamedTuple):
    """The index of a cue, and how many seconds of it are over where it is a wait.

    The seconds are negative where the wait was made longer.
    """

    cue: int
    into: float = 0.0


def index_at(cues: Sequence[Cue], elapsed: float) -> int:
    """The index of the cue that is running `elapsed` seconds after the first one began.

    Before the beginning it is the first cue, after the end the last one.
    """
    begun = bisect_right(cues, cues[0].at + elapsed, key=attrgetter("at"))
    return max(begun - 1, 0)


def repetition_start(cues: Sequence[Cue], index: int) -> int:
    """The index at which the repetition, or the wait, that is running at `index` began."""
    cue = cues[index]
    if cue.kind is not Kind.PHASE:
        return index
    where = (cue.set, cue.repetition, cue.side)
    while index > 0:
        before = cues[index - 1]
        if before.kind is not Kind.PHASE:
            break
        if (before.set, before.repetition, before.side) != where:
            break
        index -= 1
    return index


def interruption(cues: Sequence[Cue], begin: Place, end: int, elapsed: float) -> Place | None:
    """Where to take up what was played from `begin` to before `end` and was cut off.

    `elapsed` are the seconds since it began. None where it had been played to its end.
    """
    played = cues_from(cues[:end], begin)
    if elapsed >= played[-1].ends - played[0].at:
        return None
    extra = len(played) - (end - begin.cue)  # The lead-in, which is no cue of the exercise.
    index = repetition_start(cues, begin.cue + max(index_at(played, elapsed) - extra, 0))
    cue = cues[index]
    if cue.kind not in WAITS:
        return Place(index)
    over = round(max(played[0].at + elapsed - cue.at, 0.0), 3)
    return Place(index, max(begin.into, over) if index == begin.cue else over)


def cues_from(cues: Sequence[Cue], place: Place) -> tuple[Cue, ...]:
    """What is left from a place on, with two seconds of lead-in before a repetition.

    A wait goes on where it was, and lasts five seconds more at least.
    """
    first, *rest = cues[place.cue :]
    if first.kind in WAITS and place.into:
        left = max(first.lasts - place.into, min(first.lasts, SHORTEST_REST))
        return (replace(first, at=round(first.ends - left, 3), lasts=round(left, 3)), *rest)
    if first.kind is not Kind.PHASE:
        return (first, *rest)
    start = round(first.at - LEAD_IN, 3)
    lead_in = Cue(start, LEAD_IN, Kind.COUNT_IN, first.set, first.repetition, first.side)
    return (lead_in, first, *rest)


def end_of_wait(cues: Sequence[Cue], index: int) -> int:
    """The index of the count-in, where a set-up or a wait runs at `index`; else the index."""
    if cues[index].kind is not Kind.SET_UP and cues[index].kind not in WAITS:
        return index
    begins = following_set(cues, index)
    return index if begins is None else begins


def following_set(cues: Sequence[Cue], index: int) -> int | None:
    """The index of the count-in of the set, or of the side, that comes; None after the last one.

    Where a set-up, a wait or a count-in runs at `index`, it is the set that this leads to.
    """
    begins = (i for i in range(index, len(cues)) if cues[i].kind is Kind.COUNT_IN)
    return next(begins, None)


def sets_and_repetitions_left(cues: Sequence[Cue], index: int) -> tuple[int, int]:
    """How many sets after this one, and how many repetitions of this one from here on.

    What one side does is a set of its own.
    """
    cue = cues[index]
    sets = len({(c.set, c.side) for c in cues[index:]} - {(cue.set, cue.side)})
    repetitions = {
        c.repetition
        for c in cues[index:]
        if c.kind is Kind.PHASE and (c.set, c.side) == (cue.set, cue.side)
    }
    return sets, len(repetitions)
