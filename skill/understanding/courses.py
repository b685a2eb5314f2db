"""Better, worse, the same, or on and off; and the side that it is on."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.changes import changed
from skill.understanding.matching import Match, calmed, is_other, within
from skill.understanding.polarity import Holds
from skill.understanding.reading import Reading

FAILED = "treatment-failed"
"""A finding whose words tell a course too: "it came back worse"."""

SIDE_BY_SIDE = 3
"""Words between "left" and "right" where both are meant."""


def course(reading: Reading) -> Match | None:
    """The course that is told; "not better" alone is the same."""
    told = reading.of("course")
    if not told:
        return changed(reading)
    none = reading.of("not-a-course")
    other = reading.of("not")
    findings = [
        m for m in reading.of("finding") if m.id != FAILED and not (other and is_other(m, other))
    ]
    every = [
        m
        for m in told
        if not (_belongs(reading, m, findings) or calmed(m, none))
        and reading.holds(m) is not Holds.SUPPOSED
    ]
    outer = [  # "No worse than last week" is the same.
        m
        for m in every
        if not within(m, every)
        and not any(one.id == "same" and one.start < m.start < one.end for one in every)
    ]
    so = [m for m in outer if reading.holds(m) is not Holds.IS_NOT]
    moves = [m for m in so if m.id != "same"] or so
    if moves:
        return max(moves, key=lambda m: (m.start, m.end))
    turned = [m for m in outer if m.id in ("better", "worse")]
    return replace(turned[-1], id="same") if turned else changed(reading)


def _belongs(reading: Reading, match: Match, findings: list[Match]) -> bool:
    """Whether words are of a finding: "worse when I run", not "when I run, and it gets worse"."""
    return any(
        within(match, [one])
        and not any(reading.sentence.reach(at, "<and>") for at in range(one.start, match.start))
        for one in findings
    )


def side(reading: Reading) -> Match | None:
    """The side that is told; after a correction the last one."""
    told = sorted(reading.of("side"), key=lambda m: m.start)
    if not told:
        return None
    none = reading.of("not-a-side")
    told = [m for m in told if reading.holds(m) is not Holds.IS_NOT and not calmed(m, none)]
    if not told:
        return None
    both = [m for m in told if m.id == "both"]
    if both:
        return both[0]
    if reading.has("correction"):
        return told[-1]
    first, last = told[0], told[-1]
    near = last.start - first.end <= SIDE_BY_SIDE
    joined = any(reading.sentence.reach(at, "<and>") for at in range(first.end, last.start))
    if first.id != last.id and near and joined:
        return Match("side", "both", first.start, last.end)
    return first
