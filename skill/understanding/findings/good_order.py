"""What is named and said to be in good order: "no bother with me bladder", "the chest is grand".

To name a function of the body tells of no trouble with it where it is only said to work.
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.understanding.findings.assertions import Told
from skill.understanding.grammar.matching import Match, within
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading

FUNCTION, OF_QUESTION = "function", "function-asked"
"""The kinds of names of a function, and of those that mean it where it is asked about alone."""
JOINS = "<between-names>"
"""Words between two names in a row."""
BEHIND, BEFORE = "in-good-order", "no-trouble-with"
"""The marks that stand behind a name, and those that lead to it."""


def without_good_order(reading: Reading, told: list[Told]) -> list[Told]:
    """What is told, without what only names what is well; that is denied."""
    names = _names(reading)
    if not names:
        return told
    denied: list[Told] = []
    for mark in reading.marks:
        if mark.id not in (BEHIND, BEFORE):
            continue
        if reading.sentence.reach(mark.end, "<fine-but-for>"):
            continue  # "The bladder is fine except when I cough."
        chain = _chain(reading, names, mark, behind=mark.id == BEHIND)
        if not chain:
            continue
        start = _with_no(reading, min(m.start for m in (*chain, mark)), mark)
        end = max(m.end for m in (*chain, mark))
        told = [one for one in told if not start <= one.match.start < one.match.end <= end]
        ids = dict.fromkeys(m.id for m in chain if not within(m, chain))
        denied += [Told(id, Holds.IS_NOT, Match("denial", id, start, end)) for id in ids]
    still = {one.id for one in told if one.holds is Holds.IS}
    return [*told, *(one for one in denied if one.id not in still)]


def _names(reading: Reading) -> list[Match]:
    asked = [m for m in reading.of(OF_QUESTION) if m.id == reading.context.question]
    return [*reading.of(FUNCTION), *asked]


def _chain(reading: Reading, names: list[Match], mark: Match, *, behind: bool) -> list[Match]:
    """The names in a row that end where a mark begins, or that begin where it ends."""
    chain: list[Match] = []
    at = mark.start if behind else mark.end
    while found := list(_at(reading, names, at, behind=behind)):
        chain += found
        at = min(m.start for m in found) if behind else max(m.end for m in found)
    return chain


def _at(reading: Reading, names: list[Match], at: int, *, behind: bool) -> Iterator[Match]:
    """The names right before or behind a word, an "and me" aside."""
    for name in names:
        between = range(name.end, at) if behind else range(at, name.start)
        inside = name.end <= at if behind else name.start >= at
        if inside and all(reading.sentence.reach(word, JOINS) for word in between):
            yield name


def _with_no(reading: Reading, start: int, mark: Match) -> int:
    """The first of the noes that lead to what is named, where it is named as one's own.

    "No feeling in my foot" names none.
    """
    if start != mark.start and not reading.sentence.reach(start, "<ones-own>"):
        return start
    by_luck = reading.sentence.reach(start - 2, "<by-luck>") == 2  # "Touch wood".
    at = start - 2 if by_luck else start
    while at and _is_no(reading, at - 1):
        at -= 1
    return at


def _is_no(reading: Reading, at: int) -> bool:
    return reading.sentence.reach(at, "<no>") == 1
