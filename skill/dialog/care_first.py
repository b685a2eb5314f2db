"""The level of care that was told, as the answer to what is asked after it."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.reply import Act, Asking
from skill.dialog.result import reason_told
from skill.dialog.sayings import Statement
from skill.dialog.state import State
from skill.interview.interview import Knowledge
from skill.library.types import Care

WAIT: dict[Care, Statement] = {
    Care.EMERGENCY: "wait-emergency",
    Care.SAME_DAY: "wait-same-day",
    Care.SEE_CLINICIAN: "wait-see-clinician",
    Care.SELF_CARE: "wait-self-care",
}
"""What is said to whoever asks whether it can wait."""

LOAD: dict[Care, Statement] = {
    Care.EMERGENCY: "load-emergency",
    Care.SAME_DAY: "load-same-day",
    Care.SEE_CLINICIAN: "load-see-clinician",
}
"""What is said to whoever asks about running, sport or exercises; self care lets them be told."""

FIRST: dict[Care, Statement] = {
    Care.EMERGENCY: "first-emergency",
    Care.SAME_DAY: "first-same-day",
}
"""What is said to whoever asks what to do about it at home: where it is urgent, nothing."""


def can_it_wait(knowledge: Knowledge, state: State) -> Asking:
    """Whether it can wait, and why not, and on where it was."""
    return _by_the_level(knowledge, state, WAIT)


def load_barred(knowledge: Knowledge, state: State) -> Asking | None:
    """That it is not to be loaded, and why not, and on where it was; None where it may be."""
    return _by_the_level(knowledge, state, LOAD) if _is_at(state, LOAD) else None


def home_care_barred(knowledge: Knowledge, state: State) -> Asking | None:
    """That care comes before all that is done at home; None where it can wait."""
    return _by_the_level(knowledge, state, FIRST) if _is_at(state, FIRST) else None


def _is_at(state: State, words: dict[Care, Statement]) -> bool:
    return state.result is not None and state.result.care in words


def _by_the_level(knowledge: Knowledge, state: State, words: dict[Care, Statement]) -> Asking:
    told = state.result
    assert told is not None
    asked = question.pending(knowledge, replace(state, misses=0))
    return asked.after(*reason_told(knowledge, state, told), Act(words[told.care]))
