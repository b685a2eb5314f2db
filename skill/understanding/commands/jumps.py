"""The way to another exercise of a session, or past one: "skip to the bridge", "skip it"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from skill.understanding.grammar.matching import Match, meet, within
from skill.understanding.reading.reading import Reading

NAMES = ("exercise", "in-a-session")
"""The kinds of words that name an exercise; the second count in a session alone."""

LEADS = "command-jump"
"""The kind of words that lead to what is named behind them."""

LEAVE_OUT = "leave-out"
LAST = -1
"""The place of the last exercise."""


class Jump(Struct, frozen=True, gc=False):
    """A jump, as the words of a command, and where it goes.

    `exercises` are those of which any may be meant, `place` is one among those of the session, from
    1 on, or `LAST`.
    """

    order: Match
    exercises: tuple[str, ...] = ()
    place: int | None = None


def jump(reading: Reading) -> Jump | None:
    """The jump with the most words; None where none is coached or named, or asked when."""
    if not reading.context.coaching or reading.sentence.reach(0, "<asks-time>"):
        return None  # "When can I start running" asks, and leads nowhere.
    gone = list(_jumps(reading))
    # "Skip to the bridge" leaves nothing out.
    return max(gone, key=lambda one: (_length(one.order), one.order.id != LEAVE_OUT), default=None)


def _jumps(reading: Reading) -> Iterator[Jump]:
    for lead in reading.of(LEADS):
        if reading.sentence.reach(lead.start - 1, "<not>"):
            continue  # "Don't skip the bridge."
        named = [m for m in reading.of(*NAMES) if _follows(m, lead)]
        named = [m for m in named if m.start == lead.end] or named
        named = [m for m in named if not within(m, named)]
        placed = [m for m in reading.of("in-order") if _follows(m, lead)]
        # "Do the left one first" is about sides.
        sides = [m for m in reading.of("command-set") if m.id == "switch-sides"]
        placed = [m for m in placed if not any(meet(m, one) for one in sides)]
        if _tells_how_far(reading, lead):
            placed = []
        for one in placed:
            order = Match("command-set", lead.id, lead.start, one.end)
            if _may_be_placed(reading, lead, one) and _may_end(reading, lead, one):
                yield Jump(order, place=LAST if one.id == "last" else int(one.id))
        if named and not placed and _may_end(reading, lead, named[0]):
            ids = tuple(dict.fromkeys(m.id for m in named if m.end == named[0].end))
            yield Jump(Match("command-set", lead.id, lead.start, named[0].end), ids)


def _tells_how_far(reading: Reading, lead: Match) -> bool:
    """Whether it tells how many were done: "I got to seven", but not "can I go to seven"."""
    words = reading.sentence
    owned = words.reach(lead.start - 1, "<of-who-speaks>") and words.reach(lead.start, "<way>")
    return bool(owned) and not reading.asks


def _follows(named: Match, lead: Match) -> bool:
    """Whether what is named stands right behind what leads to it, or at its light last word."""
    return lead.start < named.start <= lead.end


def _may_be_placed(reading: Reading, lead: Match, named: Match) -> bool:
    """Whether a place is where it leads: "go back to the last one" is to the one before."""
    way = lead.id == "go-to" and bool(reading.sentence.reach(lead.start, "<way>"))
    return way if named.id == "last" else lead.id != LEAVE_OUT


def _may_end(reading: Reading, lead: Match, named: Match) -> bool:
    """Whether a wish ends with the name: "do the raises slower" leads nowhere."""
    words = reading.sentence
    plain = bool(words.reach(lead.start, "<way>")) or lead.id != "go-to"
    return plain or named.end == len(words) or bool(words.reach(named.end, "<its-end>"))


def _length(order: Match) -> int:
    return order.end - order.start
