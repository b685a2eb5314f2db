"""After a result: another place that is told instead of the one that counted."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog.care import URGENT
from skill.dialog.events import Described
from skill.dialog.state import AFTER_RESULT, State
from skill.interview.answers import is_yes
from skill.interview.assessment import assess
from skill.interview.interview import Knowledge
from skill.library.types import Answer


def gone(knowledge: Knowledge, state: State, event: Described) -> tuple[str, ...]:
    """The places that count no longer, as another is told in their place: "it's the inside, not
    the heel", "my heel, not my ankle". None where an urgent result would be lower without them:
    both count then.
    """
    told, library = state.result, knowledge.library
    if told is None or state.pending not in AFTER_RESULT or not event.moves:
        return ()
    regions = knowledge.plan.regions
    new = [id for id in event.present if id in library.places or id in regions]
    within = {part for id in new for part in (id, *regions.get(id, ()))}
    old = [id for id in state.given if id in library.places and is_yes(state.given, id)]
    if not new or within.intersection(old):
        return ()
    after = without(knowledge, state, tuple(old)).given
    after = {**after, **dict.fromkeys(new, Answer.YES)}
    lower = assess(library, after).rank < assess(library, state.given).rank
    return () if lower and told.care in URGENT else tuple(old)


def without(knowledge: Knowledge, state: State, places: tuple[str, ...]) -> State:
    """The state in which these places are denied, and the regions that are only theirs are open."""
    regions = knowledge.plan.regions
    theirs = {id for id, within in regions.items() if not {*places}.isdisjoint(within)}
    given = {id: grade for id, grade in state.given.items() if id not in theirs}
    return replace(state, given={**given, **dict.fromkeys(places, Answer.NO)}, second=())
