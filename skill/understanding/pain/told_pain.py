"""A pain in numbers that nobody asked for: "it was only a six before", "stopped at seven"."""

from __future__ import annotations

from skill.understanding.numbers.numbers import Number
from skill.understanding.pain.ratings import MOST_PAIN, is_counted, is_rating, stands_for
from skill.understanding.reading.reading import Reading

BY_THE_WAY = ("before-exercise", "launch", "check")
"""The kinds of talk in which a pain may be told beside something else."""
COUNT_QUESTIONS = ("which-level", "last-sessions")
"""The questions to which a number is a step, or how often it was done."""
NEAR = 3
"""Words between what hurts, or a stop, and its number, at most."""


def told(reading: Reading) -> tuple[int, Number] | None:
    """The highest pain that is told by the way, with its words; None where a number is asked for.

    A half counts up.
    """
    if reading.context.talk not in BY_THE_WAY or not reading.numbers:
        return None
    rated = [one for one in reading.numbers if _rates(reading, one)]
    if not rated:
        return None
    one = max(rated, key=lambda n: n.value)
    return int(one.value + 0.5), one


def _rates(reading: Reading, one: Number) -> bool:
    """Whether a number is called one ("a six"), or stands behind what hurts or what ended."""
    sentence = reading.sentence
    if one.value > MOST_PAIN or not is_rating(reading, one):
        return False
    if is_counted(reading, one) or stands_for(reading, one):
        return False
    if sentence.reach(one.end, "<of-ten>"):
        return True
    at = range(max(0, one.start - NEAR), one.start)
    if sentence.has("<ends-at>", at):
        return True
    counts = reading.context.question in COUNT_QUESTIONS
    rises = sentence.has("<rises-to>", at)
    if rises and (not counts or _hurts(reading)):
        return True
    ends = one.end == len(sentence) or one.end in sentence.hard
    called = any(
        sentence.reach(back, "<rated-as>") == one.start - back for back in range(one.start)
    )
    behind = sentence.is_one_of(one.end, ("<behind-rating>", "<behind-told>"))
    named = rises or sentence.has("<rated-by>", range(max(0, one.start - 2), one.start))
    if called and (ends or behind):
        return not counts or named or _hurts(reading)
    return named and _hurts(reading) and (ends or behind)


def _hurts(reading: Reading) -> bool:
    """Whether the sentence speaks of pain, or of what was ended for it."""
    sentence = reading.sentence
    return bool(reading.so("hurts")) or sentence.has("<tells-pain>", range(len(sentence)))
