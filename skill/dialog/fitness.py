"""What is told beside a wish or an answer, and bears on exercise: a side, an age, a clearance."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import precautions
from skill.coaching.workout import Wish
from skill.dialog import check, description, question
from skill.dialog.events import Beside, Described, Event, Wants
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.state import State
from skill.dialog.transitions import FRESH
from skill.interview import onset
from skill.interview.assessment import assess
from skill.interview.interview import HOW_IT_BEGAN, Knowledge
from skill.library.types import Answer

LASTING = "over-six-weeks"


def noted(knowledge: Knowledge, before: State | None, event: Event) -> State | None:
    """The state with what was told beside an event, before the event is answered."""
    if not isinstance(event, Wants | Described) or event.beside == Beside():
        return before
    state, beside = before or FRESH, event.beside
    if beside.only is not None:
        state = replace(state, only=beside.only)
    if beside.cleared and "clinician-seen" not in state.screened:
        state = replace(state, screened=(*state.screened, "clinician-seen"))
    if beside.side is not None:
        state = replace(state, side=beside.side)
    if beside.felt:
        state = replace(state, given={**state.given, **dict.fromkeys(beside.felt, Answer.YES)})
    if beside.adult:
        state = replace(state, given={**state.given, "under-eighteen": Answer.NO})
    if isinstance(event, Wants) and (beside.cleared or beside.well):
        return _without_the_past(knowledge, state)
    asks_where = state.asking in {None, HOW_IT_BEGAN, *knowledge.plan.regions}
    if beside.well and asks_where and state.given.get(LASTING) is Answer.YES:
        return replace(state, given={**state.given, LASTING: Answer.NO})
    return state


def _without_the_past(knowledge: Knowledge, state: State) -> State:
    """The state without place, time and course of what is over.

    What is felt stays, and so does each danger.
    """
    past = onset.healed(state.since_days) | {"both-sides", *knowledge.plan.regions}
    given = {id: grade for id, grade in state.given.items() if id not in past}
    alarms = tuple(id for id in state.alarms if id not in past)
    return replace(state, given=given, alarms=alarms, since_days=None, course=None)


def take_wished(knowledge: Knowledge, before: State, event: Described) -> Reply:
    """What is told beside a wish for exercise: a reason to refuse it, or what is checked first.

    Without a clinician's word it is refused at once, unless something graver is told beside it.
    In an opening the check comes first, and a routine that was named is kept for after it.
    """
    taken = description.take(knowledge, before, event)
    if taken.state is None:
        return taken
    if _is_refused(knowledge, before, event, taken):
        offered = replace(taken.state, pending="offer-check", asking=None, asked=(), misses=0)
        return question.pending(knowledge, offered).after(Act("needs-clearance"))
    opens = before.pending == "open-question" and before.wish is None
    if not opens or taken.state.asking is None:
        return taken
    routine = event.beside.routine
    kept = replace(taken.state, wish=Wish(routine) if routine else None)
    return replace(taken, state=kept).after(Act("finish-first"))


def _is_refused(knowledge: Knowledge, before: State, event: Described, taken: Reply) -> bool:
    if event.beside.cleared or before.asking or before.workout or before.result:
        return False
    if isinstance(taken, Closing) or taken.result:
        return False
    if check.is_urgent(assess(knowledge.library, taken.state.given, taken.assessed)):
        return False
    return precautions.needs_clearance(event.present, event.since_days)
