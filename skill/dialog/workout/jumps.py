"""Jumps in a workout: to an exercise that is named, and past one that is not wanted."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching.workout import Workout
from skill.dialog.events import GoesTo
from skill.dialog.reply import Act, Named, Reply, naming
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import playback
from skill.interview.interview import Knowledge

MOST_NAMED = 4
"""So many exercises are named at once, at most."""


def jump(knowledge: Knowledge, state: State, event: GoesTo) -> Reply:
    """Go to an exercise of the workout, leave one out, or say that it is not among them."""
    workout = workout_of(state)
    if leads_somewhere(state, event):
        step = _nearest(workout, _meant(workout, event), back=event.back)
        return playback.go_to(knowledge, state, step)
    if leaves_this(state, event):
        return playback.next_one(knowledge, state)
    stays, said = aside(state, event)
    return _on(knowledge, stays).after(said)


def leads_somewhere(state: State, event: GoesTo) -> bool:
    """Whether the workout has what is wanted."""
    return bool(_meant(workout_of(state), event)) and not event.leaves_out


def leaves_this(state: State, event: GoesTo) -> bool:
    """Whether it is the exercise that is on that is not wanted."""
    workout = workout_of(state)
    return event.leaves_out and workout.step in _meant(workout, event)


def aside(state: State, event: GoesTo) -> tuple[State, Act]:
    """The state that stays where it is, and what is said: what is left out later, or not there."""
    workout = workout_of(state)
    steps = _meant(workout, event)
    ahead = [i for i in steps if i > workout.step]
    if not steps:
        return state, _others(workout)
    if not ahead:
        return state, Act("was-done-before")
    return _without(state, ahead)


def leave_next_out(state: State) -> tuple[State, Act]:
    """The state without the exercise after the one that is on, and that it is left out."""
    workout = workout_of(state)
    if len(workout.ahead) == 1:
        return state, Act("next-is-none")
    return _without(state, [workout.step + 1])


def _without(state: State, ahead: list[int]) -> tuple[State, Act]:
    """The state without some exercises that are to come, counted from 0, and the first by name."""
    workout = workout_of(state)
    kept = tuple(step for i, step in enumerate(workout.steps) if i not in ahead)
    names = naming(exercise=workout.steps[ahead[0]].exercise)
    without = replace(state, workout=replace(workout, steps=kept))
    return without, Act("left-out-later", names=names)


def _meant(workout: Workout, event: GoesTo) -> list[int]:
    """The exercises of the workout that may be meant, counted from 0."""
    count = len(workout.steps)
    if event.place is None:
        return [i for i, step in enumerate(workout.steps) if step.exercise in event.exercises]
    at = count - 1 if event.place < 0 else event.place - 1
    return [at] if 0 <= at < count else []


def _nearest(workout: Workout, steps: list[int], *, back: bool) -> int:
    """The nearest of some exercises: going back one before this, else one behind it."""
    before = [i for i in reversed(steps) if i < workout.step]
    behind = [i for i in steps if i > workout.step]
    either = (*before, *behind) if back else (*behind, *before)
    return either[0] if either else steps[0]


def _others(workout: Workout) -> Act:
    """That it is not among the exercises, and which are: those to come, else those before."""
    there = [step.exercise for step in workout.ahead[1:]] or [*workout.before]
    if not there:
        return Act("only-this-one", names=naming(exercise=workout.now.exercise))
    named = tuple(Named(id) for id in there[:MOST_NAMED])
    return Act("not-among-them", names={"exercises": named})


def _on(knowledge: Knowledge, state: State) -> Reply:
    """On where it was; what was asked is asked again."""
    held = workout_of(state).held and not is_over(state)
    return playback.take_up(knowledge, state) if held else playback.question(state)
