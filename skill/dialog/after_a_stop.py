"""After a set was stopped: what decides the care of its sign is asked, and then no more unasked."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog.sayings import Statement
from skill.dialog.state import State
from skill.interview.assessment import Assessment
from skill.interview.interview import Ask, Knowledge, proceed
from skill.library.types import Answer, Care, Library

MOST = 40
"""More questions than any check asks."""


def next_one(
    knowledge: Knowledge, state: State, following: Ask, assessed: Assessment
) -> Ask | None:
    """What is asked next, past the questions that have no part in it; None where all is answered.

    What is urgent, or was told besides, is asked on as in any check.
    """
    decisive = _decisive(knowledge.library, state)
    if not decisive or assessed.rank >= Care.SAME_DAY.rank:
        return following
    given, asked = {**state.given}, state.asked
    for _ in range(MOST):
        if following.id in decisive:
            return following
        given.setdefault(following.id, Answer.NO)
        asked = (*asked, following.id)
        after = proceed(knowledge, given, asked, asked)
        if not isinstance(after, Ask):
            return None
        following = after
    return None


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
