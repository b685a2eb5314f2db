"""What must not be, right before exercise: the same whether the check or the coach asks it."""

from __future__ import annotations

from collections.abc import Iterable

from skill.library.types import YESES, Answer, Answers, Library

ADULT_FROM = 18
"""Years; nobody younger is coached."""

NEW_INJURY = ("sudden-snap", "recent-twist-or-fall")
AT_REST = ("pain-at-rest", "numbness", "tingling", "swelling")
"""Findings and red flags: each of them puts exercise off, and what was denied is not asked anew."""

OF_THE_PERSON = (
    "pregnant",
    "diabetes",
    "recent-surgery-or-plaster",
    "old-fracture-or-metal",
)
"""Red flags with which exercise needs the word of a clinician, whatever hurts."""

ALLOWED_BY_A_WORD = frozenset({*OF_THE_PERSON, "hormones"})
"""What bars exercise until a clinician who knows of it allowed it."""

OF_NOTHING_FELT = ALLOWED_BY_A_WORD | {"quinolone-antibiotic"}
"""What tells who somebody is, and nothing that hurts: it calls for a word, and not for a check."""

CHANGES_NOTHING = frozenset({"over-65", "male", "not-a-runner", "new-to-running"})
"""What tells who somebody is, and by itself speaks against no exercise."""

WOBBLY = "gives-way"
"""What may be left of a healed sprain; exercise is for that."""
WORSE_WITH = "worse-"
"""How the ids of what brings it on begin."""

HALF_A_YEAR = 183
"""Days; a break or an operation that is older is not asked about right before exercise."""

FRESH_SPRAIN = ("recent-twist-or-fall", "swelling")
"""What a mild fresh sprain brings, and what its own early routine is for."""


def is_denied(known: Answers, ids: tuple[str, ...]) -> bool:
    """Whether all of them got a plain no."""
    return all(known.get(id) is Answer.NO for id in ids)


def has_to_wait(known: Answers, but_for: tuple[str, ...] = ()) -> bool:
    """Whether something was told that puts exercise off, `but_for` what it may be done with."""
    return any(known.get(id) in YESES for id in (*NEW_INJURY, *AT_REST) if id not in but_for)


def needs_clearance(felt: tuple[str, ...], since_days: int | None) -> bool:
    """Whether somebody who knows the case has to allow exercise; `since_days` is how long ago."""
    is_old = since_days is not None and since_days > HALF_A_YEAR
    of_old = {"old-fracture-or-metal"} if is_old else set()
    return not {*OF_THE_PERSON}.difference(of_old).isdisjoint(felt)


def is_left_of_a_sprain(id: str) -> bool:
    """Whether it may be left of a healed sprain: that it gives way, and with what."""
    return id == WOBBLY or id.startswith(WORSE_WITH)


def is_no_alarm(library: Library, felt: Iterable[str]) -> bool:
    """Whether it is only how the sore spot feels: no red flag, and nothing that puts it off."""
    return not any(
        id in library.red_flags or id in NEW_INJURY or id in AT_REST
        for id in felt
        if id not in CHANGES_NOTHING
    )
