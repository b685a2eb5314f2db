"""The "no" that puts right what was told before, and answers nothing that is asked now."""

from __future__ import annotations

from collections.abc import Mapping

from skill.understanding.gist import Gist
from skill.understanding.heard import AnswerHeard
from skill.understanding.reading.reading import Reading
from skill.understanding.topics.challenges import questioned

LEADS = "no-of-a-correction"
"""The mark of a no that may put something right: "no wait", "no, sorry"."""
OUTRIGHT = "no-of-before"
"""The mark of one that does so in any case: "no, I take that back"."""


def is_of_before(
    reading: Reading, main: Gist, answer: AnswerHeard | None, facts: Mapping[str, bool], tells: bool
) -> bool:
    """Whether the no of an answer puts right something else: "no wait, it was the left one".

    What is asked now is then still open. It is not where it is answered once more behind that no,
    or where what is told is of it. `tells` is true where anything is told beside.
    """
    context = reading.context
    led = [m for m in reading.marks if m.id in (LEADS, OUTRIGHT)]
    if answer != "no" or not led or not context.asks_yes_or_no:
        return False
    end = max(m.end for m in led)
    if any(m.start >= end for m in main.plain) or _is_of_the_question(reading, end, facts):
        return False
    return any(m.id == OUTRIGHT for m in led) or tells


def _is_of_the_question(reading: Reading, start: int, facts: Mapping[str, bool]) -> bool:
    """Whether what is asked is told behind a word; of several things each one, as one is no no."""
    context = reading.context
    parts = {*context.parts} - {context.question}
    if parts:
        return parts <= facts.keys()
    own = reading.of("no-at", "yes-at")
    return context.question in facts or any(
        m.id == context.question and m.start >= start for m in own
    )


def denied_already(reading: Reading, main: Gist) -> tuple[str, ...]:
    """What counts though it was denied: "I said no, why do you say it snapped?" puts it right."""
    context = reading.context
    if not context.asks_yes_or_no or not reading.sentence.reach(0, "<told-already>"):
        return ()
    asked = {context.question, *context.parts}
    return tuple(id for id in questioned(reading, main.told) if id not in asked)
