"""How long ago: "for three weeks", "since Tuesday", "two years ago", "about six weeks"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from skill.library.types.hearing import Lexicon
from skill.understanding.contexts import Context
from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, within
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.numbers.dates import Part, since_holiday, since_month
from skill.understanding.numbers.numbers import Number
from skill.understanding.numbers.years import since_year, years


class Time(Struct, frozen=True, gc=False):
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
LASTED = "has-lasted"
"""The mark of words that tell how long it has been there: "it's bothered me three years"."""
TIME_QUESTIONS = ("how-it-began", "over-six-weeks", "since")


def times(
    lexicon: Lexicon,
    sentence: Sentence,
    counted: list[Number],
    by_kind: Mapping[str, list[Match]],
    context: Context,
) -> list[Time]:
    """Every time span of the past that a sentence tells, in order."""
    if not counted and by_kind.keys().isdisjoint(TIMED):
        return []
    every = [
        *_counted(lexicon, sentence, counted, context, by_kind.get("mark", [])),
        *_in_order(lexicon, sentence, counted, by_kind.get("ordinal", []), context),
        *_named(sentence, by_kind, context),
    ]
    for year in years(lexicon, sentence, counted):
        days = since_year(year, context.today)
        if days is not None and not is_birth(sentence, year.start):
            every.append(Time(days, year.start, year.end, True))
    if not every:
        return []
    rates = by_kind.get("no-span", ())
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
    marks: list[Match],
) -> list[Time]:
    """The times that a number and a unit tell: "three weeks ago", "for a month and a half"."""
    spans: list[Time] = []
    taken = -1
    lasted = [mark for mark in marks if mark.id == LASTED]
    has_time = any(mark.id == "has-time" for mark in marks)
    for at, word in enumerate(sentence.words if counted else ()):
        unit = lexicon.units.get(word)
        if unit is None or at <= taken:
            continue
        number = _number_before(sentence, counted, at)
        if number is None:
            continue
        value, start, end = number.value, number.start, at + 1
        half = sentence.reach(end, "<and-half>")
        if half:
            value, end = value + 0.5, end + half
        taken = end - 1
        ago = sentence.reach(end, "<ago>")
        said = any(mark.start <= start < mark.end for mark in lasted)
        if not (ago or said) and _is_no_age(sentence, start, end, unit):
            continue
        if unit < 1 and (has_time or not _is_since(sentence, start, end, unit, context)):
            continue  # "I have ten minutes", "stiff for twenty minutes and it eases".
        before = sentence.reach(start - 1, "<since>") or sentence.reach(start - 2, "<since>")
        told = before or ago or said or _is_terse(sentence, start, end, unit, context)
        spans.append(Time(value * unit, start, end + ago, bool(told)))
    return spans


def _is_terse(sentence: Sentence, start: int, end: int, unit: float, context: Context) -> bool:
    """Whether who begins tells only what hurts and since when: "sore ankle, three weeks"."""
    if context.question is not None or context.talk != "launch" or unit < A_DAY:
        return False
    if start == 0 or end not in (len(sentence), *sentence.hard):
        return False
    before = range(start)
    return sentence.has("<hurt>", before) and not any(
        sentence.reach(at, "<verb>") and not sentence.reach(at, "<hurt>") for at in before
    )


def _number_before(sentence: Sentence, counted: list[Number], at: int) -> Number | None:
    """The number right before a unit, or before its "good"."""
    number = next((n for n in counted if n.end == at), None)
    if number is None and sentence.reach(at - 1, "<good>"):
        return next((n for n in counted if n.end == at - 1), None)
    return number


def _is_since(sentence: Sentence, start: int, end: int, unit: float, context: Context) -> bool:
    """Whether minutes or hours tell since when, and not how long something takes."""
    gone = sentence.reach(end, "<ago>" if unit > MINUTE else "<gone-by>")
    asked = context.question in TIME_QUESTIONS or sentence.reach(start - 1, "<for>")
    return bool(gone or (asked and unit > MINUTE))


def _in_order(
    lexicon: Lexicon,
    sentence: Sentence,
    counted: list[Number],
    ordinals: list[Match],
    context: Context,
) -> list[Time]:
    """Which day or week it is by now: "day four", "going on week six", "my third week".

    Only where it is asked since when, and where nothing else stands before it: "it was bad day
    two" tells of one day, and so does "day two was bad".
    """
    if context.question not in TIME_QUESTIONS:
        return []
    named = [(one.value, one.start - 1, one.start - 1, one.end) for one in counted if one.start]
    named += [
        (float(one.id), one.start, one.end, one.end + 1)
        for one in ordinals
        if one.id.isdigit() and one.end < len(sentence)
    ]
    spans: list[Time] = []
    for value, start, at_unit, end in named:
        unit = lexicon.units.get(sentence.words[at_unit], 0)
        if not A_DAY <= unit <= LONGEST_IN_ORDER or _is_of_one_day(sentence, start, end):
            continue
        at = clause(sentence, start)[0]
        while at < start and (length := sentence.reach(at, "<before-order>")):
            at += length
        if at == start:
            spans.append(Time(value * unit, start, end, True))
    return spans


def _is_of_one_day(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what follows tells how that day was, or of what the week is one."""
    if sentence.reach(end, "<past>") or sentence.reach(end, "<of-a-plan>"):
        return True
    follows = end in sentence.hard and not sentence.reach(end, "<joins>")
    return follows and start == clause(sentence, start)[0]  # "Day two it puffed up."


