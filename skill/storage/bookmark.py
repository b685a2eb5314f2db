"""What is kept of somebody, and nothing else: where they are in a routine. Pure."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from skill.coaching.timeline import Pace

DAYS_KEPT = 180
"""A bookmark that nobody used for half a year goes by itself. docs/privacy.md promises it."""

MOST_MARKS = 4
"""Sessions that one account may have under way at once, on as many devices."""

SessionMark = Annotated[str, Meta(max_length=16)]
"""Stands for one session of Alexa's, and leads back to nobody."""

Count = Annotated[int, Meta(ge=0, le=100_000)]


class Bookmark(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="bookmark",
):
    """Where somebody is in a routine. Nothing in it tells of a body.

    `routine` is an id, `step` one of its steps from 1. `began` is the day of the first session of
    the routine, `since` of the first one at this step, `last` of the newest. `sessions` and
    `at_step` count those that were finished, and `week` the days of the `last` one's week, from
    Monday, on which one was. `exercise` is the place from 1, among the exercises
    of the step, at which a session broke off on the `last` day; 0 where none did. `counted` are
    marks of the newest sessions that were counted: none is counted twice, whatever got lost.
    """

    routine: Annotated[str, Meta(max_length=60)]
    step: Annotated[int, Meta(ge=1, le=20)]
    began: date
    since: date
    last: date
    sessions: Count = 0
    at_step: Count = 0
    week: Annotated[int, Meta(ge=0, le=7)] = 0
    pace: Pace = Pace.STEADY
    exercise: Annotated[int, Meta(ge=0, le=20)] = 0
    counted: Annotated[tuple[SessionMark, ...], Meta(max_length=MOST_MARKS)] = ()


class Refused(Struct, frozen=True, forbid_unknown_fields=True, tag="refused"):
    """That somebody said no to a bookmark, and how often: who said it twice is not asked again."""

    times: Annotated[int, Meta(ge=1, le=2)] = 1


Kept = Bookmark | Refused


class Forget(Struct, frozen=True):
    """All that is kept of somebody is to be deleted."""


Change = Bookmark | Refused | Forget


def encode(kept: Kept) -> str:
    """The JSON that a store holds."""
    return msgspec.json.encode(kept).decode()


def decode(text: object) -> Kept | None:
    """What the JSON says, or None where it is not of this form, whoever wrote it."""
    try:
        return msgspec.json.decode(text, type=Kept) if isinstance(text, str) else None
    except (msgspec.MsgspecError, UnicodeError):
        return None


def merge(base: Kept | None, mine: Kept, theirs: Kept | None) -> Kept:
    """What holds after two devices wrote at once: `theirs` came first, both began from `base`.

    Sessions of both count. The place is that of `mine`, which was said last. Where the write of
    `mine` was done, and only the answer to it got lost, it is in `theirs` already.
    """
    if not isinstance(mine, Bookmark) or not isinstance(theirs, Bookmark):
        return theirs if isinstance(theirs, Bookmark) else mine
    before = base if isinstance(base, Bookmark) else None
    new = {*mine.counted} - {*(before.counted if before else ())}
    if new and new <= {*theirs.counted}:
        return theirs
    added = mine.sessions - (before.sessions if before else 0)
    at_step = added if (theirs.routine, theirs.step) == (mine.routine, mine.step) else None
    same_week = theirs.last.isocalendar()[:2] == mine.last.isocalendar()[:2]
    return replace(
        mine,
        week=max(mine.week, theirs.week) if same_week else mine.week,
        sessions=theirs.sessions + max(added, 0),
        at_step=mine.at_step if at_step is None else theirs.at_step + max(at_step, 0),
        began=min(mine.began, theirs.began) if theirs.routine == mine.routine else mine.began,
        last=max(mine.last, theirs.last),
        counted=tuple(dict.fromkeys((*theirs.counted, *mine.counted)))[-MOST_MARKS:],
    )
