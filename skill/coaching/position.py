"""Positions in an exercise: where somebody is after some seconds, and where to resume."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from msgspec.structs import replace

from skill.coaching.timeline import (
    LEAD_IN,
    LONG_HOLD,
    LONG_REPETITION,
    SHORTEST_REST,
    TEN,
    WAITS,
    Cue,
    Kind,
    total,
)


class Position(NamedTuple):
    """A position in a timeline: the index of a cue, and the seconds of it that are over.

    The seconds of a wait are negative where it was made longer; those of a hold are full tens.
    Of all else they are 0.
    """

    cue: int
    into: float = 0.0


class Left(NamedTuple):
    """What is left of an exercise.

    The repetitions of this side of the set, whether the other side of it comes, and the sets after.
    """

    repetitions: int
    other_side: bool
    sets: int


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


def repetition_end(cues: Sequence[Cue], index: int) -> int:
    """The index after the last phase of the repetition that is running at `index`."""
    cue = cues[index]
    where = (cue.set, cue.repetition, cue.side)
    after = (
        at
        for at, one in enumerate(cues[index:], start=index)
        if one.kind is not Kind.PHASE or (one.set, one.repetition, one.side) != where
    )
    return next(after, len(cues))


def interruption(
    cues: Sequence[Cue], begin: Position, end: int, elapsed: float, lead: float = LEAD_IN
) -> Position | None:
    """The position at which somebody interrupted the cues from `begin` to before `end`.

    `elapsed` are the seconds since the first of them began, and `lead` those before a repetition.
    None where all of them were played.
    """
    played = cues_from(cues[:end], begin, lead)
    if elapsed >= played[-1].ends - played[0].at:
        return None
    extra = len(played) - (end - begin.cue)  # The lead-in, which is no cue of the exercise.
    index = begin.cue + index_at(played, elapsed) - extra
    if index < begin.cue:
        return begin
    cue = cues[index]
    over = round(max(played[0].at + elapsed - cue.at, 0.0), 3)
    if cue.kind is Kind.PHASE:
        return max(begin, _in_repetition(cues, index, over))
    if cue.kind not in WAITS:
        return Position(index)
    return Position(index, max(begin.into, over) if index == begin.cue else over)


def _in_repetition(cues: Sequence[Cue], index: int, over: float) -> Position:
    """Where a repetition goes on: `over` are the seconds of its phase at `index` that are over.

    A short one begins anew. In a long one a hold goes on at the ten that was counted last, and
    what is shorter begins with the phase before it, which leads to its place.
    """
    first, end = repetition_start(cues, index), repetition_end(cues, index)
    if total(cues[first:end]) < LONG_REPETITION:
        return Position(first)
    cue = cues[index]
    if cue.lasts < LONG_HOLD:
        led_in = index > first and cues[index - 1].lasts < LONG_HOLD
        return Position(index - 1 if led_in else index)
    # Of a stretch that is no multiple of ten, ten seconds are left at least: there is time to tell.
    return Position(index, max(min(over, cue.lasts - TEN), 0.0) // TEN * TEN)


def is_in_a_hold(cue: Cue, into: float) -> bool:
    """Whether a phase can be taken up so many seconds after its beginning."""
    return (
        cue.kind is Kind.PHASE
        and cue.lasts >= LONG_REPETITION
        and into % TEN == 0
        and 0 <= into <= cue.lasts - TEN
    )


def in_other_cues(
    cues: Sequence[Cue], position: Position, other: Sequence[Cue], at: int
) -> Position:
    """The position in another dose whose same repetition begins at `at`: its phase and its second.

    Where that is another repetition, or another wait, it begins there.
    """
    cue, there = cues[position.cue], other[at]
    if cue.kind is not Kind.PHASE or there.kind is not Kind.PHASE:
        return Position(at)
    if (cue.set, cue.repetition) != (there.set, there.repetition):
        return Position(at)
    within = position.cue - repetition_start(cues, position.cue)
    return Position(at + within, position.into)


def cues_from(cues: Sequence[Cue], position: Position, lead: float = LEAD_IN) -> tuple[Cue, ...]:
    """The cues from a position on, with `lead` seconds of lead-in before a repetition.

    A wait goes on where it was, and lasts five seconds more at least; so does a hold, at its ten.
    """
    first, *rest = cues[position.cue :]
    if first.kind in WAITS and position.into:
        left = max(first.lasts - position.into, min(first.lasts, SHORTEST_REST))
        return (replace(first, at=round(first.ends - left, 3), lasts=round(left, 3)), *rest)
    if first.kind is not Kind.PHASE:
        return (first, *rest)
    if position.into:
        first = replace(
            first,
            at=round(first.at + position.into, 3),
            lasts=round(first.lasts - position.into, 3),
            into=position.into,
        )
    start = round(first.at - lead, 3)
    lead_in = Cue(start, lead, Kind.COUNT_IN, first.set, first.repetition, first.side)
    return (lead_in, first, *rest)


def with_longer_rest(cues: tuple[Cue, ...], at: int, seconds: float) -> tuple[Cue, ...]:
    """The cues with the rest at an index longer; as they are where no rest stands there."""
    if not 0 <= at < len(cues) or cues[at].kind is not Kind.REST:
        return cues
    longer = replace(cues[at], lasts=round(cues[at].lasts + seconds, 3))
    later = (replace(one, at=round(one.at + seconds, 3)) for one in cues[at + 1 :])
    return (*cues[:at], longer, *later)


def next_rest(cues: Sequence[Cue], index: int) -> int | None:
    """The index of the rest after the set at `index`; None elsewhere, or after the last one."""
    if cues[index].kind not in {Kind.PHASE, Kind.COUNT_IN}:
        return None
    return next((at for at in range(index, len(cues)) if cues[at].kind is Kind.REST), None)


def end_of_wait(cues: Sequence[Cue], index: int) -> int:
    """The index of the count-in that ends the set-up or wait at `index`; elsewhere `index`."""
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


def left_at(cues: Sequence[Cue], index: int) -> Left:
    """What is left of an exercise from a cue on.

    Sets are counted as they are called: one of both sides is one set.
    """
    cue = cues[index]
    to_come = cues[index:]
    repetitions = {
        c.repetition
        for c in to_come
        if c.kind is Kind.PHASE and (c.set, c.side) == (cue.set, cue.side)
    }
    other_side = any(c.set == cue.set and c.side > cue.side for c in to_come)
    return Left(len(repetitions), other_side, len({c.set for c in to_come} - {cue.set}))
