"""Better or worse by how it was and how it is: "once a week before, and now every day"."""

from __future__ import annotations

from skill.understanding.grammar.matching import Match, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.pain.ratings import MOST_PAIN
from skill.understanding.reading.reading import Reading

WAS_OR_IS = (Holds.IS, Holds.OVER)
"""How a grade is said to be: "it used to hurt" is over, and was so."""


def changed(reading: Reading) -> Match | None:
    """The course that follows from two grades, or two ratings: one of earlier, and one of now."""
    if not (reading.has("by-now") and reading.has("earlier")):
        return None
    marks = reading.marks
    turns = [m for m in marks if m.id == "by-now" and m.start > 0]
    if not turns:
        return None
    now = max(turns, key=lambda m: m.start)
    if not any(m.id == "earlier" and m.start < now.start for m in marks):
        return None
    ratings = [(n.value, n.start, n.end) for n in reading.numbers if _rates(reading, n.end)]
    then, since = _split([one for one in ratings if one[0] <= MOST_PAIN], now)
    if not (then and since):
        grades = reading.of("grade")
        outer = [m for m in grades if not within(m, grades) and reading.holds(m) in WAS_OR_IS]
        then, since = _split([(float(m.id), m.start, m.end) for m in outer], now)
        then = [one for one in then if one[0]]  # "Fine till Sunday, now it hurts": it began.
    if not (then and since):
        return None
    before, after = then[-1], max(since)
    if before[0] == after[0]:
        return None
    id = "worse" if after[0] > before[0] else "better"
    return Match("course", id, before[1], after[2])


def _rates(reading: Reading, end: int) -> bool:
    """Whether a number stands by itself, and counts nothing."""
    sentence = reading.sentence
    return (
        end == len(sentence)
        or end in sentence.hard
        or bool(sentence.reach(end, "<of-ten>") or sentence.reach(end, "<joins>"))
    )


def _split(
    told: list[tuple[float, int, int]], now: Match
) -> tuple[list[tuple[float, int, int]], list[tuple[float, int, int]]]:
    """What was told before a "now", and what behind it."""
    told = sorted(told, key=lambda one: one[1])
    return [one for one in told if one[2] <= now.start], [one for one in told if one[1] >= now.end]
