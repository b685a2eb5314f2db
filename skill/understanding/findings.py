"""What is the matter, and what is not, out of the matches of a sentence."""

from __future__ import annotations

from typing import NamedTuple

from skill.library.types.hearing import Lexicon
from skill.understanding.clauses import clause
from skill.understanding.matching import Match, Sentence
from skill.understanding.polarity import Holds, holds
from skill.understanding.times import Time

LONG_AGO = 180
"""Days after which a twist or a snap is no part of the present trouble, unless it is said so."""

NOTHING = "none"

_TURNED = {Holds.IS: Holds.IS_NOT, Holds.IS_NOT: Holds.IS}
"""How something is said to be that is told by its opposite."""


class Told(NamedTuple):
    """A finding, how it is said to be, and the match that says it."""

    id: str
    holds: Holds
    match: Match


def findings(
    lexicon: Lexicon,
    sentence: Sentence,
    found: list[Match],
    all_times: list[Time],
    question: str | None,
) -> list[Told]:
    """Every finding of a sentence in the order in which it was said.

    Some words are a finding only as an answer to a question: their kind is `at-` and its id.
    """
    kinds = ("finding", "denial", f"at-{question}")
    marks = [m for m in found if m.kind == "mark"]
    harmless = [m for m in found if m.kind == "harmless"]
    candidates = [m for m in found if m.kind in kinds and not _inside(m, harmless)]
    wholes = [m for m in found if m.kind == "whole"]
    told = []
    for match in sorted(candidates, key=lambda m: (m.start, m.end)):
        if _part_of_longer(match, candidates) or _inside(match, wholes):
            continue
        how = holds(sentence, match, marks)
        if match.kind == "denial":
            how = _TURNED.get(how, how)
        id = match.id
        if (
            how is Holds.IS
            and id in lexicon.becomes
            and _long_ago(sentence, match, all_times, marks)
        ):
            id = lexicon.becomes[id]
        if id != NOTHING:
            told.append(Told(id, how, match))
    return _without_regions(told)


def _inside(match: Match, spans: list[Match]) -> bool:
    return any(
        span.start <= match.start
        and match.end <= span.end
        and (
            span.kind != "whole"
            or (span.id != match.id and span.end - span.start > match.end - match.start)
        )
        for span in spans
    )


def _part_of_longer(match: Match, candidates: list[Match]) -> bool:
    """Whether the same finding is told by more words around it."""
    return any(
        other.id == match.id
        and other is not match
        and other.start <= match.start
        and match.end <= other.end
        and other.end - other.start > match.end - match.start
        for other in candidates
    )


def _long_ago(sentence: Sentence, match: Match, all_times: list[Time], marks: list[Match]) -> bool:
    first, after = clause(sentence, match.start)
    if any(m.id == "long-ago" and first <= m.start < after for m in marks):
        return True
    return any(
        first <= time.start < after and time.outright and time.days >= LONG_AGO
        for time in all_times
    )


def _without_regions(told: list[Told]) -> list[Told]:
    """Without "ankle" where the same words say which part of it."""
    regions = [t for t in told if t.id.startswith("place-")]
    return [
        t
        for t in told
        if t not in regions
        or not any(
            o.id.startswith("pain-") and o.match.start <= t.match.start < o.match.end for o in told
        )
    ]
