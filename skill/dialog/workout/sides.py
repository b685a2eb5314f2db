"""One side alone, where the sides of an exercise take turns."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.position import Position, in_other_cues
from skill.coaching.timeline import Cue, Kind
from skill.coaching.workout import Workout, cues_of
from skill.dialog.events import Said
from skill.dialog.reply import Act, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import playback
from skill.interview.interview import Knowledge
from skill.library.types import Library, OneSide, Sides

ONLY: dict[OneSide, Statement] = {"left": "only-left", "right": "only-right"}


def wanted(state: State, event: Said) -> OneSide | None:
    """The one side that is wanted: the one that is named, else the one that is sore."""
    side = event.side or state.side
    return side if side == "left" or side == "right" else None


def leave_other_out(knowledge: Knowledge, state: State, only: OneSide) -> Reply:
    """On with one side; what is left of an exercise for the other falls away."""
    workout = workout_of(state)
    said = Act(ONLY[only])
    alone = replace(workout, only=only, first=only, into=0.0)
    if is_over(state):
        return playback.question(replace(state, workout=alone)).after(said)
    at = _place(knowledge.library, workout, alone)
    if at is None:
        over = replace(alone, cue=0, held=False)
        done = replace(state, pending="how-much-pain", misses=0, workout=over)
        return playback.question(done).after(said)
    on = replace(state, workout=replace(alone, cue=at.cue, into=at.into))
    return playback.take_up(knowledge, on).after(said)


def _place(library: Library, before: Workout, after: Workout) -> Position | None:
    """Where the one side goes on: at its repetition, or at its next set; None where none is left.

    A set of the other side that is on is left, and the rest that this side has earned is kept.
    """
    cues = cues_of(library, before)
    cue = cues[before.cue]
    turns = library.exercises[before.now.exercise].sides is Sides.EACH
    if not turns or cue.kind in {Kind.SET_UP, Kind.FETCH}:
        return before.position
    if before.only is not None and before.only == after.only:
        return before.position
    is_on = (before.first == after.only) == (cue.side == 1)
    comes_after = before.first != after.only
    alone = cues_of(library, after)
    if is_on:
        same = next(i for i, one in enumerate(alone) if _order(one) >= _order(cue))
        if same == before.cue:
            return before.position
        return in_other_cues(cues, before.position, alone, same)
    number = cue.set if comes_after else cue.set + 1
    waits = {Kind.COUNT_IN} if comes_after else {Kind.REST}
    begins = (i for i, one in enumerate(alone) if one.set == number and one.kind in waits)
    at = next(begins, None)
    return None if at is None else Position(at)


def _order(cue: Cue) -> tuple[int, int, int]:
    """How far a cue is in an exercise of one side: what leads to a set comes before it."""
    leads = {Kind.SET_UP: -3, Kind.FETCH: -2, Kind.REST: -2, Kind.SWITCH: -2, Kind.COUNT_IN: -1}
    return (cue.set, leads.get(cue.kind, 0), cue.repetition if cue.kind is Kind.PHASE else 0)
