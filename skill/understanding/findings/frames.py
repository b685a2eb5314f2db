"""What is felt, and on what occasion or where: "stiff it is, till I've been up an hour"."""

from __future__ import annotations

from skill.understanding.grammar.clauses import clause
from skill.understanding.grammar.matching import Match, calmed, lies_in, within
from skill.understanding.grammar.polarity import is_on_the_leg
from skill.understanding.reading.reading import Reading

TOLD_BY = {"occasion": "bad", "relief": "eased"}
"""What is felt where a finding is told, by the kind of its occasion."""

SHOWN_BY = {
    "where-dark": "dark",
    "when-thick": "thick",
    "where-thick": "thick",
    "where-tender": "tender",
    "where-sore": "bad",
}
"""What is seen or felt where a finding is told, by the kind of the place that it names."""

BESIDE = 5
"""Words between what eases it and how it is then, at most."""


def framed(reading: Reading) -> list[tuple[Match, Match]]:
    """The findings that a feeling and an occasion tell together, each beside the feeling.

    The two stand in one clause, in either order, or the occasion opens a clause of its own and what
    is felt follows: "when I run it starts to burn". An occasion belongs to the feeling before it
    where the clause begins with a feeling, and else to the one behind it: "fine walking, sore
    running", "walking is fine, running hurts".
    """
    asked = reading.context.asks_yes_or_no or reading.context.exercising
    shown = _shown(reading)
    felt = reading.of("felt") if asked else reading.of("felt", "felt-bare")
    occasions = reading.of(*TOLD_BY)
    if not felt or not occasions:
        return shown
    harmless = reading.of("not-an-occasion")
    occasions = [one for one in occasions if not (within(one, occasions) or calmed(one, harmless))]
    felt = [one for one in felt if one.id in TOLD_BY.values()]
    felt = [one for one in felt if not within(one, felt)]  # "It stops hurting."
    felt = [one for one in felt if not _lies_in_any(one, occasions)] or felt
    told = []
    for one in occasions:
        match = _of(reading, one, felt, occasions)
        if match is None or _is_kept_from(reading, one, match):
            continue
        if match.id == TOLD_BY[one.kind] and not _is_far(one, match):
            start, end = min(one.start, match.start), max(one.end, match.end)
            told.append((Match("finding", one.id, start, end), match))
    return [*told, *shown]


def _shown(reading: Reading) -> list[tuple[Match, Match]]:
    """The findings that a place and what is seen or felt there tell together: "purple it is, right
    underneath". The two stand in one clause, or in two that follow one another, of which only one
    names a place: "I looked at the sole, and it's bruised".
    """
    places = reading.of(*SHOWN_BY)
    if not places:
        return []
    harmless, others = reading.of("not-there"), reading.of("not")
    told = []
    for place in places:
        if calmed(place, harmless):
            continue
        felt = [m for m in reading.of("felt") if m.id == SHOWN_BY[place.kind]]
        calm = [*harmless, *(one for one in others if one.id == place.id)]
        felt = [m for m in felt if not calmed(m, calm)]
        felt = [m for m in felt if not within(m, felt)]
        sign = _beside(reading, place, felt)
        if sign is not None:
            start, end = min(place.start, sign.start), max(place.end, sign.end)
            told.append((Match("finding", place.id, start, end), sign))
    return told


def _beside(reading: Reading, place: Match, felt: list[Match]) -> Match | None:
    """What is felt in the clause of a place, or beside it in one that names none."""
    sentence = reading.sentence
    first, after = clause(sentence, place.start)
    here = [m for m in felt if first <= m.start < after]
    if here:
        return min(here, key=lambda m: max(m.start - place.end, place.start - m.end))
    if after >= len(sentence):
        return None
    behind = clause(sentence, after)[1]
    named = [m for m in reading.of("finding", *SHOWN_BY) if after <= m.start < behind]
    if any(m.kind != "finding" or is_on_the_leg(m.id) for m in named):
        return None
    return next((m for m in felt if after <= m.start < behind), None)


def _lies_in_any(one: Match, others: list[Match]) -> bool:
    for other in others:  # noqa: SIM110
        if lies_in(one, other):
            return True
    return False


def _is_kept_from(reading: Reading, one: Match, felt: Match) -> bool:
    """Whether a "not" leads an occasion behind what is felt: "sore on stairs, not when I rest"."""
    return felt.end < one.start and one.start - 1 in reading.sentence.denies


def _is_far(one: Match, felt: Match) -> bool:
    """Whether what eases it and how it is then stand too far apart to belong together."""
    return one.kind == "relief" and max(felt.start - one.end, one.start - felt.end) > BESIDE


def _of(reading: Reading, one: Match, felt: list[Match], occasions: list[Match]) -> Match | None:
    """What is felt on an occasion."""
    sentence = reading.sentence
    first, after = clause(sentence, one.start)
    here = [m for m in felt if first <= m.start < after]
    if not here and after < len(sentence) and not sentence.reach(after, "<contrast>"):
        opens = one.start - first <= 1
        if opens:
            first, after = clause(sentence, after)
            here = [m for m in felt if first <= m.start < after]
            return min(here, key=lambda m: m.start, default=None)
    if len(here) < 2:
        return here[0] if here else None
    before = [m for m in here if m.start < one.start]
    behind = [m for m in here if m.start >= one.start]
    opening = min((m.start for m in occasions if first <= m.start < after), default=one.start)
    state_first = bool(before) and min(m.start for m in here) < opening
    if before and (state_first or not behind):
        return max(before, key=lambda m: (m.end, m.start))
    return min(behind, key=lambda m: m.start, default=None)
