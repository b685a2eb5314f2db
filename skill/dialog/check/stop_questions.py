"""After a set was stopped: what decides the care of its sign is asked, and then no more unasked."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from skill.dialog.sayings import Statement
from skill.dialog.state import State
from skill.interview.assessment import Assessment
from skill.interview.interview import Ask, Knowledge, by_noes
from skill.library.types import Care, Library


def next_one(
    knowledge: Knowledge, state: State, following: Ask, assessed: Assessment
) -> Ask | None:
    """What is asked next, past the questions that have no part in it; None where all is answered.

    What is urgent, or was told besides, is asked on as in any check.
    """
    asks = by_noes(knowledge, following, state.given, state.asked)
    due = is_due(knowledge.library, state, assessed)
    return next((ask for ask in asks if due(ask.id)), None)


def is_due(library: Library, state: State, assessed: Assessment) -> Callable[[str], bool]:
    """Whether a question has a part in what stopped the set; each has where that ends nothing."""
    decisive = _decisive(library, state)
    if not decisive or assessed.rank >= Care.SAME_DAY.rank:
        return lambda id: True
    return decisive.__contains__


def settled(state: State, following: Ask, assessed: Assessment) -> tuple[State, Statement]:
    """All that decides it was answered: exercise is over for today, and the rest is offered."""
    assert state.stopped is not None
    after = replace(
        state,
        pending="go-on",
        asking=None,
        asked=(*state.asked, following.id),
        misses=0,
        stopped=replace(state.stopped, settled=True),
    )
    seen = assessed.rank >= Care.SEE_CLINICIAN.rank
    return after, "stop-settled-seen" if seen else "stop-settled"


def _decisive(library: Library, state: State) -> frozenset[str]:
    """The questions that decide the care of what ended a set, each by its id and its parts."""
    stopped = state.stopped
    if stopped is None or stopped.settled:
        return frozenset()
    signs = [library.stop_signs.get(id) for id in stopped.asks]
    decided = [sign.decided_by if sign is not None else () for sign in signs]
    if not all(decided):
        return frozenset()
    asked = {id for ids in decided for id in ids}
    parts = {part for id in asked if id in library.gates for part in library.gates[id].opens}
    return frozenset(asked | parts)
