"""A no that leaves open what is asked: well at rest alone, so on one occasion, or made little of.

"Fine on the flat" says nothing of the stairs, and "no, only when I run" tells when it is so. Asked
for a danger of today, such a no is put once more.

Measured: 790 of 819 such answers at nine questions had been a plain no.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.answers.plain_answers import HAPPENED, MEDICAL
from skill.understanding.contexts import OF_BREATH, ON_AN_OCCASION
from skill.understanding.findings.asides import BY_NATURE
from skill.understanding.findings.candidates import BREATHLESS
from skill.understanding.findings.reservations import IN_JEST
from skill.understanding.grammar.matching import lies_in
from skill.understanding.heard import AnswerHeard, Heard
from skill.understanding.reading.outsiders import OF_NO_CASE
from skill.understanding.reading.reading import Reading

WELL_FIRST, NOT_SO_THEN, ONLY_THEN = "well-said-first", "not-so-then", "so-only-then"
"""The marks of who is well to begin with, of when it is otherwise, and of a no but for that."""
ON_LITTLE, MADE_LITTLE = "well-on-little", "made-little-of"
"""The marks of who is well at rest or at a slow walk, and of a niggle, which is pain and no more.
"""

OF_ITSELF = MEDICAL | HAPPENED | {"pain-at-rest", "night-pain", "severe-pain"}
"""Questions to which such a no is one: of what was, of a pain at rest and of one past bearing."""


def left_open(reading: Reading, heard: Heard) -> Heard:
    """The same, with what a no leaves open; put once more, the same words are a no."""
    context = reading.context
    if heard.answer != "no" or not context.looks_for_danger or context.doubted:
        return heard
    if not OF_ITSELF.isdisjoint(context.asked) or reading.has(IN_JEST, OF_NO_CASE, BY_NATURE):
        return heard
    if _is_denied_so(reading):
        return heard
    answer = _answer(reading)
    if answer is None or _tells_more(heard, answer):
        return heard
    return _only_then(reading, heard) if answer == "only_when" else replace(heard, answer=answer)


def _is_denied_so(reading: Reading) -> bool:
    """Whether it is a no to this question by its own words: a limp that is "only first thing"."""
    denials = [m for m in reading.of("no-at") if m.id == reading.context.question]
    only_then = [m for m in reading.marks if m.id == ONLY_THEN]
    return any(lies_in(one, m) for one in only_then for m in denials)


def _answer(reading: Reading) -> AnswerHeard | None:
    """What a no comes to by what it leaves open; None where it leaves nothing."""
    if reading.has(ONLY_THEN) or (reading.has(WELL_FIRST) and reading.has(NOT_SO_THEN)):
        return "only_when"
    if reading.has(ON_LITTLE):
        return "not_sure"
    return "not_really" if reading.has(MADE_LITTLE) else None


def _tells_more(heard: Heard, answer: AnswerHeard) -> bool:
    """Whether the words tell of the leg, of which they are said: "no, it only hurts when I run"."""
    told = heard.told - ON_AN_OCCASION
    return bool(told or heard.danger) or (heard.sore and answer != "not_really")


def _only_then(reading: Reading, heard: Heard) -> Heard:
    """The same, so on one occasion: breath that is short on it is told, and all is asked again."""
    question = str(reading.context.question)
    if question not in OF_BREATH:
        return replace(heard, answer="only_when", unclear=(question,))
    return replace(
        heard,
        answer="only_when",
        findings={**heard.findings, BREATHLESS: True},
        danger=(BREATHLESS,),
        unclear=(BREATHLESS, question),
    )
