"""What is wanted by who has no pain: "there's no pain", in the check and before it."""

from __future__ import annotations

from skill.coaching.precautions import CHANGES_NOTHING
from skill.dialog.clearance import has_told
from skill.dialog.events import Answered, Described, Event, Said, Wants
from skill.dialog.state import State
from skill.dialog.wishes import exercise_wishes
from skill.dialog.wishes.painless_answers import OF_PAIN
from skill.interview import onset
from skill.interview.answers import YOUNG, is_yes
from skill.library.types import Answer, Library
from skill.understanding.heard import Heard


def told(library: Library, state: State | None, heard: Heard) -> Event | None:
    """What is wanted by who has no pain: exercise, as there is nothing to check.

    Where something was told that is to be checked, it answers a question about pain, and no other.
    """
    if not heard.well or heard.hurts or heard.course == "worse":
        return None
    past = (
        onset.findings_of_the_past(heard.since_days) | CHANGES_NOTHING | {"old-fracture-or-metal"}
    )
    so = heard.told
    if not so <= past:
        return None
    if state is None or state.pending == "open-question":
        return Wants(beside=exercise_wishes.beside(heard))
    if (
        state.pending == "offer-check"
        and is_yes(state.given, YOUNG)
        and heard.answer in {None, "no"}
    ):
        return Answered(Answer.NO)
    if state.pending != "question":
        return None
    if not (has_told(state) or state.resting):
        return Wants(beside=exercise_wishes.beside(heard))
    if state.asking in state.alarms and state.asking not in OF_PAIN:
        return Answered(Answer.NOT_SURE)  # A fall that was told is not undone by it.
    asks_for_it = state.asking in OF_PAIN or state.asking in exercise_wishes.where(library)
    no = asks_for_it or heard.answer == "no"
    if not no and state.asking in {*library.red_flags, *library.gates}:
        return None if heard.answer else Said("not-understood")  # It is no word on broken skin.
    return Described((), reply=Answer.NO if no else None, beside=exercise_wishes.beside(heard))
