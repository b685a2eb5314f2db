"""Time and course: how long ago it began and how it has gone since, as answers to findings."""

from __future__ import annotations

from skill.interview.answers import anybody_yes
from skill.library.types import Answer, Answers, Course

FRESH_UP_TO = 14
"""Days up to which an injury is fresh, and after which one that is no better should be seen.

The ankle rule was made for ten days (wikem-ottawa); people round, so two weeks are safer.
"""
RECENT_UP_TO = 42
"""Days after which any pain has lasted for long."""

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


def is_told(known: Answers) -> bool:
    """Whether it is known how it began and how long ago."""
    began = anybody_yes(known, BEGINNINGS) or all(id in known for id in BEGINNINGS)
    return began and "over-six-weeks" in known


def _yes_if(holds: bool) -> Answer:
    return Answer.YES if holds else Answer.NO
