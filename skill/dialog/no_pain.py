"""What is wanted by who has no pain: "there's no pain", in the check and before it."""

from __future__ import annotations

from skill.coaching.precautions import CHANGES_NOTHING
from skill.dialog import wishes
from skill.dialog.clearance import has_told
from skill.dialog.events import Answered, Event, Wants
from skill.dialog.state import State
from skill.interview import onset
from skill.interview.answers import YOUNG, is_yes
from skill.library.types import Answer, Library
from skill.understanding.heard import Heard

OF_PAIN = frozenset({"severity", "severe-pain", "pain-at-rest", "night-pain"})
"""Questions of the check to which "there is no pain" is a no."""


def told(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What is wanted by who has no pain: exercise, as there is nothing to check.

    Where something was told that is to be checked, it answers a question about pain, and no other.
    """
    past = (
        onset.findings_of_the_past(heard.since_days) | CHANGES_NOTHING | {"old-fracture-or-metal"}
    )
    so = {id for id, true in heard.findings.items() if true}
    if not heard.well or heard.hurts or not so <= past or heard.course == "worse":
        return None
    if state is None or state.pending == "open-question":
        return Wants(beside=wishes.beside(heard))
    if (
        state.pending == "offer-check"
        and is_yes(state.given, YOUNG)
        and heard.answer in {None, "no"}
    ):
        return Answered(Answer.NO)
    if state.pending != "question":
        return None
    if has_told(state):
        if state.asking in state.alarms and state.asking not in OF_PAIN:
            return Answered(Answer.NOT_SURE)  # A fall that was told is not undone by it.
        asks_for_it = state.asking in OF_PAIN or state.asking in wishes.where(library)
        return Answered(Answer.NO) if asks_for_it and heard.answer is None else None
    return Wants(beside=wishes.beside(heard))
