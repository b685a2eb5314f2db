"""What somebody takes back: a danger that counted and is denied now is asked once more."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.reply import Asking
from skill.dialog.state import State
from skill.interview.answers import can_be_answered, is_yes
from skill.interview.knowledge import Knowledge


def taken_back(knowledge: Knowledge, state: State, denied: Iterable[str]) -> str | None:
    """The gravest flag that counted so far and is denied now, beside another question.

    A denial that nobody asked for may be misheard, so it settles nothing by itself.
    """
    flags = knowledge.library.red_flags
    counted = [id for id in denied if id in flags and is_yes(state.given, id)]
    return max(counted, key=lambda id: flags[id].care.rank, default=None)


def decisive(knowledge: Knowledge, state: State) -> str | None:
    """The answer that the care of the result rests on, the last one of several."""
    told = state.result
    if told is None or not told.flags:
        return None
    flag = knowledge.library.red_flags[told.flags[0]]
    reads = (told.flags[0],) if flag.rule is None else flag.reads
    counted = [id for id in state.given if id in reads and is_yes(state.given, id)]
    counted = [id for id in counted if can_be_answered(knowledge.library, id)]
    flagged = [id for id in counted if id in knowledge.library.red_flags]
    return next(reversed(flagged or counted), None)


def ask_anew(knowledge: Knowledge, state: State, id: str) -> Asking:
    """Ask this once more; the answer that it had counts no longer, and neither does the result."""
    given = {other: grade for other, grade in state.given.items() if other != id}
    after = replace(
        state,
        pending="question",
        asking=id,
        asked=(*(other for other in state.asked if other != id), id),
        given=given,
        unsure=tuple(other for other in state.unsure if other != id),
        misses=0,
        result=None,
    )
    return question.pending(knowledge, after)
