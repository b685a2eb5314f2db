"""What is asked of the condition that was named: what it is, and whether something is torn."""

from __future__ import annotations

from skill.dialog.care import URGENT
from skill.dialog.reply import Act
from skill.dialog.state import State
from skill.library.types import Answer, Aspect, Library
from skill.understanding.topics.general_topics import OF_A_CONDITION

TORN_OR_BROKEN = frozenset({"which-part-is-hurt", "broken-without-swelling"})
"""Topics that ask whether a part is torn, or a bone is broken."""

POINTS_TO_IT = frozenset(
    {
        "recent-twist-or-fall",
        "outer-bone-feels-broken",
        "bruising",
        "sudden-snap",
        "cannot-tiptoe",
        "cannot-bear-weight",
        "limping",
        "night-pain",
        "pain-at-rest",
        "one-spot-bone-pain",
        "high-risk-bone-spot",
        "tender-ankle-bone",
        "tender-midfoot-bone",
        "bruised-sole",
        "heavy-blow",
        "past-stress-fracture",
        "old-fracture-or-metal",
        "quinolone-antibiotic",
        "steroids",
    }
)
"""What may point to a tear or a break, where it is not plainly denied."""

TEARS_OR_BREAKS = frozenset({"bone-stress-injury", "acute-ankle-sprain", "calf-strain"})
"""Conditions in which something is torn or cracked."""

GENERAL = {topic: side for side, topic in OF_A_CONDITION.items()}
"""General topics, and the side of a condition that was named which answers better."""


def of(state: State | None) -> str | None:
    """The condition that was named; none where it is urgent, as what was told comes first."""
    if state is None or state.result is None or state.result.care in URGENT:
        return None
    return next(iter(state.result.matches), None)


def side_of(library: Library, state: State | None, topic: str) -> tuple[str, Aspect] | None:
    """The condition that was named and its side that answers a general topic, if it has one."""
    named, side = of(state), GENERAL.get(topic)
    if named is None or side is None or side not in library.topics[named].aspects:
        return None
    return named, side


def what_it_is(state: State, topics: tuple[str, ...]) -> tuple[Act, ...]:
    """What was named, and that a tear or a break can't be ruled out, where that is asked."""
    named = of(state)
    if named is None or not TORN_OR_BROKEN.intersection(topics):
        return ()
    told = state.result
    assert told is not None
    open_to = {id for id in POINTS_TO_IT if state.given.get(id) not in {None, Answer.NO}}
    points = open_to or not POINTS_TO_IT.isdisjoint(told.flags)
    points = points or not TEARS_OR_BREAKS.isdisjoint(told.matches)
    return (Act("about", named), Act("tear-not-told" if points else "no-sign-of-a-tear"))
