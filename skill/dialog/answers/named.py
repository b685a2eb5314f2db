"""What is asked of the condition that was named: what it is, and whether something is torn."""

from __future__ import annotations

from collections.abc import Mapping

from skill.dialog.care import URGENT
from skill.dialog.reply import Act
from skill.dialog.state import State
from skill.library.types import Answer, Aspect, Finding, Library, RedFlag
from skill.understanding.topics.general_topics import OF_A_CONDITION

TORN_OR_BROKEN = frozenset({"which-part-is-hurt", "broken-without-swelling"})
"""Topics that ask whether a part is torn, or a bone is broken."""

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


def what_it_is(library: Library, state: State, topics: tuple[str, ...]) -> tuple[Act, ...]:
    """What was named, and that a tear or a break can't be ruled out, where that is asked."""
    named = of(state)
    if named is None or not TORN_OR_BROKEN.intersection(topics):
        return ()
    if _may_be_torn(library, state):
        return (Act("about", named), Act("tear-not-told"))
    return (Act("about", named), Act("no-sign-of-a-tear"))


def _may_be_torn(library: Library, state: State) -> bool:
    """Whether anything that is not plainly denied, or was named, may be a tear or a break."""
    told = state.result
    assert told is not None
    conditions = library.conditions | library.look_alikes
    if any(conditions[id].is_a_tear for id in told.matches):
        return True
    signs: Mapping[str, Finding | RedFlag] = {**library.findings, **library.red_flags}
    open_to = (id for id, answer in state.given.items() if answer is not Answer.NO)
    return any(id in signs and signs[id].tells_of_a_tear for id in (*open_to, *told.flags))
