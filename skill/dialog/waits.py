"""Waits before a set and between sets: ending one early, and making one longer."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import position
from skill.coaching.timeline import WAITS, Kind
from skill.coaching.workout import LONGEST_ADDED, cues_of
from skill.dialog import playback
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.interview.interview import Knowledge


def end(knowledge: Knowledge, state: State) -> State:
    """End the set-up, wait or rest that is on. A rest between two parts stays."""
    workout = workout_of(state)
    cues = cues_of(knowledge.library, workout)
    begins = workout.cue > 0 and cues[workout.cue].kind in {Kind.SET_UP, Kind.FETCH}
    if not workout.held and not begins:
        return state
    at = position.end_of_wait(cues, workout.cue)
    return replace(state, workout=replace(workout, cue=at, into=0.0))


ADDED = 30.0
"""Seconds by which a wait is made longer at a time."""


def lengthen(knowledge: Knowledge, state: State) -> Reply:
    """More seconds for a wait that is on; anywhere else, a pause."""
    workout = workout_of(state)
    cue = cues_of(knowledge.library, workout)[workout.cue]
    if is_over(state) or cue.kind not in WAITS:
        return playback.hold(knowledge, state)
    into = max(workout.into - ADDED, -LONGEST_ADDED)
    longer = replace(workout, into=into, held=False)
    said = Act("rest-longer", numbers={"seconds": round(ADDED)})
    return playback.play(knowledge, replace(state, workout=longer)).after(said)
