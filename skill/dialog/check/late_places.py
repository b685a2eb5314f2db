"""A second sore place that is named once the result was told: "but there's my heel as well"."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog.care import URGENT
from skill.dialog.check import result, second_problem
from skill.dialog.events import Described
from skill.dialog.reply import Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import AFTER_RESULT, Result, State
from skill.interview.answers import is_yes
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer, Care


def offer(knowledge: Knowledge, state: State, event: Described) -> Reply | None:
    """The offer of a check of its own; None where nothing else is told of, or where it is urgent.

    Whoever said yes to what to do for now hears that first. A place with which more care would be
    called for is taken as what it is told of.
    """
    told = state.result
    places = _apart(knowledge, state, event)
    if told is None or not places or told.care in URGENT:
        return None
    with_them = {**state.given, **dict.fromkeys(places, Answer.YES)}
    library = knowledge.library
    if assess(library, with_them).rank > assess(library, state.given).rank:
        return None
    named = replace(state, second=places, second_side=event.side)
    if event.reply in YESES and state.pending == "until-offer":
        return result.what_now(knowledge, named)
    return second_problem.offer(knowledge, named, told)


def lead(knowledge: Knowledge, told: Result | None, event: Described) -> Statement:
    """What leads back to the care where it stands: a place alone is to be looked at, too, where
    somebody looks at all.
    """
    seen = told is not None and told.care is not Care.SELF_CARE
    return "shown-too" if seen and _is_place_alone(knowledge, event) else "still-stands"


def _is_place_alone(knowledge: Knowledge, event: Described) -> bool:
    """Whether nothing but where it hurts is told."""
    where = {*knowledge.library.places, *knowledge.plan.regions}
    return bool(event.present) and where.issuperset(event.present) and not event.absent


def _apart(knowledge: Knowledge, state: State, event: Described) -> tuple[str, ...]:
    """The places that are told alone, in another region than the first one."""
    if state.pending not in AFTER_RESULT or not _is_place_alone(knowledge, event):
        return ()
    first = _first_regions(knowledge, state)
    if not first:
        return ()
    regions_of = second_problem.regions_of
    return tuple(id for id in event.present if first.isdisjoint(regions_of(knowledge, (id,))))


def _first_regions(knowledge: Knowledge, state: State) -> frozenset[str]:
    places = [id for id in state.given if id in knowledge.library.places]
    regions = [id for id in state.given if id in knowledge.plan.regions]
    named = (id for id in (*places, *regions) if is_yes(state.given, id))
    first = next(named, None)
    return frozenset() if first is None else second_problem.regions_of(knowledge, (first,))
