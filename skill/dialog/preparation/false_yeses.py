"""A yes that put exercise off, and is taken back where a check is offered instead."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.workout import Workout
from skill.dialog.clearance import next_open
from skill.dialog.events import Answered, Described, Event, Said
from skill.dialog.preparation import screening
from skill.dialog.reply import Act, Reply
from skill.dialog.state import Pending, State
from skill.interview.interview import Knowledge
from skill.library.types import Answer


def take_back(knowledge: Knowledge, state: State | None, event: Event) -> Reply | None:
    """The question once more whose yes put exercise off, where that is taken back, or it is asked
    why: "I meant there's nothing new", "why ever not".

    Only a plain no to it then begins; None where nothing is taken back.
    """
    if state is None or state.pending != "check-offer" or state.wish is None:
        return None
    if state.resting or state.alarms not in {(), ("safety-today",)}:
        return None
    again: Pending = "safety-today" if state.alarms else "safety-person"
    match event:
        case (
            Said("change" | "false-alarm" | "back-to-exercise" | "why" | "reasons")
            | Answered(Answer.NOT_SURE)
            | Described(present=(), reply=None | Answer.NO, course=None)
        ):
            workout = Workout(state.wish)
            asked = replace(state, pending=again, misses=0, wish=None, workout=workout)
            if next_open(knowledge.library, asked) != again:
                return None
            plainer = screening.ask_plainer(knowledge, asked)
            return plainer.after(Act("why-safety")) if _asks_why(event) else plainer
    return None


def _asks_why(event: Event) -> bool:
    """Whether it is asked why exercise waits, or is not understood."""
    return event in {Said("why"), Said("reasons"), Answered(Answer.NOT_SURE)}
