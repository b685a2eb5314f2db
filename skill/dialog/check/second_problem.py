"""A second sore place that was named beside the first: it is offered a check of its own."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.precautions import CHANGES_NOTHING
from skill.dialog.events import Described
from skill.dialog.reply import Act, Asking, Question
from skill.dialog.state import Result, State
from skill.interview.answers import is_yes
from skill.interview.belief import LEG
from skill.interview.interview import Knowledge
from skill.library.types import Answer, Care

ONE_SIDE = frozenset({"left", "right"})
WHEREVER_IT_HURTS = frozenset(
    {*CHANGES_NOTHING, "under-eighteen", "pregnant", "diabetes"}
    | {"lost-feeling", "blood-thinner", "immune-weak", "quinolone-antibiotic", "steroids"}
    | {"past-clot-or-cancer", "past-cancer", "hormones", "missed-periods"}
)
"""What holds wherever it hurts, and so is not asked again."""


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
    second = state.second or _elsewhere(knowledge, state)
    if not second or result.care.rank >= Care.SAME_DAY.rank:
        return None
    kept = {id: grade for id, grade in state.given.items() if id in WHEREVER_IT_HURTS}
    begun = State(
        pending="go-on",
        given={**dict.fromkeys(second, Answer.YES), **kept},
        side=state.second_side,
        child=state.child,
    )
    return Asking((*said, Act("second-place")), Question("go-on"), begun)


def _named(knowledge: Knowledge, state: State) -> list[str]:
    """The places that hurt, in the order in which they were told."""
    return [id for id in state.given if id in knowledge.library.places and is_yes(state.given, id)]


def _elsewhere(knowledge: Knowledge, state: State) -> tuple[str, ...]:
    """Places in the leg beside some below it, or the other way round, that nothing explains.

    A region counts where it was volunteered and none of its places was named.
    """
    library, named = knowledge.library, _named(knowledge, state)
    if not named or state.side == "both":
        return ()
    leg = library.gates[LEG].opens
    first, is_in_leg = named[0], named[0] in leg
    conditions = (library.conditions | library.look_alikes).values()
    with_first = [condition.places for condition in conditions if first in condition.places]
    apart = [
        id
        for id in named[1:]
        if (id in leg) != is_in_leg and not any(id in places for places in with_first)
    ]
    regions = [
        id
        for id in knowledge.plan.regions
        if is_yes(state.given, id)
        and id not in state.asked
        and (id == LEG) != is_in_leg
        and not any(is_yes(state.given, place) for place in library.gates[id].opens)
    ]
    return (*apart, *regions)
