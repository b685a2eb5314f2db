"""An exercise of which nothing was done, or not all, at the question how much it hurt."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import doses
from skill.dialog.events import Remark
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State, workout_of
from skill.dialog.workout import playback
from skill.dialog.workout.pain_question import ask_for_number
from skill.interview.interview import Knowledge


def reply_to(knowledge: Knowledge, state: State, what: Remark) -> Reply | None:
    """On without a number for what was not done; of a part that was, it is asked for."""
    if what == "done-in-part":
        return ask_for_number(in_part(state), "done-in-part")
    if what != "not-done" or workout_of(state).hurt:
        return None
    none = replace(in_part(state), misses=0)
    passed = replace(none, workout=replace(workout_of(none), pain=None))
    return playback.next_one(knowledge, passed).after(Act("not-done"))


def in_part(state: State) -> State:
    """The state in which not all of the exercise was done: that is not counted."""
    return replace(state, workout=doses.leave_undone(workout_of(state)))
