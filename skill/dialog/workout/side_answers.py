"""Which side is on, which was, and whether one works or both: what is told of it in passing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from skill.coaching.timeline import Cue, Kind
from skill.coaching.workout import cues_of, side_at
from skill.dialog.reply import Act
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout.playback import SIDE_NOW
from skill.interview.interview import Knowledge
from skill.library.types import OneSide, Sides

AboutSides = Literal["which-side", "last-side", "one-or-both"]
"""The questions that are answered here."""

ABOUT_SIDES: frozenset[AboutSides] = frozenset(get_args(AboutSides))
WAS: Mapping[OneSide, Statement] = {"left": "side-was-left", "right": "side-was-right"}
COMES: Mapping[OneSide, Statement] = {"left": "side-comes-left", "right": "side-comes-right"}


def answer(knowledge: Knowledge, state: State, asked: AboutSides) -> tuple[Act, ...]:
    """What is told of the sides of the exercise that is on, or that was heard."""
    workout = workout_of(state)
    if knowledge.library.exercises[workout.now.exercise].sides is not Sides.EACH:
        return (Act("side-now-both"),)
    on, last = _on(knowledge, state), _last(knowledge, state)
    was = () if last is None else (Act(WAS[last]),)
    if asked == "last-side" and was:
        return was if on is None else (*was, Act(COMES[on]))
    if asked == "one-or-both":
        return (Act("one-side"), *(() if on is None else (Act(COMES[on]),)))
    return was if on is None else (Act(SIDE_NOW[on]),)


def _on(knowledge: Knowledge, state: State) -> OneSide | None:
    """The side that is on, or comes; None once the exercise is over."""
    workout = workout_of(state)
    if is_over(state):
        return None
    return side_at(knowledge.library, workout, cues_of(knowledge.library, workout)[workout.cue])


def _last(knowledge: Knowledge, state: State) -> OneSide | None:
    """The side that was worked before the one that is on; None where none was."""
    workout = workout_of(state)
    cues = cues_of(knowledge.library, workout)
    if is_over(state):
        done: Cue | None = cues[workout.cue] if workout.hurt else cues[-1]
    else:
        here = (cues[workout.cue].set, cues[workout.cue].side)
        before = [cue for cue in cues[: workout.cue] if cue.kind is Kind.PHASE]
        done = next((cue for cue in reversed(before) if (cue.set, cue.side) != here), None)
    return None if done is None else side_at(knowledge.library, workout, done)
