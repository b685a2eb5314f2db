"""The level of care in a sentence, and the last word after it."""

from __future__ import annotations

from skill.dialog.reply import Act
from skill.dialog.sayings import Statement
from skill.dialog.state import Result, State
from skill.library.types import Care

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


def care_of(state: State, result: Result) -> Act:
    """The level of care; nobody is told to call for help that was called."""
    return Act("care-help-called" if _is_coming(state, result) else CARE[result.care])


def again_of(state: State, result: Result) -> Act:
    """The level of care in short, to whoever has heard it."""
    return Act("care-help-called" if _is_coming(state, result) else AGAIN[result.care])


def closing_of(state: State, result: Result) -> Act:
    """What matters most in one breath, before the talk ends."""
    return Act("closing-help-called" if _is_coming(state, result) else CLOSING[result.care])


def _is_coming(state: State, result: Result) -> bool:
    return state.called and result.care is Care.EMERGENCY
