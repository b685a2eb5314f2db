"""A second sore place that was named beside the first: it is offered a check of its own."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skill.dialog.events import Answered, Described, Said
from skill.dialog.reply import Act, Asking, Question
from skill.dialog.state import Result, State
from skill.interview import traits
from skill.interview.answers import is_yes
from skill.interview.belief import LEG
from skill.interview.interview import Knowledge
from skill.library.types import YESES, Answer, Care

ONE_SPOT = "one-spot-bone-pain"
"""What "just the one spot" sounds like, which says here that there is no second one."""
ONE_SIDE = frozenset({"left", "right"})


def note(knowledge: Knowledge, state: State, event: Described) -> State:
    """Remember a place of the other side that was told beside the first one.

    It counts for safety at once, as all that is told does; the side stays that of the first.
    """
    places = tuple(id for id in event.present if id in knowledge.library.places)
    other = {state.side, event.side} == ONE_SIDE
    if not (other and places and _named(knowledge, state)):
        return state
    return replace(state, second=places, second_side=event.side)


def offer(knowledge: Knowledge, state: State, result: Result, *said: Act) -> Asking | None:
    """The offer to check the second place, where there is one and the first is not urgent."""
    second = state.second or _elsewhere(knowledge, state, result)
    if not second or result.care.rank >= Care.SAME_DAY.rank:
        return None
    anywhere = traits.wherever_it_hurts(knowledge.library)
    kept = {id: grade for id, grade in state.given.items() if id in anywhere}
    begun = State(
        pending="go-on",
        given={**dict.fromkeys(second, Answer.YES), **kept},
        side=state.second_side,
        child=state.child,
        mine=state.mine,
        for_another=state.for_another,
    )
    return Asking((*said, Act("second-place")), Question("go-on"), begun)


def is_offered(state: State | None) -> bool:
    """Whether the check of a second place is offered, of which nothing is asked yet."""
    return state is not None and state.pending == "go-on" and not state.asked


def answer_in(knowledge: Knowledge, state: State, event: Described) -> Answered | Said | None:
    """The answer to the offer in words that name a place alone: the second one wants its check,
    another is the first and wants none: "no, only the big toe". None where more is told.

    "Is okay I work with this foot" names no more than a region, so the offer is said once more.
    """
    where = {*knowledge.library.places, *knowledge.plan.regions, ONE_SPOT}
    told = {*event.present}
    if event.reply in YESES or event.absent or event.since_days is not None:
        return None
    if not told <= where or not (told or event.reply):
        return None
    named = not regions_of(knowledge, told).isdisjoint(regions_of(knowledge, state.given))
    if not (named or event.reply or event.mine or told - {*knowledge.plan.regions}):
        return Said("repeat")
    wants = named and event.reply is not Answer.NO
    return Answered(Answer.YES if wants else Answer.NO)


def regions_of(knowledge: Knowledge, ids: Iterable[str]) -> frozenset[str]:
    """The regions that places are in, and those that are regions themselves."""
    regions, told = knowledge.plan.regions, {*ids}
    return frozenset(id for id, within in regions.items() if told & {id, *within})


def _named(knowledge: Knowledge, state: State) -> list[str]:
    """The places that hurt, in the order in which they were told."""
    return [id for id in state.given if id in knowledge.library.places and is_yes(state.given, id)]


def _elsewhere(knowledge: Knowledge, state: State, result: Result) -> tuple[str, ...]:
    """Places in the leg beside some below it, or the other way round, that nothing explains.

    On two sides it is what the conditions that were named do not hold: "my right arch, and my
    left heel".
    """
    library, named = knowledge.library, _named(knowledge, state)
    told = named or [id for id in state.given if id in _told_regions(knowledge, state)]
    if not told:
        return ()
    leg = library.gates[LEG].opens
    first, is_in_leg = told[0], told[0] in leg or told[0] == LEG
    conditions = library.conditions | library.look_alikes
    with_first = [one.places for one in conditions.values() if first in one.places]
    apart = [
        id
        for id in named[1:]
        if (id in leg) != is_in_leg and not any(id in places for places in with_first)
    ]
    if state.side == "both" and result.matches:
        of_these = {place for id in result.matches for place in conditions[id].places}
        apart = [id for id in named if id not in of_these]
    regions = [id for id in _told_regions(knowledge, state) if (id == LEG) != is_in_leg]
    return (*apart, *regions)


def _told_regions(knowledge: Knowledge, state: State) -> list[str]:
    """The regions that were volunteered, and of which no place was named."""
    gates = knowledge.library.gates
    return [
        id
        for id in knowledge.plan.regions
        if is_yes(state.given, id)
        and id not in state.asked
        and not any(is_yes(state.given, place) for place in gates[id].opens)
    ]
