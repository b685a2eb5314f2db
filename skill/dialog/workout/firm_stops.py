"""A stop that stays: what it is for, what was open before it, and no way back to the set."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.reply import Act, Asking, Named
from skill.dialog.state import NO_WAY_BACK, State, Stopped
from skill.interview.answers import can_be_answered
from skill.interview.interview import Knowledge
from skill.library.types import Care, Library


def meant_by(library: Library, stopped: Stopped) -> set[str]:
    """The findings and flags that are asked about."""
    signs = library.stop_signs
    return {signs[id].raises or "" if id in signs else id for id in stopped.asks} - {""}


def has_no_way_back(stopped: Stopped) -> bool:
    """Whether a sign of heart or lungs ended the set."""
    return not NO_WAY_BACK.isdisjoint(stopped.asks)


def stay(knowledge: Knowledge, state: State, stopped: Stopped) -> Asking:
    """It stays stopped, and for what; then what was open. An emergency holds in its words."""
    waits = without_way_back(state, stopped) if stopped.waits is not None else state
    kept = replace(waits, misses=0, stopped=replace(stopped, waits=None, final=True))
    asked, told = question.pending(knowledge, kept), kept.result
    if told is not None and told.care is Care.EMERGENCY and not has_no_way_back(stopped):
        return asked.after(Act("load-emergency"), *(Act("because", id) for id in told.flags[:1]))
    return asked.after(_why_it_stays(knowledge, stopped))


def _why_it_stays(knowledge: Knowledge, stopped: Stopped) -> Act:
    """What was told, for which exercise stays stopped, and when to call for help."""
    library = knowledge.library
    told = meant_by(library, stopped)
    named = sorted(id for id in told if can_be_answered(library, id))
    if not named:
        return Act("stays-stopped")
    names = {"findings": (Named(named[0]),)}
    return Act(
        "stays-stopped-heart" if has_no_way_back(stopped) else "stays-stopped-for", names=names
    )


def without_way_back(state: State, stopped: Stopped) -> State:
    """What was open before the question, without a way back to the set."""
    waits = stopped.waits or "question"
    asking = state.asked[-1] if waits == "question" else None
    return replace(state, pending=waits, asking=asking, misses=0, stopped=None)
