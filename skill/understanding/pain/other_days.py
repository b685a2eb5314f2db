"""A number that tells of another day: "a three, it was seven last week"."""

from __future__ import annotations

from skill.understanding.grammar.clauses import clause
from skill.understanding.numbers.numbers import Number
from skill.understanding.reading.reading import Reading

A_DAY = 1.0
"""Days: what is older was another day."""


def is_of_another_day(reading: Reading, one: Number) -> bool:
    """Whether its clause, or the end of the one before it, tells of an earlier day."""
    first, end = clause(reading.sentence, one.start)
    days = [time for time in reading.times if time.days >= A_DAY]
    if any(first <= time.start < end for time in days):
        return True
    return reading.sentence.has("<earlier-day>", range(first, end))


def of_now(reading: Reading, rated: list[Number]) -> list[Number]:
    """The numbers but for those that were told of another day: "seven last week", "it was a six
    last time".

    One that is compared with such a day is of now: "a seven, worse than last week".
    """
    if "<earlier-day>" not in reading.sentence.classes:
        return rated
    return [one for one in rated if not _was_another_day(reading, one)]


def _was_another_day(reading: Reading, one: Number) -> bool:
    sentence = reading.sentence
    first, end = clause(sentence, one.start)
    behind = one.end + sentence.reach(one.end, "<earlier-day>")
    if one.end < behind and not sentence.is_one_of(behind, ("<subject>", "<was>")):
        return True
    if not sentence.has("<was>", range(first, one.start)):
        return False
    days = [at for at in sentence.places("<earlier-day>") if first <= at < end]
    told = any(not sentence.is_one_of(at - 1, ("<measures-by>",)) for at in days)
    return told or sentence.ends(first, "<earlier-day>", 3)
