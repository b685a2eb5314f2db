"""Whether something that was said is so: negation and its reach, and what is supposed."""

from __future__ import annotations

from enum import Enum

from skill.understanding.behind import BEHIND, is_denied_behind
from skill.understanding.clauses import clause, is_subject
from skill.understanding.degree import is_played_down
from skill.understanding.matching import Match, Sentence
from skill.understanding.presuppositions import is_presupposed
from skill.understanding.recovery import is_gone


class Holds(Enum):
    """How something is said to be."""

    IS = "is"
    IS_NOT = "is not"
    OVER = "over"
    LONG_AGO = "long ago"
    SUPPOSED = "supposed"


NEAR = 3
"""Words after "it isn't that it doesn't" that this denies twice."""

LATE = 3
"""Light words between what was not so and the "until" behind it, at most."""

PLACES = ("place-", "pain-")
"""How the ids of regions and places begin."""

AT_REST = "pain-at-rest"
"""The one id that begins like a place and tells when it hurts."""

OCCASIONS = ("worse-", "hurts-", "tender-", "settles-", "warms-up", "one-spot-")
"""How the ids of what is told by a condition begin: "if I walk on a slope it's agony"."""

REACH = 7
"""Words over which a negation reaches at most."""


def is_place(id: str) -> bool:
    """Whether an id is that of a region or a place."""
    return id.startswith(PLACES) and id != AT_REST


def is_on_the_leg(id: str) -> bool:
    """Whether an id is that of a region, a place, or a line on one."""
    return is_place(id) or id.startswith("along-")


ASKS_WHY = "asks-why-heard"
"""The mark of a question why something is said of somebody."""

_SUPPOSING = ("supposed", "others", "may-be", "if", "question", ASKS_WHY)
_DENYING = ("not-that-not", "rather-than", "denied-behind", "overstated")
_OF_THE_PAST = ("ceased", "gone", "fine", "was-once", "for-now", "cleared", "spreads")
BEARING = frozenset({*_SUPPOSING, "granted", *_DENYING, *_OF_THE_PAST})
"""The marks that bear on how something is said to be."""


def polarity(sentence: Sentence, match: Match, marks: list[Match]) -> Holds:
    """How a finding is said to be, by those of a sentence's marks that bear on it."""
    if is_presupposed(sentence, match):
        return Holds.OVER if marks and is_gone(sentence, match, marks) else Holds.IS
    first, _ = clause(sentence, match.start)
    if marks and _supposed(sentence, match, first, marks):
        return Holds.SUPPOSED
    if _doubted(sentence, match, first) and not _is_so_after_all(match, marks):
        return Holds.SUPPOSED
    denied = negated(sentence, match, first) or (marks and _outdone(match, marks))
    if denied and sentence.reach(match.end, "<until-now>") and _was_never(sentence, match, first):
        return Holds.SUPPOSED
    if denied and not _is_so_after_all(match, marks):
        return Holds.IS_NOT
    if (marks or sentence.weakened) and is_played_down(sentence, match, marks):
        return Holds.SUPPOSED
    if marks and (_has_ceased(match, marks) or is_gone(sentence, match, marks)):
        return Holds.OVER
    return Holds.IS


def _has_ceased(match: Match, marks: list[Match]) -> bool:
    """Whether a "has stopped" stands right before it."""
    return any(m.id == "ceased" and m.end == match.start for m in marks)


def _is_so_after_all(match: Match, marks: list[Match]) -> bool:
    """Whether a denial is denied right before: "it isn't that it doesn't hurt"."""
    return any(m.id == "not-that-not" and 0 <= match.start - m.end <= NEAR for m in marks)


def negated(sentence: Sentence, match: Match, first: int) -> bool:
    """Whether a negation before it, or a bare one right behind it, reaches it.

    "Nothing walking, only when I run": what begins with an "only" is an exception. What was not so
    until a time is so since: "it didn't puff up till the next day".
    """
    if not sentence.denies and sentence.classes.isdisjoint(BEHIND):
        return False
    if _begins_late(sentence, match):
        return False
    if sentence.reach(match.end, "<as-now>") and _was_never(sentence, match, first):
        return False
    if _is_said_twice(sentence, match.start) and match.start - 2 in sentence.denies:
        return True  # "Not severe severe": the first of the two has spent the negation.
    if sentence.reach(match.start, "<only>") and not _negates(
        sentence, match.start - 1, match.start
    ):
        return False
    if match.end == len(sentence) and _is_not_really(sentence, match.start):
        return True
    if _is_some(sentence, match.start):
        return False
    for at in range(match.start - 1, max(first, match.start - REACH) - 1, -1):
        if sentence.reach(at, "<ends-negation>") and not _follows_even(sentence, at):
            break
        if _is_some(sentence, at) or _is_left_over(sentence, at, first):
            break
        if sentence.reach(at, "<no>") and _is_affirmed_behind(sentence, match, at):
            break
        if _negates(sentence, at, match.start):
            return not _denied_again(sentence, at, first, match.start)
    return is_denied_behind(sentence, match, first, at_a_place=is_place(match.id))


def _was_never(sentence: Sentence, match: Match, first: int) -> bool:
    """Whether a "never had" stands before it, which compares, and no plain "no"."""
    return any(sentence.reach(at, "<never-had>") for at in range(first, match.start))


def _is_some(sentence: Sentence, at: int) -> bool:
    """Whether a little of what follows is said to be there: "no pain today, bit of swelling"."""
    if not sentence.reach(at, "<some-of>"):
        return False
    before = at - 1 - bool(sentence.reach(at - 1, "<light>"))
    denied = before in sentence.denies and not sentence.reach(before, "<no>")  # "No, bit of pain."
    return not (denied or _follows_even(sentence, at))


