"""How long ago: "for three weeks", "since Tuesday", "two years ago", "about six weeks"."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from skill.library.types.hearing import Lexicon
from skill.understanding.clauses import clause
from skill.understanding.dates import since_holiday, since_month
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
LONGEST_IN_ORDER = 30
"""Days of the longest unit that is told by its number: "week five", but "year nine" is a class."""

MINUTE = 0.01
"""More days than any minute has, and fewer than an hour."""
A_DAY = 1
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
        *_in_order(lexicon, sentence, counted, context),
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


def _in_order(
    lexicon: Lexicon, sentence: Sentence, counted: list[Number], context: Context
) -> list[Time]:
    """Which day or week it is by now: "day four", "going on week six".

    Only where it is asked since when, and where nothing else stands before it: "it was bad day
    two" tells of one day, and so does "day two was bad".
    """
    if context.question not in TIME_QUESTIONS:
        return []
    spans: list[Time] = []
    for one in counted:
        named = one.start - 1
        unit = lexicon.units.get(sentence.words[named], 0) if named >= 0 else 0
        if not A_DAY <= unit <= LONGEST_IN_ORDER or _is_of_one_day(sentence, one.end):
            continue
        at = clause(sentence, named)[0]
        while at < named and (length := sentence.reach(at, "<before-order>")):
            at += length
        if at == named:
            spans.append(Time(one.value * unit, named, one.end, True))
    return spans


def _is_of_one_day(sentence: Sentence, at: int) -> bool:
    """Whether what follows tells how that day was, or of what the week is one."""
    return bool(sentence.reach(at, "<past>") or sentence.reach(at, "<of-a-plan>"))


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


NAMED_DAYS = frozenset({"days", "weekday", "month-of-year", "month-alone", "holiday"})
"""Kinds of words that name a time."""


def _named(sentence: Sentence, found: list[Match], context: Context) -> list[Time]:
    spans = []
    for match in found:
        if match.kind not in NAMED_DAYS or sentence.reach(match.end, "<span-of>"):
            continue  # "A month of rest."
        if match.kind == "month-alone" and context.question not in TIME_QUESTIONS:
            continue
        days = _days_since(sentence, match, context.today)
        spans.append(Time(days, match.start, match.end, True))
    return spans


def _days_since(sentence: Sentence, match: Match, today: date | None) -> float:
    """Days since the time that a match names."""
    if match.kind == "days":
        return float(match.id)
    if match.kind == "holiday":
        return since_holiday(match.id, today)
    if match.kind == "weekday":
        if today is None:
            return 4.0
        return (today.weekday() - int(match.id)) % DAYS_A_WEEK or DAYS_A_WEEK
    last = any(sentence.reach(at, "<last>") for at in (match.start - 1, match.start))
    return since_month(match.id, today, of_last_year=last)


def _longest(spans: list[Time]) -> list[Time]:
    return [span for span in spans if not within(span, spans)]
