"""Stiffness that is told in place of what was asked: "there's no pain, only stiffness"."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading

TOLD = "only-stiff"
"""The mark of nothing but stiffness."""
ASKED_OF_IT = frozenset(
    {
        *("hard-muscle", "morning-stiffness", "first-steps-worst", "long-morning-stiffness"),
        *("limited-bend", "other-joints", "joints-elsewhere", "warms-up"),
    }
)
"""Questions that stiffness answers."""
MORNINGS = frozenset({"morning-stiffness", "first-steps-worst", "long-morning-stiffness"})
"""Questions how it is in the morning."""
HOW_STRONG = frozenset({"severity", "severe-pain"})
"""Questions whether a pain is severe: what is only stiff is not."""
PAIN_AT_REST = frozenset({"pain-at-rest", "night-pain"})
"""Questions for a pain that does not rest, which a stiffness is not quite."""


def answer_of(
    reading: Reading, answer: AnswerHeard | None, facts: Mapping[str, bool]
) -> AnswerHeard | None:
    """The answer without the half yes that "only a bit" seems to be beside a stiffness.

    What is not asked for pain or stiffness is asked once more.
    """
    question = reading.context.question
    if answer != "kind_of" or not reading.has(TOLD) or question in ASKED_OF_IT:
        return answer
    if any(facts.values()) or reading.context.coaching:
        return answer
    if question in HOW_STRONG:
        return "no"
    return "not_really" if question in PAIN_AT_REST else None
