"""On which days and at what time: "Monday, Wednesday and Friday at seven"."""

from __future__ import annotations

from collections.abc import Container

from msgspec import Struct

from skill.library.types import PartOfDay
from skill.understanding.grammar.matching import Match, within
from skill.understanding.reading.reading import Reading

QUESTIONS = frozenset({"reminder-days", "reminder-time", "reminder-half", "reminder-confirm"})
OF_REMINDERS = frozenset({"remind", "change-reminder"})

DAYS = {
    "every-day": range(7),
    "working-days": range(5),
    "weekend": (5, 6),
    "with-a-day-between": (0, 2, 4),
    "twice": (0, 3),
}
"""Days of the week by what stands for several; Monday is 0."""

PARTS: dict[str, PartOfDay] = {
    "<before-noon>": "morning",
    "<afternoon>": "afternoon",
    "<evening>": "evening",
    "<night>": "night",
}


class Schedule(Struct, frozen=True):
    """Days from 0 for Monday, an hour and a minute as they were said, and the part of the day."""

    days: tuple[int, ...] = ()
    hour: int | None = None
    minute: int = 0
    part: PartOfDay | None = None
    once: bool = False


def schedule(reading: Reading, order: Match | None) -> Schedule | None:
    """The days and the time that are told where reminders are spoken of; None elsewhere."""
    ordered = order is not None and order.id in OF_REMINDERS
    if not ordered and reading.context.question not in QUESTIONS:
        return None
    sentence = reading.sentence
    once = bool(reading.of("not-so-often")) and not _days(reading)
    named = reading.of("at-hour")
    if named:
        hour, minute = int(named[-1].id), 0
        part: PartOfDay = "afternoon" if hour else "night"
        return Schedule(_days(reading), hour, minute, part, once)
    told = _clock(reading)
    parts = [part for name, part in PARTS.items() if name in sentence.classes]
    told_hour, told_minute = told or (None, 0)
    told_part = parts[0] if parts else _beside_digits(reading)
    found = Schedule(_days(reading), told_hour, told_minute, told_part, once)
    return None if found == Schedule() else found


def _days(reading: Reading) -> tuple[int, ...]:
    found = reading.of("on-day")
    days: set[int] = set()
    without: set[int] = set()
    excepting = False
    for one in sorted(found, key=lambda match: match.start):
        if within(one, found):
            continue
        named = DAYS.get(one.id) or (int(one.id),)
        excepting = excepting or any(
            reading.sentence.reach(at, "<except>") for at in range(one.start) if days
        )
        (without if excepting else days).update(named)
    return tuple(sorted(days - without))


def _beside_digits(reading: Reading) -> PartOfDay | None:
    """The part of the day that hangs on digits, as in "7am", or stands alone behind a number."""
    sentence = reading.sentence
    for at, word in enumerate(sentence.words):
        hanging: Container[str] = reading.lexicon.words.get(word.lstrip("0123456789"), ())
        if sentence.reach(at, "<am>"):
            hanging = ("<am>",) if at and _number(reading, at - 1)[0] is not None else ()
        elif not word[:1].isdigit():
            continue
        if "<am>" in hanging:
            return "morning"
        if "<evening>" in hanging:
            return "evening"
    return None


def _clock(reading: Reading) -> tuple[int, int] | None:
    """The last time of the day in a sentence."""
    sentence = reading.sentence
    found: tuple[int, int] | None = None
    at = 0
    while at < len(sentence):
        told, length = _time_at(reading, at)
        if told is not None and told[0] < 24 and told[1] < 60:
            found = told
        at += max(length, 1)
    return found


def _time_at(reading: Reading, at: int) -> tuple[tuple[int, int] | None, int]:
    """The time that begins at a word, and how many words tell it."""
    sentence = reading.sentence
    if sentence.is_one_of(at, PARTS):
        return None, max(sentence.reach(at, name) for name in PARTS)
    for name, minute in (("<half-past>", 30), ("<quarter-past>", 15), ("<quarter-to>", -15)):
        before = sentence.reach(at, name)
        hour, length = _number(reading, at + before) if before else (None, 0)
        if hour is not None:
            return _moved(hour, minute), before + length
    first, length = _number(reading, at)
    if first is None:
        return None, 1
    end = at + length
    if _is_counted(reading, end):
        return None, length
    for name, sign in (("<minutes-past>", 1), ("<minutes-to>", -1)):
        behind, more = _number(reading, end + 1) if sentence.reach(end, name) else (None, 0)
        if behind is not None:
            return _moved(behind, sign * first), length + 1 + more
    if first >= 100:  # "7 30" may arrive as 730.
        return divmod(first, 100), length
    minutes, more = _number(reading, end)
    if minutes is not None and (minutes >= 10 or sentence.words[end].startswith("0")):
        return (first, minutes), length + more
    return (first, 0), length


def _moved(hour: int, minutes: int) -> tuple[int, int]:
    return divmod((60 * hour + minutes) % (24 * 60), 60)


def _number(reading: Reading, at: int) -> tuple[int | None, int]:
    """A whole number at a word, and how many words it has; "twenty five" has two."""
    words, numbers = reading.sentence.words, reading.lexicon.numbers
    if at >= len(words) or reading.sentence.reach(at, "<article>"):
        return None, 0
    digits = words[at][: len(words[at]) - len(words[at].lstrip("0123456789"))]
    if digits:
        return int(digits[:4]), 1
    value = numbers.get(words[at])
    if value is None or value != int(value):
        return None, 0
    more = numbers.get(words[at + 1]) if at + 1 < len(words) else None
    if value in (20, 30, 40, 50) and more is not None and 0 < more < 10:
        return int(value + more), 2
    return int(value), 1


def _is_counted(reading: Reading, at: int) -> bool:
    """Whether a number counts days, minutes or times, and so is no hour."""
    words = reading.sentence.words[at : at + 1]
    counted = reading.sentence.reach(at, "<counted>") or (
        words and words[0] in reading.lexicon.units
    )
    return bool(counted)
