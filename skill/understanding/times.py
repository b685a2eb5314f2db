"""How long ago: "for three weeks", "since Tuesday", "two years ago", "about six weeks"."""

from __future__ import annotations

from typing import NamedTuple

from skill.library.types.hearing import Lexicon
from skill.understanding.heard import Context
from skill.understanding.matching import Match, Sentence, within
from skill.understanding.numbers import Number
from skill.understanding.years import since_year, years


class Time(NamedTuple):
    """Days ago, the words that say so, and whether they say outright how long it has been."""

    days: float
    start: int
    end: int
    outright: bool


DAYS_A_WEEK = 7
A_MONTH_NAMED = 90.0
"""Days to a month that is named, where today is not known."""

MINUTE = 0.01
"""More days than any minute has, and fewer than an hour."""
TIME_QUESTIONS = ("how-it-began", "over-six-weeks", "since")


def times(
    lexicon: Lexicon,
    sentence: Sentence,
    counted: list[Number],
    found: list[Match],
    context: Context,
) -> list[Time]:
    """Every time span of the past that a sentence tells, in order."""
    has_time = any(match.id == "has-time" and match.kind == "mark" for match in found)
    every = [
        *_counted(lexicon, sentence, counted, context, has_time),
        *_named(sentence, found, context),
    ]
    for year in years(lexicon, sentence, counted):
        days = since_year(year, context.today)
        if days is not None and not is_birth(sentence, year.start):
            every.append(Time(days, year.start, year.end, True))
    rates = [match for match in found if match.kind == "no-span"]
    spans = [  # "Five times a week" is no week.
        one for one in every if not any(rate.start <= one.start < rate.end for rate in rates)
    ]
    return sorted(_longest(spans), key=lambda time: time.start)


def is_birth(sentence: Sentence, at: int) -> bool:
    """Whether the year that begins at a word is that of a birth."""
    return any(sentence.reach(at - back, "<born>") for back in (1, 2, 3))


def _counted(
    lexicon: Lexicon,
    sentence: Sentence,
    counted: list[Number],
    context: Context,
    has_time: bool,
) -> list[Time]:
    spans: list[Time] = []
    taken = -1
    for at, word in enumerate(sentence.words):
        unit = lexicon.units.get(word)
        if unit is None or at <= taken:
            continue
        number = next((n for n in counted if n.end == at), None)
        between = sentence.reach(at - 1, "<good>")
        if number is None and between:
            number = next((n for n in counted if n.end == at - 1), None)
        if number is None:
            continue
        value, end = number.value, at + 1
        half = sentence.reach(end, "<and-half>")
        if half:
            value, end = value + 0.5, end + half
        taken = end - 1
        start = number.start
        if not sentence.reach(end, "<ago>") and _is_no_age(sentence, start, end, unit):
            continue
        before = sentence.reach(start - 1, "<since>") or sentence.reach(start - 2, "<since>")
        ago = sentence.reach(end, "<ago>")
        outright = bool(before or ago)
        asked = context.question in TIME_QUESTIONS and unit > MINUTE
        if unit < 1 and has_time:
            continue  # "I have ten minutes."
        gone = ago if unit > MINUTE else sentence.reach(end, "<gone-by>")
        told = asked or (unit > MINUTE and sentence.reach(start - 1, "<for>"))
        if unit < 1 and not gone and not told:  # "Stiff for twenty minutes and it eases."
            continue
        spans.append(Time(value * unit, start, end + ago, outright))
    return spans


def _is_no_age(sentence: Sentence, start: int, end: int, unit: float) -> bool:
    """Whether it is an age in years, a time to come, or a time that something takes.

    Nobody runs for weeks: "sore when I run, about three weeks" tells since when.
    """
    if sentence.reach(end, "<old>") or sentence.reach(end, "<span-of>"):
        return True
    between = any(sentence.reach(start - 1, name) for name in ("<for>", "<since>", "<light>"))
    before = (start - 1, start - 2) if between else (start - 1,)
    names = ("<span-before>", "<moves>") if unit < DAYS_A_WEEK else ("<span-before>",)
    return any(sentence.reach(at, name) for at in before for name in names)


NAMED_DAYS = frozenset({"days", "weekday", "month-of-year", "month-alone"})
"""Kinds of words that name a time."""


def _named(sentence: Sentence, found: list[Match], context: Context) -> list[Time]:
    spans = []
    for match in found:
        if match.kind not in NAMED_DAYS or sentence.reach(match.end, "<span-of>"):
            continue  # "A month of rest."
        if match.kind == "days":
            spans.append(Time(float(match.id), match.start, match.end, True))
        elif match.kind == "weekday":
            days = 4.0
            if context.today is not None:
                passed = (context.today.weekday() - int(match.id)) % DAYS_A_WEEK
                days = passed or DAYS_A_WEEK
            spans.append(Time(days, match.start, match.end, True))
        elif match.kind == "month-of-year" or (
            match.kind == "month-alone" and context.question in TIME_QUESTIONS
        ):
            days = A_MONTH_NAMED
            if context.today is not None:
                days = 30.0 * ((context.today.month - int(match.id)) % 12 or 12)
            spans.append(Time(days, match.start, match.end, True))
    return spans


def _longest(spans: list[Time]) -> list[Time]:
    return [span for span in spans if not within(span, spans)]
