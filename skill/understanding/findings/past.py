"""What was long ago: a twist of years back is an old sprain, and no part of the present trouble."""

from __future__ import annotations

from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.lists.roll_call import FOR_A_REASON
from skill.understanding.numbers.times import Time
from skill.understanding.reading.reading import Reading

LONG_AGO = 180
"""Days after which a twist or a snap is no part of the present trouble, unless it is said so."""

OLD_BREAK, INJURY = "old-fracture-or-metal", "recent-twist-or-fall"
"""A bone that was once broken, and what it is where it broke now."""
FRESH_UP_TO = 42
"""Days up to which a break is the injury of today."""
AGAIN = 3
"""Words from an "again" to the time that it came again, at most."""

NOTHING = "none"
"""What a finding becomes that tells nothing of today."""


TAKES = ("<takes-now>", "<takes-or-took>")
"""Classes of words that lead to what is taken."""

MOST = 4
"""Words of "I am still on", at most."""


def dated(reading: Reading, match: Match) -> str:
    """The id of a finding that is so: what it becomes where it was long ago, or `NOTHING`."""
    becomes = reading.lexicon.becomes.get(match.id)
    if becomes is None or _is_taken_now(reading.sentence, match, reading.times):
        return match.id
    if any(m.id == FOR_A_REASON and m.start == match.start for m in reading.marks):
        return match.id  # "It's not swelled from nothing, it was the break thirty years ago."
    if not _long_ago(reading.sentence, match, reading.times, reading.marks):
        return match.id
    is_other = becomes == "old-sprain" and not is_twist(reading.sentence, match)
    return NOTHING if is_other else becomes


def broken_anew(reading: Reading, match: Match) -> tuple[str, ...]:
    """What words of a broken bone tell: an old break, a fresh one ("broke it last week"), or both
    ("broke it in ninety six and again last week").
    """
    sentence = reading.sentence
    if not sentence.has("<breaks>", range(match.start, match.end)):
        return (match.id,)
    first, after = said_of(sentence, match)
    here = [t for t in reading.times if first <= t.start < after]
    fresh = [t for t in here if t.days < FRESH_UP_TO]
    if not fresh:
        return (match.id,)
    old = any(t.days >= LONG_AGO for t in here)
    old = old or any(m.id == "long-ago" and first <= m.start < after for m in reading.marks)
    if not old:
        return (INJURY,)
    again = any(sentence.has("<again>", range(t.start - AGAIN, t.end + 1)) for t in fresh)
    return (match.id, INJURY) if again else (match.id,)


def is_twist(sentence: Sentence, match: Match) -> bool:
    """Whether words tell of a twist, not of a fall or a knock."""
    return sentence.has("<twisted>", range(match.start, match.end))


def _is_taken_now(sentence: Sentence, match: Match, all_times: list[Time]) -> bool:
    """Whether words of today lead to a medicine: "I take prednisolone, the jab was years back".

    "I took" is heard like "I take", so a time right behind it is that of the medicine.
    """
    if sentence.classes.isdisjoint(TAKES):
        return False
    at = match.start
    while sentence.reach(at - 1, "<light>") and not _takes(sentence, at):
        at -= 1
    if sentence.ends(at, "<takes-now>", MOST):
        return True
    told = any(0 <= time.start - match.end <= 1 for time in all_times)
    return sentence.ends(at, "<takes-or-took>", MOST) and not told


def _takes(sentence: Sentence, at: int) -> bool:
    return any(sentence.ends(at, name, MOST) for name in TAKES)


def said_of(sentence: Sentence, match: Match) -> tuple[int, int]:
    """The clause of a match, with what is said of it behind: "I fell, but that was years ago"."""
    first, after = clause(sentence, match.start)
    behind = after + (1 if sentence.reach(after, "<contrast>") else 0)
    if sentence.reach(behind, "<that-was>"):
        after = clause(sentence, behind)[1]
    return first, after


def _long_ago(sentence: Sentence, match: Match, all_times: list[Time], marks: list[Match]) -> bool:
    """Whether a time in its clause, or right before it, is long ago."""
    first, after = said_of(sentence, match)
    if any(first <= t.start < after and t.outright and t.days < LONG_AGO for t in all_times):
        return False  # "At school, today."
    long_ago = [m for m in marks if m.id == "long-ago"]
    old = [t for t in all_times if t.outright and t.days >= LONG_AGO and not _lasts(sentence, t)]
    spans = [(one.start, one.end) for one in long_ago] + [(one.start, one.end) for one in old]
    return any(first <= start < after or end == first for start, end in spans)


def _lasts(sentence: Sentence, time: Time) -> bool:
    """Whether a time tells how long something has been there ("for two years", "five years now"),
    not when it was.
    """
    if sentence.has("<up-to-now>", range(time.start, time.end + 1)):
        return True
    before = any(sentence.reach(time.start - back, "<lasting>") for back in range(4))
    return before and not sentence.has("<gone-by>", range(time.start, time.end))


def recurs(sentence: Sentence, time: Time) -> bool:
    """Whether a time tells how often something comes: "every few weeks", "once a month"."""
    if sentence.reach(time.start, "<habitually>"):
        return False  # "Since I was a kid", "for years".
    return sentence.has("<habitually>", range(time.start - 2, time.start))
