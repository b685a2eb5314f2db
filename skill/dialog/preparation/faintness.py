"""A stop sign that is told before exercise; after a faint, breath and chest come first."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import question
from skill.dialog.check import check
from skill.dialog.clearance import has_told
from skill.dialog.events import Answered, Event
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State, workout_of
from skill.dialog.workout import beginning
from skill.interview.answers import asked_by
from skill.interview.assessment import assess
from skill.interview.interview import HOW_IT_BEGAN, Knowledge
from skill.library.types import Answer


def put_off(knowledge: Knowledge, state: State, sign: str) -> Reply:
    """No exercise with a stop sign; after a faint or the like, breath and chest come first."""
    waits = beginning.put_off(knowledge, state, workout_of(state).wish)
    first = knowledge.library.stop_signs[sign].asks
    if first is None or waits.state is None:
        return waits
    # How a faint began tells nothing of an ankle.
    anew = asked_by(knowledge.library, first)  # Whatever was denied before it.
    given = waits.state.given
    given = {id: given[id] for id in given if id not in anew or given[id] is not Answer.NO}
    left = replace(waits.state, asked=(HOW_IT_BEGAN,), given=given)
    asked = check.ask(knowledge, left, first, assess(knowledge.library, left.given))
    return asked.after(Act("exercise-later"), Act("advice", sign))


def settle(knowledge: Knowledge, state: State | None, event: Event) -> Reply | None:
    """The offer of a check, once breath and chest are fine and nothing else was told.

    None where that is not what was asked first.
    """
    denies = isinstance(event, Answered) and event.grade is Answer.NO
    if state is None or not denies or state.pending != "question":
        return None
    first = {sign.asks for sign in knowledge.library.stop_signs.values()} - {None}
    alone = (
        state.asked == (HOW_IT_BEGAN, state.asking)
        and state.wish is not None
        and state.asking in first
    )
    if not alone or has_told(replace(state, alarms=())) or state.alarms != ("safety-today",):
        return None
    return question.pending(knowledge, replace(state, pending="check-offer", asking=None, asked=()))
