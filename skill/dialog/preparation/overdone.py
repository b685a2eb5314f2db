"""A pain above the rule that is told before exercise: of today, or of the last session.

Today's ends exercise for the day, as one that is told in a set does. After one of another day it
is asked how it is now, and the step goes down and never up.
"""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.events import Rated
from skill.dialog.preparation import level
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State
from skill.dialog.transitions import leave_coach
from skill.dialog.workout import beginning
from skill.interview.interview import Knowledge

STANDS = "safety-today"
"""The question that is put once more after a pain of another day: how it is now."""


def take(knowledge: Knowledge, state: State, event: Rated) -> Reply:
    """What is said to it at a question before exercise."""
    if not event.before:
        return end(knowledge, state)
    open_again = tuple(one for one in state.screened if one != STANDS)
    hurt = replace(state, overdone=True, misses=0, screened=open_again)
    if state.pending == "last-sessions":
        led = level.down(knowledge, hurt)
        return beginning.go_on(knowledge, led.state).after(Act("pain-told-before"), *led.said)
    if state.pending in level.LEADING_UP:
        return question.pending(knowledge, hurt).after(Act("pain-told-before"))
    return beginning.go_on(knowledge, hurt).after(Act("pain-told-before"))


def end(knowledge: Knowledge, state: State) -> Reply:
    """No exercise for the rest of the day, and the offer of a check."""
    over = replace(leave_coach(state), pending="check-offer", resting=True, stopped=None)
    return question.pending(knowledge, over).after(Act("pain-told-over"))
