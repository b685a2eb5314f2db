"""An exercise of which nothing was done, or not all, at the question how much it hurt."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import doses
from skill.dialog import playback, wishes
from skill.dialog.events import Counted, Event, Remark, Said
from skill.dialog.pain_question import ask_for_number
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State, workout_of
from skill.interview.interview import Knowledge
from skill.library.types import Library
from skill.understanding.heard import Heard


def of(library: Library, state: State | None, heard: Heard) -> Event | None:
    """That it was not done, unless something grave is told beside it, or the session is to end.

    Who left it for pain tells of pain. A number beside a part that was done rates that part.
    """
    if heard.undone is None or state is None or state.pending != "how-much-pain":
        return None
    if wishes.tells_of_danger(library, heard) or heard.command in wishes.MAY_CLOSE:
        return None
    if heard.sore and heard.number is None:
        return Said("hurts")
    if heard.undone == "all" and not heard.number:
        return Said("not-done")
    if heard.number is None:
        return Said("done-in-part")
    return Counted(heard.number, wish="done-in-part")


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
