"""Years in words: "nineteen fifty five", "two thousand and ten", "in ninety eight"."""

from __future__ import annotations

from datetime import date

from skill.library.types.hearing import Lexicon
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.numbers.numbers import Number

CENTURIES = (19, 20)
MOST_SMALL = 18
THOUSANDS = 2
"""No year begins with a number up to eighteen, but for the two of "two thousand"."""
A_YEAR_NAMED = 730.0
SHORT = frozenset(range(40, 100))
"""Two digits that are a year of the last century, where a word before them says so. In a range a
number with a point would be looked for one by one."""


def years(lexicon: Lexicon, sentence: Sentence, counted: list[Number]) -> list[Number]:
    """Every calendar year of a sentence."""
    found: list[Number] = []
    if all(one.value <= MOST_SMALL and one.value != THOUSANDS for one in counted):
        return found  # As mostly.
    for index, one in enumerate(counted):
        after = counted[index + 1] if index + 1 < len(counted) else None
        year = _year(sentence, one, after)
        if year is not None and not _is_counted(lexicon, sentence, year.end):
            found.append(year)
    return found


def _year(sentence: Sentence, one: Number, after: Number | None) -> Number | None:
    if 1900 <= one.value < 2100:
        return one
    if one.value == THOUSANDS and sentence.reach(one.end, "<thousand>"):
        end = one.end + sentence.reach(one.end, "<thousand>")
        gap = end + sentence.reach(end, "<and>")
        if after is not None and after.start in (end, gap) and after.value < 100:
            return Number(2000 + after.value, one.start, after.end)
        return Number(2000, one.start, end)
    follows = after is not None and after.start == one.end and 10 <= after.value < 100
    if one.value in CENTURIES and after is not None and follows:
        return Number(100 * one.value + after.value, one.start, after.end)
    at = one.start - 1
    at -= bool(sentence.reach(at, "<about>"))  # "Since about ninety", but "about ninety".
    if one.value in SHORT and sentence.reach(at, "<in-year>"):
        return Number(1900 + one.value, one.start, one.end)
    return None


def _is_counted(lexicon: Lexicon, sentence: Sentence, at: int) -> bool:
    """Whether something is counted by the number: "in ninety minutes"."""
    follows = sentence.words[at : at + 1]
    unit = bool(follows) and follows[0] in lexicon.units
    return unit or bool(sentence.reach(at, "<counted>") or sentence.reach(at, "<old>"))


def since_year(year: Number, today: date | None) -> float | None:
    """Days since the middle of a year; where today is not known, it was long ago."""
    if today is None:
        return A_YEAR_NAMED
    if year.value > today.year:
        return None
    return max((today - date(int(year.value), 7, 1)).days, 30.0)
