"""Time and course: how long ago it began and how it has gone since, as answers to findings."""

from __future__ import annotations

from skill.interview.answers import anybody_yes
from skill.library.recency import FRESH_UP_TO, RECENT_UP_TO
from skill.library.types import Answer, Answers, Course

BEGINNINGS = ("sudden-onset", "recent-twist-or-fall", "sudden-snap")
"""What tells how it began. Where all were denied, it crept in."""
COURSES: dict[Course, str | None] = {
    "better": "getting-better",
    "worse": "getting-worse",
    "comes_and_goes": "comes-and-goes",
    "same": None,
}
"""The finding that each course is; `same` denies all of them."""


TIMES = frozenset({"over-two-weeks", "over-six-weeks"})
"""All that a time answers."""
FINDINGS = TIMES.union(filter(None, COURSES.values()))
"""All that time and course answer."""
OVER = FINDINGS | {"old-sprain"}
"""What is said of an injury that is over, beside the injury itself."""


def answers_from(since_days: int | None, course: Course | None) -> dict[str, Answer]:
    """The findings that time and course answer; nothing for what is not known.

    `since_days` is the time since it began, in days. An unknown time says nothing, so that an
    injury counts as fresh.
    """
    answers: dict[str, Answer] = {}
    if since_days is not None:
        answers["over-two-weeks"] = _yes_if(since_days > FRESH_UP_TO)
        answers["over-six-weeks"] = _yes_if(since_days > RECENT_UP_TO)
    if course is not None:
        named = COURSES[course]
        for id in filter(None, COURSES.values()):
            answers[id] = _yes_if(id == named)
    return answers


def findings_of_the_past(since_days: int | None) -> frozenset[str]:
    """What tells nothing of today, once nothing hurts any more or a clinician allowed exercise.

    It is what is said of an injury that is over: that it was, how long ago, and how it went. The
    twist or fall itself is among it where it is no longer fresh; `since_days` is how long ago it
    was, in days, where that was told.
    """
    is_old = since_days is not None and since_days > FRESH_UP_TO
    return OVER | {"recent-twist-or-fall"} if is_old else OVER


def is_told(known: Answers) -> bool:
    """Whether it is known how it began and how long ago."""
    began = anybody_yes(known, BEGINNINGS) or all(id in known for id in BEGINNINGS)
    return began and "over-six-weeks" in known


def _yes_if(holds: bool) -> Answer:
    return Answer.YES if holds else Answer.NO
