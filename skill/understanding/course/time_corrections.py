"""A time that is told in place of another: "one week, not six", "I said one week"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.numbers.times import A_DAY, TIME_QUESTIONS, Time
from skill.understanding.reading.reading import Reading

NEAR_SAID = 2
"""Words between "I said" and the time that was said, at most."""
RATHER = 4
"""Words of "it's more like", at most."""


def corrects(reading: Reading) -> bool:
    """Whether a time is denied, or told once more."""
    times = reading.times
    if not times:
        return False
    if _denied(reading) or put_right(reading):
        return True
    sentence = reading.sentence
    if sentence.denies and any(_is_other_number(reading, time) for time in times):
        return True
    said = sentence.places("<said-before>")
    if not said:
        return False
    behind = (at + sentence.reach(at, "<said-before>") for at in said)
    return any(0 <= time.start - at <= NEAR_SAID for at in behind for time in times)


def takes_the_no(reading: Reading) -> bool:
    """Whether the "no" of a sentence denies a time, and not what is asked: "no wait, I said nine
    weeks", "no, not six weeks".
    """
    if reading.context.question in TIME_QUESTIONS or not corrects(reading):
        return False
    led = any(m.id == "correction" and m.start == 0 and m.end > 1 for m in reading.marks)
    return led or any(is_denied(reading, time) for time in reading.times)


def upheld(reading: Reading) -> list[Time]:
    """The times of a sentence without those that it denies; all where it tells no other."""
    denied = _denied(reading)
    if not denied:
        return put_right(reading) or reading.times
    wrong = {time.days for time in denied}
    right = [time for time in reading.times if time.days not in wrong]
    right += [time for one in denied if (time := _in_its_place(reading, one)) is not None]
    return right or reading.times


def put_right(reading: Reading) -> list[Time]:
    """The time that is told in place of one before it: "two weeks, it's more like two months"."""
    if len(reading.times) < 2:
        return []
    *before, last = reading.times
    sentence = reading.sentence
    at = last.start - 1
    while sentence.reach(at, "<been-for>"):
        at -= 1
    near = range(max(before[-1].end, at - RATHER), at + 1)
    leads = any(at + 1 - k == sentence.reach(k, "<rather-time>") for k in near)
    return [last] if leads else []


def _denied(reading: Reading) -> list[Time]:
    """The times that are said to be wrong."""
    if "<denies-time>" not in reading.sentence.classes:
        return []
    return [time for time in reading.times if is_denied(reading, time)]


def is_denied(reading: Reading, time: Time) -> bool:
    """Whether a time is said to be wrong: "not six weeks", "it hasn't been six weeks".

    "Not today" and "not since last week" answer, and deny no time.
    """
    sentence = reading.sentence
    if "<denies-time>" not in sentence.classes or sentence.reach(time.start, "<since-word>"):
        return False
    at = time.start - 1
    while at >= 0 and sentence.reach(at, "<been-for>"):
        at -= 1
    if not sentence.reach(at, "<denies-time>") or sentence.reach(at + 1, "<only>"):
        return False
    if time.days <= A_DAY and len(reading.times) == 1:
        return False
    return not any(sentence.reach(at - back, "<no-negation>") > back for back in range(3))


def _is_other_number(reading: Reading, time: Time) -> bool:
    """Whether the number of another time is denied right behind: "one week, not six"."""
    denies = reading.sentence.denies
    return any(time.end == n.start - 1 and n.start - 1 in denies for n in reading.numbers)


def _in_its_place(reading: Reading, denied: Time) -> Time | None:
    """The time of a bare number right behind one that is denied: "not six weeks, one"."""
    of_it = next((n for n in reading.numbers if n.start == denied.start and n.value), None)
    other = next((n for n in reading.numbers if n.start == denied.end), None)
    if of_it is None or other is None or other.end < len(reading.sentence):
        return None
    days = denied.days / of_it.value * other.value
    return replace(denied, days=days, start=other.start, end=other.end)