def _is_no_age(sentence: Sentence, start: int, end: int, unit: float) -> bool:
    """Whether it is an age in years, a time to come, or a time that something takes.

    Nobody runs for weeks: "sore when I run, about three weeks" tells since when.
    """
    if sentence.reach(end, "<old>") or sentence.reach(end, "<span-of>"):
        return True
    between = sentence.is_one_of(start - 1, ("<for>", "<since>", "<light>"))
    before = (start - 1, start - 2) if between else (start - 1,)
    names = ("<span-before>", "<moves>") if unit < DAYS_A_WEEK else ("<span-before>",)
    if sentence.classes.isdisjoint(names):
        return False
    words = [at for at in before if not _is_now_and_then(sentence, at)]
    return any(sentence.reach(at, name) for at in words for name in names)


LONGEST_NOW_AND_THEN = 4
"""Words of "every so often"."""


def _is_now_and_then(sentence: Sentence, at: int) -> bool:
    """Whether a word ends one that tells how often: "it ached on and off for two years"."""
    return any(
        sentence.reach(at - before, "<now-and-then>") > before
        for before in range(1, LONGEST_NOW_AND_THEN)
    )


NEAR_A_MONTH = 3
"""Words before a month in which its part is told: "the end of October"."""

PARTS: Mapping[str, Part] = {"<early>": "early", "<late>": "late"}

NAMED_DAYS = ("days", "weekday", "month-of-year", "month-alone", "holiday")
"""Kinds of words that name a time."""

TIMED = frozenset({*NAMED_DAYS, "ordinal"})
"""Those, and what a day or a week is counted by."""


def _named(sentence: Sentence, by_kind: Mapping[str, list[Match]], context: Context) -> list[Time]:
    spans = []
    if by_kind.keys().isdisjoint(NAMED_DAYS):
        return []
    for match in (match for kind in NAMED_DAYS for match in by_kind.get(kind, ())):
        if sentence.reach(match.end, "<span-of>"):
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
    near = range(match.start - NEAR_A_MONTH, match.start + 1)
    last = sentence.has("<last>", near[-2:])
    parts = [part for name, part in PARTS.items() if sentence.has(name, near)]
    return since_month(match.id, today, parts[0] if parts else "middle", of_last_year=last)


def _longest(spans: list[Time]) -> list[Time]:
    if len(spans) < 2:
        return spans
    # "It twists, for years now": the "now" is that of the years.
    lasting = [span for span in spans if span.days > 0]
    spans = [
        s
        for s in spans
        if s.days > 0 or not any(s.start < o.start and o.end == s.end for o in lasting)
    ]
    return [span for span in spans if not within(span, spans)]
