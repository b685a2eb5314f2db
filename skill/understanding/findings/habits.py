"""What an ankle does again and again: no fresh twist, but one that turns easily."""

from __future__ import annotations

from skill.library.recency import RECENT_UP_TO
from skill.understanding.findings.assertions import Told
from skill.understanding.findings.past import INJURY, recurs, said_of
from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import Holds
from skill.understanding.reading.reading import Reading

BECOMES = ("repeated-sprains", "gives-way")
"""What a turn tells that comes again and again."""
NEW = frozenset(
    {
        *("sudden-snap", "heavy-blow", "swelling", "fast-swelling", "bruising", "deformity"),
        *("cannot-bear-weight", "open-wound", "head-injury", "sudden-onset"),
    }
)
"""Signs of an injury that is new."""


def without_habits(reading: Reading, told: list[Told]) -> list[Told]:
    """The findings, where a twist that is only a habit tells that the ankle turns easily: "it rolls
    over all the time". One of these weeks beside it stays: "and yesterday I did it again".
    """
    twists = [one for one in told if one.id == INJURY and one.holds is Holds.IS]
    if not twists or not all(_is_habit(reading, one.match) for one in twists):
        return told
    if any(one.id in NEW and one.holds is Holds.IS for one in told):
        return told
    others = [one for one in told if one not in twists]
    known = {one.id for one in others}
    first = twists[0].match
    return [*others, *(Told(id, Holds.IS, first) for id in BECOMES if id not in known)]


def _is_habit(reading: Reading, match: Match) -> bool:
    """Whether a word of how often stands in the clause of a turn, and nothing tells of one time."""
    sentence = reading.sentence
    words = range(len(sentence))
    if not sentence.has("<turned-over>", range(match.start, match.end)):
        return False
    if sentence.has("<one-time>", words):
        return False
    fresh = (time for time in reading.times if time.days <= RECENT_UP_TO)
    if any(not recurs(sentence, time) for time in fresh):
        return False
    return sentence.has("<habitually>", range(*said_of(sentence, match)))
