"""Questions which side is on, which was, and whether one works or both."""

from __future__ import annotations

from collections.abc import Sequence

from skill.understanding.contexts import Context
from skill.understanding.grammar.matching import Match, lies_in, meet
from skill.understanding.numbers.numbers import Number
from skill.understanding.reading.postures import RULES_OUT, ruled_out_in

ASKED = frozenset({"which-side", "last-side", "one-or-both"})
"""The commands that such a question is."""

OF_IT = "set-question"
"""The kind of questions about the exercise that is on: how many, which shoes."""
OFFERED = "offer-routine"
"""The question that offers a routine."""

AT_THE_OFFER = frozenset({"length", "kit", "shoes"})
"""What is asked of a routine that is only offered; the rest is asked of the trouble there."""
KEPT = frozenset({"mark", "exercise"})
"""Kinds that a question leaves: what of a session is asked for, and marks."""
ANSWER = "answer"
COMMAND = "command"
"""How the kinds of commands begin."""


def spared(found: Sequence[Match], context: Context) -> list[Match]:
    """The matches without those that words of such a question only seem to be, or words by which a
    posture is ruled out.

    In an exercise "is it one leg or both" tells of no pain in both legs, and no set-up is asked
    for. What stands beside the question stays.
    """
    asked = [*asked_in(found, context), *ruled_out_in(found, context)]
    if not asked:
        return [*found]
    return [
        m for m in found if m in asked or m.kind in KEPT or not any(_is_of(m, one) for one in asked)
    ]


def _is_of(match: Match, asked: Match) -> bool:
    """Whether words are some of a question; those of a command need only begin in it."""
    begins = match.kind.startswith(COMMAND) and asked.start <= match.start < asked.end
    # "Yes, but no kneeling" is a yes.
    answers = match.kind == ANSWER and asked.kind == RULES_OUT and meet(match, asked)
    return begins or answers or lies_in(match, asked)


def uncounted(counted: Sequence[Number], found: Sequence[Match], context: Context) -> list[Number]:
    """The numbers without those in such words: "one leg or both" rates no pain."""
    asked = [*asked_in(found, context), *ruled_out_in(found, context)] if counted else []
    if not asked:
        return [*counted]
    return [n for n in counted if not any(lies_in(n, one) for one in asked)]


def is_ahead(context: Context) -> bool:
    """Whether a routine is offered, or asked about before it begins."""
    return context.question == OFFERED or context.talk == "before-exercise"


def asked_in(found: Sequence[Match], context: Context) -> list[Match]:
    """The questions for a side or about the exercise, the longest where several share words."""
    if not (context.coaching or is_ahead(context)):
        return []
    of_it = [m for m in found if m.kind == OF_IT]
    if not context.coaching:
        return [m for m in of_it if m.id in AT_THE_OFFER]
    asked = of_it + asked_of_side(found)
    return [m for m in asked if not any(_goes_before(n, m) for n in asked)]


def asked_of_side(found: Sequence[Match]) -> list[Match]:
    """The questions for a side; they count more than others: "left or right, I lost track"."""
    return [m for m in found if m.kind == "command-set" and m.id in ASKED]


def _goes_before(one: Match, other: Match) -> bool:
    """Whether a question is the longer of two that share words."""
    return meet(one, other) and one.end - one.start > other.end - other.start