def _is_left_over(sentence: Sentence, at: int, first: int) -> bool:
    """Whether what follows is left of what is denied: "none of those, bar tingling", "nothing new,
    just the tingling".
    """
    if sentence.reach(at, "<excepting>"):
        return True
    if not sentence.reach(at, "<just>"):
        return False
    last = next((back for back in range(at - 1, first - 1, -1) if back in sentence.denies), None)
    return last is not None and bool(sentence.reach(last, "<bare-no>"))


def _is_affirmed_behind(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether a "no" before a match is an answer, as what stands behind it says that it is so.

    "No, tingling sometimes", and "no injury, chest pain yes", where the "no" has its own thing.
    """
    if sentence.reach(match.end, "<now-and-then>"):
        return True
    own = any(not sentence.reach(between, "<light>") for between in range(at + 1, match.start))
    return own and bool(sentence.reach(match.end, "<yes-word>"))


def _follows_even(sentence: Sentence, at: int) -> bool:
    """Whether an "even" or a "not a" stands right before a word: "not a bit of swelling"."""
    return any(sentence.reach(at - back, "<even>") == back for back in (1, 2))


def _is_said_twice(sentence: Sentence, at: int) -> bool:
    """Whether a word is the one before it once more."""
    return at > 1 and sentence.words[at - 1] == sentence.words[at]


def _begins_late(sentence: Sentence, match: Match) -> bool:
    """Whether an "until" stands right behind, a light word or two aside."""
    if "<until>" not in sentence.classes:
        return False
    at = match.end
    while at - match.end < LATE and (
        sentence.reach(at, "<light>") or sentence.reach(at, "<adverb>")
    ):
        at += 1
    return bool(sentence.reach(at, "<until>"))


def _is_not_really(sentence: Sentence, start: int) -> bool:
    """Whether a "not really" behind a "no" stands right before: "no, not really stiff"."""
    return bool(
        sentence.reach(start - 3, "<no>")
        and sentence.reach(start - 2, "<not>")
        and sentence.reach(start - 1, "<adverb>")
    )


def _denied_again(sentence: Sentence, at: int, first: int, start: int) -> bool:
    """Whether a negation is denied itself: "not not", "can't walk without a limp"."""
    if _negates(sentence, at - 1, start) and not sentence.reach(at, "<no>"):
        return True  # But not "nothing, no numbness".
    return bool(sentence.reach(at, "<without>")) and any(
        sentence.reach(back, "<barely>") or sentence.reach(back, "<not>")
        for back in range(first, at)
    )


def _negates(sentence: Sentence, at: int, start: int) -> bool:
    if at not in sentence.denies or at in sentence.spent:
        return False
    if any(sentence.reach(at - back, "<no-negation>") > back for back in range(3) if at >= back):
        return False  # "No way", "not sure".
    return not (sentence.reach(at, "<no>") and _is_answer(sentence, at))


def _is_answer(sentence: Sentence, at: int) -> bool:
    """Whether a "no" is an answer, not the "no" of "no swelling"."""
    after = at + 1
    return (
        after >= len(sentence)
        or bool(sentence.reach(at, "<only-answer>"))  # Never "no swelling", as German "nein".
        or after in sentence.hard
        or (bool(sentence.reach(after, "<opens>")) and not sentence.reach(at - 1, "<be>"))
        or is_subject(sentence, after)
    )


def _supposed(sentence: Sentence, match: Match, first: int, marks: list[Match]) -> bool:
    if not any(mark.id in _SUPPOSING for mark in marks):
        return False
    granted = [m for m in marks if m.id == "granted" and first < m.end <= match.end]
    return any(
        (mark.id in ("supposed", "others") and first <= mark.start < match.start)
        or (mark.id == "may-be" and first < mark.end and mark.start < match.start)
        or (
            mark.id == "if"
            and not _conditional(sentence, match)
            and first <= mark.start < match.start
            and not _follows_from(sentence, mark.end, match.start)
            and not any(one.start < mark.end <= one.end for one in granted)
        )
        or (
            mark.id in ("question", ASKS_WHY)
            and first < mark.end
            and mark.start <= match.start
            and not granted
        )
        for mark in marks
    )


def _conditional(sentence: Sentence, match: Match) -> bool:
    """Whether it is told by a condition: "if I walk on a slope", but not "if I can't run"."""
    return match.id.startswith(OCCASIONS) and sentence.denies.isdisjoint(
        range(match.start, match.end)
    )


def _follows_from(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause of its own comes after a condition: "if I pull it up | it hurts"."""
    return any(
        is_subject(sentence, at) and not sentence.reach(at - 1, "<leads-on>")
        for at in range(start + 1, end + 1)
    )


def _outdone(match: Match, marks: list[Match]) -> bool:
    """Whether something else fits better ("more of a pull than a burn"), or it is denied behind it
    ("fever I have not").
    """
    return any(
        (mark.id == "rather-than" and match.start in (mark.end, mark.end - 1))
        or (mark.id == "denied-behind" and mark.start == match.end)
        for mark in marks
    )


def _doubted(sentence: Sentence, match: Match, first: int) -> bool:
    """Whether somebody only does not think that it is so ("I don't think it's swollen")."""
    if not sentence.doubts:
        return False
    for at in range(match.start, max(first, match.start - REACH) - 1, -1):
        if at in sentence.doubts:
            return True
        if at < match.start and (
            sentence.reach(at, "<ends-negation>") or sentence.reach(at, "<no>")
        ):
            return False  # "I don't think so, just a bruise."
    return False
