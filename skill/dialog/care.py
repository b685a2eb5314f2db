"""The level of care in a sentence, and the last word after it."""

from __future__ import annotations

from skill.dialog.reply import Act
from skill.dialog.sayings import Statement
from skill.dialog.state import Result, State
from skill.library.types import Care, Library

CARE: dict[Care, Statement] = {
    Care.EMERGENCY: "care-emergency",
    Care.SAME_DAY: "care-same-day",
    Care.SEE_CLINICIAN: "care-see-clinician",
    Care.SELF_CARE: "care-self-care",
}
AGAIN: dict[Care, Statement] = {
    Care.EMERGENCY: "again-emergency",
    Care.SAME_DAY: "again-same-day",
    Care.SEE_CLINICIAN: "again-see-clinician",
    Care.SELF_CARE: "again-self-care",
}
CLOSING: dict[Care, Statement] = {
    Care.EMERGENCY: "closing-emergency",
    Care.SAME_DAY: "closing-same-day",
    Care.SEE_CLINICIAN: "closing-see-clinician",
    Care.SELF_CARE: "closing-self-care",
}

URGENT = frozenset({Care.EMERGENCY, Care.SAME_DAY})
"""The levels that name no condition and offer no exercise."""


def care_of(library: Library, state: State, result: Result) -> Act:
    """The level of care; nobody is told to call for help that was called."""
    if _is_coming(state, result):
        return Act("care-help-called")
    return Act("care-ambulance" if _by_ambulance(library, result) else CARE[result.care])


def again_of(library: Library, state: State, result: Result) -> Act:
    """The level of care in short, to whoever has heard it."""
    if _is_coming(state, result):
        return Act("care-help-called")
    return Act("again-ambulance" if _by_ambulance(library, result) else AGAIN[result.care])


def closing_of(state: State, result: Result) -> Act:
    """What matters most in one breath, before the talk ends."""
    if state.called and result.care is Care.SAME_DAY:
        return Act("closing-goes-same-day")
    return Act("closing-help-called" if _is_coming(state, result) else CLOSING[result.care])


def _by_ambulance(library: Library, result: Result) -> bool:
    """Whether something stands with which nobody is driven."""
    urgent = result.care is Care.EMERGENCY
    return urgent and any(library.red_flags[id].by_ambulance for id in result.flags)


def _is_coming(state: State, result: Result) -> bool:
    return state.called and result.care is Care.EMERGENCY
