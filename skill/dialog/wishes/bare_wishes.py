"""Wishes for exercise that tell of no trouble: a step alone, or by somebody under eighteen."""

from __future__ import annotations

from skill.coaching.precautions import ADULT_FROM
from skill.dialog.state import State
from skill.interview.answers import YOUNG
from skill.understanding.heard import Heard

OPENS = frozenset({"open-question", "offer-check", "check-offer"})
"""Questions at which nothing is under way."""


def is_of_the_young(state: State | None, heard: Heard) -> bool:
    """Whether exercise is all that is wanted, for somebody under eighteen whom nothing hurts."""
    opens = state is None or state.pending in OPENS
    young = heard.person == "child" if heard.age is None else heard.age < ADULT_FROM
    wished = heard.command in {"start_exercise", "list_exercises"}
    if not (opens and young and wished):
        return False
    felt = heard.told - {YOUNG}
    troubled = felt or heard.hurts or heard.sore or heard.body_part or heard.danger
    return not (troubled or heard.course)


def only_names_a_step(state: State | None, heard: Heard) -> bool:
    """Whether an opening names a step and tells of no trouble: "step two, same as yesterday".

    So does a yes to a routine that is offered: "yes, I'm on the third step".
    """
    agrees = state is not None and state.pending == "offer-routine" and heard.answer == "yes"
    opens = state is None or state.pending in OPENS or agrees
    felt = any(heard.findings.values()) or heard.hurts or heard.sore or heard.body_part
    names_another = heard.topic or heard.exercise or heard.person
    return opens and not (felt or names_another) and heard.course in {None, "same"}
