"""Questions that a finding answers, as both can't be so: what never stops is not gone soon."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading

RULED_OUT_BY: Mapping[str, tuple[str, ...]] = {
    "settles-within-minutes": ("pain-at-rest", "night-pain"),
}
"""Questions, each with the findings beside which the answer is no."""


def ruled_out(
    reading: Reading, answer: AnswerHeard | None, facts: Mapping[str, bool]
) -> AnswerHeard | None:
    """The answer where such a finding is told; None where none is, or what is asked is told too.

    A yes that leads is not lost: it makes the answer doubtful.
    """
    question = reading.context.question or ""
    excluded = any(map(facts.get, RULED_OUT_BY.get(question, ())))
    if not excluded or facts.get(question):
        return None
    agrees = answer == "yes" and reading.sentence.reach(0, "<yes-word>")
    return "not_sure" if agrees else "no"
