"""Who it is about."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.contexts import AGE_QUESTIONS
from skill.understanding.findings.ages import ADULT, joins_in
from skill.understanding.findings.assertions import NOT_MINE
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import is_on_the_leg
from skill.understanding.numbers.numbers import Number
from skill.understanding.reading.outsiders import WHOSE
from skill.understanding.reading.reading import Reading


def person(reading: Reading, how_old: Number | None) -> Match | None:
    """The child or other grown-up that it is about; who is under eighteen is a child."""
    named = reading.of("person")
    if reading.context.opening:
        named += reading.of("person-alone")  # "My mum", where somebody begins.
    if not named or _only_had_it(reading):
        return None
    others = reading.of("harmless", "not-a-person")
    about = sorted(
        (
            m
            for m in named
            if not (reading.items and reading.items.names(m))  # "Under eighteen, no."
            and not any(
                o.start <= m.start < o.end and m.end <= max(o.end, m.start + 3) for o in others
            )
        ),
        key=lambda m: (m.id, m.start),
    )
    if not about:
        return None
    young = how_old is not None and how_old.value < ADULT
    if about[0].id == "child" and not young and _only_stands_by(reading, how_old):
        return None
    if about[0].id == "child" and how_old is not None and _is_grown(about[0], how_old):
        return replace(about[0], id="someone-else")
    return replace(about[0], id="child") if young else about[0]


def _only_had_it(reading: Reading) -> bool:
    """Whether somebody else is only who had what counted: "it was my son who had the fever, not
    me". Who is said to have a sore leg is the one who is hurt.
    """
    if reading.context.talk not in TALKS or not reading.has(NOT_MINE):
        return False
    told = {m.id for m in reading.of("finding")}
    return not told.isdisjoint(reading.context.counted) and not any(map(is_on_the_leg, told))


def _is_grown(named: Match, how_old: Number) -> bool:
    """Whether a grown-up's age is said of who is named: "my eighty year old mother"."""
    return how_old.value >= ADULT and named.start <= how_old.start <= named.end


TALKS = ("check", "result", "emergency")
"""Talks in which it is settled whose leg it is about."""


def _only_stands_by(reading: Reading, how_old: Number | None) -> bool:
    """Whether a child that is named is not said to be the one who is hurt, where it is settled who
    is: "my daughter would have said so".
    """
    context = reading.context
    if context.coaching:  # "My girl could do that, and she is six", but not "she's joining in".
        return not joins_in(reading)
    settled = context.question is not None and context.talk in TALKS
    if settled and reading.has("myself"):
        return True
    if reading.has(WHOSE):
        return False
    if reading.has("child-aged"):
        # "No, I'm thirty four and the baby is three", where it is asked who is to exercise.
        return context.question in AGE_QUESTIONS and any(m.id == "no" for m in reading.of("answer"))
    return settled or context.of_age or how_old is not None
