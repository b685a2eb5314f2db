"""What must not be, right before exercise: the same whether the check or the coach asks it."""

from __future__ import annotations

from collections.abc import Iterable

from skill.library.types import YESES, Answer, Answers, Exercise

ADULT_FROM = 18
"""Years; nobody younger is coached."""

NEW_INJURY = ("sudden-snap", "recent-twist-or-fall")
AT_REST = ("pain-at-rest", "numbness", "tingling", "swelling")
"""Findings and red flags: each of them puts exercise off, and what was denied is not asked anew."""

PERSON = ("pregnant", "diabetes", "lost-feeling")
"""Red flags that speak against some exercises, and are asked about where one of those may come."""


def is_denied(known: Answers, ids: tuple[str, ...]) -> bool:
    """Whether all of them got a plain no."""
    return all(known.get(id) is Answer.NO for id in ids)


def is_open(known: Answers, exercises: Iterable[Exercise]) -> bool:
    """Whether something about the person is not known that speaks against one of the exercises."""
    named = {id for exercise in exercises for id in exercise.not_for}
    return any(id in named and known.get(id) is not Answer.NO for id in PERSON)


def has_to_wait(known: Answers) -> bool:
    """Whether something was told that puts exercise off."""
    return any(known.get(id) in YESES for id in (*NEW_INJURY, *AT_REST))
