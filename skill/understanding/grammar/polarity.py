"""Whether something that was said is so, is denied, is over or is only supposed."""

from __future__ import annotations

from enum import Enum

from skill.understanding.grammar.clauses import clause, is_subject
from skill.understanding.grammar.degree import is_played_down
from skill.understanding.grammar.matching import Match, lies_in
from skill.understanding.grammar.negation import REACH, negated, was_never
from skill.understanding.grammar.presuppositions import is_presupposed
from skill.understanding.grammar.recovery import is_gone
from skill.understanding.grammar.retractions import WITHDRAWN, is_said_of
from skill.understanding.grammar.sentence import Sentence


class Holds(Enum):
    """How something is said to be."""

    IS = "is"
    IS_NOT = "is not"
    OVER = "over"
    LONG_AGO = "long ago"
    SUPPOSED = "supposed"


NEAR = 3
"""Words after "it isn't that it doesn't" that this denies twice."""

PLACES = ("place-", "pain-")
"""How the ids of regions and places begin."""

AT_REST = "pain-at-rest"
"""The one id that begins like a place and tells when it hurts."""

OCCASIONS = ("worse-", "hurts-", "tender-", "settles-", "warms-up", "one-spot-")
"""How the ids of what is told by a condition begin: "if I walk on a slope it's agony"."""


def is_place(id: str) -> bool:
    """Whether an id is that of a region or a place."""
    return id.startswith(PLACES) and id != AT_REST


def is_on_the_leg(id: str) -> bool:
    """Whether an id is that of a region, a place, or a line on one."""
    return is_place(id) or id.startswith("along-")


ASKS_WHY = "asks-why-heard"
"""The mark of a question why something is said of somebody."""

SAID_OF_ME = "said-of-me"
"""The mark of what the skill is told that it said."""

SOUGHT = "sought"
"""The mark of what was looked for, expected or offered, and is not so where it came to nothing."""

NAMED_WRONGLY = "named-wrongly"
"""The mark of words between which stands what was taken up wrongly: "you got the fever wrong"."""

_SUPPOSING = (SOUGHT, "supposed", "others", "may-be", "if", "question", ASKS_WHY)
_DENYING = (NAMED_WRONGLY, "not-that-not", "rather-than", "denied-behind", "overstated", WITHDRAWN)
_OF_THE_PAST = ("ceased", "gone", "fine", "was-once", "for-now", "cleared", "spreads")
BEARING = frozenset({*_SUPPOSING, SAID_OF_ME, "granted", *_DENYING, *_OF_THE_PAST})
"""The marks that bear on how something is said to be."""


def polarity(sentence: Sentence, match: Match, marks: list[Match]) -> Holds:
    """How a finding is said to be, by those of a sentence's marks that bear on it."""
    if is_presupposed(sentence, match):
        return Holds.OVER if marks and is_gone(sentence, match, marks) else Holds.IS
    if marks and is_said_of(sentence, match, marks, WITHDRAWN):
        return Holds.IS if _is_denied_behind(sentence, match, marks) else Holds.IS_NOT
    if any(mark.id == NAMED_WRONGLY and lies_in(match, mark) for mark in marks):
        return Holds.IS_NOT
    if marks and is_said_of(sentence, match, marks, SAID_OF_ME):
        return Holds.SUPPOSED
    first, _ = clause(sentence, match.start)
    if marks and _is_found_wanting(sentence, match, first, marks):
        return Holds.IS_NOT
    if marks and _supposed(sentence, match, first, marks):
        return Holds.SUPPOSED
    if _doubted(sentence, match, first) and not _is_so_after_all(match, marks):
        return Holds.SUPPOSED
    denied = negated(sentence, match, first, at_a_place=is_place(match.id)) or (
        marks and _outdone(match, marks)
    )
    if denied and sentence.reach(match.end, "<until-now>") and was_never(sentence, match, first):
        return Holds.SUPPOSED
    if denied and not _is_so_after_all(match, marks):
        return Holds.IS_NOT
    if (marks or sentence.weakened) and is_played_down(sentence, match, marks):
        return Holds.SUPPOSED
    if marks and (_has_ceased(match, marks) or is_gone(sentence, match, marks)):
        return Holds.IS if _is_none_left(sentence, match) else Holds.OVER
    return Holds.IS


def _is_denied_behind(sentence: Sentence, match: Match, marks: list[Match]) -> bool:
    """Whether what was never said is a denial: "I never said it wasn't swollen"."""
    ends = [mark.end for mark in marks if mark.id == WITHDRAWN and mark.end <= match.start]
    return bool(ends) and sentence.denies_in(range(max(ends), match.start))


def _is_none_left(sentence: Sentence, match: Match) -> bool:
    """Whether there is none of it, so that "it's gone" says it once more: "no sore, it healed"."""
    words = range(match.start, match.end)
    return match.kind == "denial" and any(sentence.reach(at, "<no>") for at in words)


def _has_ceased(match: Match, marks: list[Match]) -> bool:
    """Whether a "has stopped" stands right before it."""
    return any(m.id == "ceased" and m.end == match.start for m in marks)


def _is_so_after_all(match: Match, marks: list[Match]) -> bool:
    """Whether a denial is denied right before: "it isn't that it doesn't hurt"."""
    return any(m.id == "not-that-not" and 0 <= match.start - m.end <= NEAR for m in marks)


def _supposed(sentence: Sentence, match: Match, first: int, marks: list[Match]) -> bool:
    if not any(mark.id in _SUPPOSING for mark in marks):
        return False
    granted = [m for m in marks if m.id == "granted" and first < m.end <= match.end]
    return any(
        (
            mark.id in ("supposed", "others")
            and first <= mark.start < match.start
            and not any(one.start < mark.start < one.end for one in granted)
        )
        or (
            mark.id == SOUGHT
            and first <= mark.start < match.start
            and _comes_to_nothing(sentence, match.end)
        )
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


def _comes_to_nothing(sentence: Sentence, end: int) -> bool:
    """Whether nothing came of it behind a word: "I listened for a pop, but there wasn't any"."""
    behind = range(end, len(sentence))
    return sentence.denies_in(behind) or sentence.has("<comes-to-nothing>", behind)


def _is_found_wanting(sentence: Sentence, match: Match, first: int, marks: list[Match]) -> bool:
    """Whether the end of a sentence denies what it began to look for or expect: "you'd think it
    would be swollen, but it isn't".
    """
    return any(m.id == SOUGHT and first <= m.start < match.start for m in marks) and any(
        at >= match.end and at + sentence.reach(at, "<came-to-nothing>") == len(sentence)
        for at in sentence.places("<came-to-nothing>")
    )


def _conditional(sentence: Sentence, match: Match) -> bool:
    """Whether it is told by a condition: "if I walk on a slope", but not "if I can't run"."""
    return match.id.startswith(OCCASIONS) and not sentence.denies_in(range(match.start, match.end))


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
    last = match.start - (match.kind == "denial")  # Its own "not" doubts nothing.
    for at in range(last, max(first, match.start - REACH) - 1, -1):
        if at in sentence.doubts:
            return True
        if at < match.start and (
            sentence.reach(at, "<ends-negation>") or sentence.reach(at, "<no>")
        ):
            return False  # "I don't think so, just a bruise."
    return False
