"""What stands against all exercise, by what was answered: one rule, wherever it is asked."""

from __future__ import annotations

from typing import Literal

from skill.coaching import screening
from skill.interview import safety
from skill.interview.answers import is_yes
from skill.library.types import Answers, Care, Library

Bar = Literal["too-young", "flag-stands", "has-to-wait"]
"""The act that says why."""


def barred(library: Library, known: Answers) -> Bar | None:
    """Why nobody with these answers is coached, or None. `known` is what the gates say as well."""
    if is_yes(known, "under-eighteen"):
        return "too-young"
    if safety.standing_rank(library, known) >= Care.SEE_CLINICIAN.rank:
        return "flag-stands"
    return "has-to-wait" if screening.has_to_wait(known) else None
