"""Postures that somebody can't or won't take: "nothing on the floor", "is there a seated one"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skill.library.types import Posture
from skill.understanding.contexts import Context
from skill.understanding.grammar.matching import Match, meet

RULES_OUT = "rules-out"
"""The kind of the words, and the command that they make."""

ALL_BUT_SITTING = "all-but-sitting"
"""The meaning by which nothing is left but to sit; each other one is a posture."""
MEANINGS: tuple[str, ...] = (*(str(one) for one in Posture), ALL_BUT_SITTING)

UPRIGHT = frozenset({Posture.STANDING, ALL_BUT_SITTING})
"""What somebody with a new injury can't do either. Few of the old balance on one leg, and the
question is put again."""
NO_WEIGHT = "cannot-bear-weight"
ASKS_OF_TODAY = "safety-today"
"""The question whether anything is new: who can't stand there may have a new injury."""
OFFERED = frozenset({"offer-routine", "choose-routine"})
"""Questions by which exercises are offered."""


def ruled_out_in(found: Sequence[Match], context: Context) -> list[Match]:
    """The words that tell how exercises are to be done, where some are coached or ahead."""
    if not (context.exercising or context.question in OFFERED):
        return []
    told = [m for m in found if m.kind == RULES_OUT]
    if not told:  # As mostly.
        return []
    today = context.question == ASKS_OF_TODAY
    weight = [m for m in found if today and m.id == NO_WEIGHT]
    return [m for m in told if m.id not in UPRIGHT or not any(meet(m, one) for one in weight)]


def ruled_out(told: Iterable[Match]) -> tuple[Posture, ...]:
    """The postures that are ruled out by these words, each once."""
    ids = {m.id for m in told}
    return tuple(one for one in Posture if one in ids or ALL_BUT_SITTING in ids)
