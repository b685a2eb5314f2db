"""Where in an exercise somebody is when the clock says so, and where to take it up again."""

from __future__ import annotations

from collections.abc import Sequence

from skill.coaching.timeline import LEAD_IN, Cue, Kind


def at(cues: Sequence[Cue], elapsed: float) -> int:
    """The index of the cue that is running `elapsed` seconds after the first one began.

    Before the beginning it is the first cue, after the end the last one.
    """
    moment = cues[0].at + elapsed
    return max((i for i, cue in enumerate(cues) if cue.at <= moment), default=0)


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


def interrupted(cues: Sequence[Cue], begin: int, end: int, elapsed: float) -> int | None:
    """Where to take up what was played from `begin` to before `end` and was cut off.

    `elapsed` are the seconds since it began. None where it had been played to its end.
    """
    played = resumed(cues[:end], begin)
    if elapsed >= played[-1].ends - played[0].at:
        return None
    extra = len(played) - (end - begin)
    return repetition_start(cues, begin + max(at(played, elapsed) - extra, 0))


def resumed(cues: Sequence[Cue], index: int) -> tuple[Cue, ...]:
    """What is left from `index` on, after two seconds of lead-in where a repetition follows."""
    rest = tuple(cues[index:])
    first = rest[0]
    if first.kind is not Kind.PHASE:
        return rest
    start = round(first.at - LEAD_IN, 3)
    lead_in = Cue(start, LEAD_IN, Kind.COUNT_IN, first.set, first.repetition, first.side)
    return (lead_in, *rest)


def left(cues: Sequence[Cue], index: int) -> tuple[int, int]:
    """How many sets after this one, and how many repetitions of this one from here on."""
    cue = cues[index]
    sets = len({(c.set, c.side) for c in cues[index:]} - {(cue.set, cue.side)})
    repetitions = {
        c.repetition
        for c in cues[index:]
        if c.kind is Kind.PHASE and (c.set, c.side) == (cue.set, cue.side)
    }
    return sets, len(repetitions)
