"""The question how much it hurts: where it is asked, and of what."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.workout import Workout
from skill.dialog.reply import Act, Closing, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import playback
from skill.interview.answers import is_yes
from skill.library.types import Answer, Library


def ask(state: State, *advice: Act, asks_to_stop: bool = False) -> Reply:
    """Stop, and ask how much it hurts, of who may ask whether to stop for it."""
    workout = replace(hurt(state), asks_to_stop=asks_to_stop)
    asked = replace(state, pending="how-much-pain", misses=0, workout=workout)
    return playback.question(asked).after(Act("stop-there"), *advice)


def asked_to_stop(state: State) -> bool:
    """Whether the number that is asked for tells if a set that was stopped for pain may go on."""
    workout = state.workout
    asked = workout is not None and workout.hurt and workout.asks_to_stop
    return asked and state.pending == "how-much-pain"


def ask_for_number(state: State, said: Statement = "pain-number-please") -> Reply:
    """A number is wanted, and what was said is none."""
    return playback.question(state).after(Act(said))


def said_to(grade: Answer) -> Statement:
    """What is said before a number is asked for: "yes" tells nothing, "a little" something."""
    return "pain-number-please" if grade is Answer.YES else "pain-in-a-number"


def of_no_sore_spot(library: Library, reply: Reply) -> Reply:
    """The reply, asking about the leg or the foot where no sore spot was told of."""
    if isinstance(reply, Closing) or reply.question.id != "how-much-pain":
        return reply
    given = reply.state.given
    if reply.state.result is not None or any(is_yes(given, id) for id in library.places):
        return reply
    return replace(reply, question=replace(reply.question, id="how-much-pain-anywhere"))


def hurt(state: State) -> Workout:
    """The workout, marked as stopped for pain, unless all of the exercise was heard already."""
    workout = workout_of(state)
    return replace(workout, hurt=workout.hurt or not is_over(state), held=False)
