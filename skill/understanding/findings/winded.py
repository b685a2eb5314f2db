"""Breath that is short in an exercise: "I'm puffed, hang on" may tell of the effort alone."""

from __future__ import annotations

from skill.understanding.findings.assertions import Told
from skill.understanding.findings.chests import CHEST
from skill.understanding.grammar.matching import Match, calmed, lies_in
from skill.understanding.grammar.polarity import Holds
from skill.understanding.heard import PAIN_QUESTIONS
from skill.understanding.reading.reading import BREATH_ON_EFFORT, Reading

WINDED = "winded"
"""The kind of a match whose words tell of breath that effort takes from anybody."""
OF_EFFORT = frozenset({BREATH_ON_EFFORT, "effort"})
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
        one for one in told if not (one.id == CHEST and any(lies_in(one.match, m) for m in found))
    ]
    if context.winded:
        return rest
    return [*rest, *(Told(CHEST, Holds.IS, Match(WINDED, CHEST, m.start, m.end)) for m in found)]


def is_winded(told: list[Told]) -> bool:
    """Whether all that is told of breath is that effort took it."""
    breath = [one for one in told if one.id == CHEST and one.holds is Holds.IS]
    return bool(breath) and all(one.match.kind == WINDED for one in breath)


def _is_so(reading: Reading, match: Match) -> bool:
    noes = any(m.id in ("no", "not-really") for m in reading.of("answer"))
    asked = noes and reading.context.question in PAIN_QUESTIONS
    calm = [m for m in reading.of("harmless") if not (asked and m.id in OF_EFFORT)]
    so = reading.context.winded or reading.holds(match) is Holds.IS
    return so and not calmed(match, calm)
