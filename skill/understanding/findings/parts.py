"""Parts of a region that was named before: "my ankle, on the outside"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.polarity import is_on_the_leg
from skill.understanding.reading.reading import Reading

TWIST = "recent-twist-or-fall"
TWISTED = "place-ankle"
"""The region of a twist that names none."""


def parts(reading: Reading) -> list[Match]:
    """Parts as findings of the region or the place that was named before them.

    "On the outside" is a part of the last region, "a lump" of any place before it. Where no place
    was named, what was twisted is an ankle: "I went over on it, and the outside is sore".
    """
    if "part-of-" not in " ".join(reading.by_kind):  # As mostly, and so it is seen at once.
        return []
    found = reading.found
    named = [m for m in found if m.kind == "finding" and is_on_the_leg(m.id)]
    twists = [m for m in found if m.kind == "finding" and m.id == TWIST]
    told = []
    for match in found:
        if match.kind.startswith("part-of-") and not _begins_a_place(match, named):
            before = [one for one in named if one.end <= match.start]
            regions = [one for one in before if one.id.startswith("place-")]
            last = max(regions, key=lambda one: one.start, default=None)
            whole = match.kind.removeprefix("part-of-")
            places = {one.id for one in before} - {one.id for one in regions}
            if last is None and not places and any(one.end <= match.start for one in twists):
                last = replace(match, id=TWISTED)
            if whole in places or (last is not None and whole == last.id):
                told.append(replace(match, kind="finding"))
    return told


def _begins_a_place(match: Match, named: list[Match]) -> bool:
    """Whether its last word begins a place: "in the back" in "in the back of my leg"."""
    return any(match.start < one.start < match.end < one.end for one in named)
