"""The time that is told of a trouble: which one counts, and what it and the course answer."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from skill.coaching.precautions import CHANGES_NOTHING
from skill.dialog.events import Described
from skill.dialog.state import AFTER_RESULT, State
from skill.interview import onset, traits
from skill.interview.answers import YOUNG
from skill.interview.interview import HOW_IT_BEGAN
from skill.library.types import Answer, Library

OF_THE_COURSE = onset.FINDINGS - onset.TIMES
OF_TIME = frozenset({HOW_IT_BEGAN, *onset.FINDINGS})
"""The questions whose answer may shorten the time that was told."""


def noted(state: State, event: Described) -> State:
    """Remember how long ago it began and how it has gone since, and the findings that these are."""
    since = state.since_days if event.since_days is None else event.since_days
    told = onset.answers_from(event.since_days, event.course)
    given = {**state.given, **told}
    return replace(state, since_days=since, course=event.course or state.course, given=given)


def without_other(library: Library, state: State, event: Described) -> Described:
    """What was said, without a time that is not of the beginning that was told before.

    "About five minutes in", said of a run beside the answer to another question, is no beginning,
    and neither is "since I was a teenager", said of an ankle that turns. A flag that is told
    elsewhere has a time of its own: "my periods stopped five months ago".
    """
    told, before = event.since_days, state.since_days
    if event.corrects_time or _tells_time_alone(state, event):
        return event
    elsewhere = state.asking not in OF_TIME
    plainly = onset.COURSES["worse"] in event.absent  # "It isn't getting any worse" puts it right.
    if (
        elsewhere
        and not plainly
        and state.course == "worse"
        and event.course in {"comes_and_goes", "same"}
    ):
        # "Just the tingling that comes and goes" takes nothing from what gets worse.
        kept = (id for id in event.present if id not in OF_THE_COURSE)
        left = (id for id in event.absent if id not in OF_THE_COURSE)
        event = replace(event, course=None, present=tuple(kept), absent=tuple(left))
    if told is None or before is None:
        return event
    flags, own_dates = library.red_flags if elsewhere else {}, traits.dated(library)
    dated = any(id in own_dates or id in flags for id in event.present)
    if not dated and not (told < before and elsewhere):
        return event
    absent = tuple(id for id in event.absent if id not in onset.TIMES)
    present = tuple(id for id in event.present if id not in onset.TIMES)
    return replace(event, since_days=None, present=present, absent=absent)


def _tells_time_alone(state: State, event: Described) -> bool:
    """Whether no more than a time is told after a result: "it started last Tuesday"."""
    told = {*event.present, *event.absent}
    after_result = state.result is not None and state.pending in AFTER_RESULT
    return after_result and told <= onset.TIMES and event.course is None


def is_left_open(state: State, event: Described, heard: Mapping[str, Answer]) -> bool:
    """Whether an age and the like is all that was told of how it began, which is open still.

    Whoever is too young is asked what comes first then.
    """
    if state.asking != HOW_IT_BEGAN or event.reply is not None or state.misses or not heard:
        return False
    timed = event.since_days is not None or event.course is not None
    if heard.get(YOUNG) is Answer.YES:
        return False
    return not timed and heard.keys() <= CHANGES_NOTHING | {YOUNG}
