"""Breath that is short in an exercise: "I'm puffed, hang on" may tell of the effort alone."""

from __future__ import annotations

from skill.understanding.contexts import PAIN_QUESTIONS
from skill.understanding.findings.assertions import Told
from skill.understanding.findings.chests import CHEST, IN_DOUBT
from skill.understanding.grammar.matching import Match, calmed, lies_in, meet
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import BREATH_OF_EXERCISE, BREATH_ON_EFFORT, Reading

WINDED = "winded"
"""The kind of a match whose words tell of breath that effort takes from anybody."""
OF_EFFORT = frozenset({BREATH_OF_EXERCISE, BREATH_ON_EFFORT, "effort"})
"""Phrases that name the effort, or the pause that it calls for."""


def without_effort(reading: Reading, told: list[Told]) -> list[Told]:
    """What is told, breath that may be short of the effort alone being in doubt.

    With words that name the effort it tells of nothing, but where the pain is asked about: there
    a no beside it is none to the pain. Where it is asked whether it is more, it tells nothing new.
    """
    context = reading.context
    found = [m for m in reading.of(WINDED) if _is_so(reading, m)]
    if not found or not (context.coaching or context.winded):
        return told
    rest = [
        one
        for one in told
        if not (one.id == CHEST and any(_is_no_more(one.match, m) for m in found))
    ]
    if context.winded:
        return rest
    return [*rest, *(Told(CHEST, Holds.IS, Match(WINDED, CHEST, m.start, m.end)) for m in found)]


def _is_no_more(match: Match, winded: Match) -> bool:
    """Whether words of breath tell no more than that it is short, or are in doubt themselves."""
    return lies_in(match, winded) or (match.kind == IN_DOUBT and meet(match, winded))


def is_winded(told: list[Told]) -> bool:
    """Whether all that is told of breath is that effort took it."""
    breath = [one for one in told if one.id == CHEST and one.holds is Holds.IS]
    return bool(breath) and all(one.match.kind == WINDED for one in breath)


def _is_so(reading: Reading, match: Match) -> bool:
    noes = any(m.id in ("no", "not-really") for m in reading.of("answer"))
    asked = noes and reading.context.question in PAIN_QUESTIONS
    calm = [m for m in reading.of("harmless") if not (asked and m.id in OF_EFFORT)]
    so = reading.context.winded or reading.holds(match) is Holds.IS
    return (so or (asked and _is_answered_first(reading, match))) and not calmed(match, calm)


def _is_answered_first(reading: Reading, match: Match) -> bool:
    """Whether all that denies it is an answer before it: "no, bit winded"."""
    sentence = reading.sentence
    denials = [at for at in range(match.start) if at in sentence.denies]
    answers = {at for m in reading.of("answer") if m.start == 0 for at in range(m.end)}
    return {*denials} <= answers and not sentence.denies.intersection(range(match.start, match.end))
