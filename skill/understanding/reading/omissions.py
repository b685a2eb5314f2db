"""That an exercise was not done, or not all of it, where it is asked how much it hurt."""

from __future__ import annotations

from collections.abc import Sequence

from skill.understanding.contexts import PAIN_QUESTIONS, Context
from skill.understanding.grammar.matching import Match, calmed, lies_in
from skill.understanding.heard import Undone
from skill.understanding.numbers.numbers import Number

UNDONE = "undone"
"""The kind of words for it."""
OTHER = "not-an-undone"
"""The kind of words that only seem to tell it: "I haven't done this one before"."""
KEPT = frozenset(
    {UNDONE, OTHER, "mark", "exercise", "stop-sign", "hurts", "not-a-stop-sign", "not-a-hurts"}
)
"""Kinds of words that count inside of it too."""


def spared(found: Sequence[Match], context: Context) -> list[Match]:
    """The matches without those that its words only seem to be: "I only did the left"."""
    told = _told_in(found, context)
    if not told:
        return [*found]
    return [m for m in found if m.kind in KEPT or not any(lies_in(m, one) for one in told)]


def uncounted(counted: Sequence[Number], found: Sequence[Match], context: Context) -> list[Number]:
    """The numbers without those of repetitions: "I only did two" rates no pain."""
    told = _told_in(found, context)
    return [n for n in counted if not any(lies_in(n, one) for one in told)]


def undone(found: Sequence[Match], context: Context) -> Undone | None:
    """How much of the exercise was not done; None where it is not told that any was not."""
    told = {m.id for m in _told_in(found, context)}
    if not told:
        return None
    return "all" if "all" in told else "in-part"


def _told_in(found: Sequence[Match], context: Context) -> list[Match]:
    if context.question not in PAIN_QUESTIONS:
        return []
    others = [m for m in found if m.kind == OTHER]
    return [m for m in found if m.kind == UNDONE and not calmed(m, others)]
