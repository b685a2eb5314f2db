"""A wish beside a number of pain: the number counts, and the wish is done or kept."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from skill.coaching import doses
from skill.coaching.progression import AtLevel, harder
from skill.coaching.workout import Workout
from skill.dialog.events import Remark
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State, workout_of
from skill.dialog.workout import difficulty, dose_words, omissions, waits
from skill.dialog.workout.pain_rules import BEARABLE, KEEPS, WELL
from skill.interview.interview import Knowledge

Counts = Callable[[State], Reply]
"""Takes a number of pain in a state."""
HOLDING: frozenset[Remark | None] = frozenset({"pause", "wait"})


def take(knowledge: Knowledge, state: State, wish: Remark | None, counted: Counts) -> Reply:
    """A number of pain, `counted` in a state, and what is wanted beside it or was before."""
    if wish == "done-in-part":
        return counted(omissions.in_part(state))
    kept = state.pending == "how-much-pain" and workout_of(state).wants_harder
    if wish == "harder" or (wish is None and kept):
        return _harder(knowledge, difficulty.forget(state), counted)
    if wish in HOLDING:
        return _held(knowledge, state, counted)
    reply = counted(state)
    return reply.after(Act("volume")) if wish == "volume" else reply


def _harder(knowledge: Knowledge, state: State, counted: Counts) -> Reply:
    """The next exercise gets harder, or the set that is on; after pain neither does."""
    workout = workout_of(state)
    further = _next(knowledge, state)
    more = state if further is None else replace(state, workout=further)
    on = counted(more)
    first = on.said[0].id if on.said else None
    if first in KEEPS:
        stays = counted(state)
        return replace(stays, said=(stays.said[0], Act("not-after-pain"), *stays.said[1:]))
    if first not in WELL:
        return counted(state)
    after = on.state.workout if on.state is not None else None
    if on.state is not None and after is not None and after.step == workout.step:
        same = replace(after, steps=workout.steps, hardened=workout.hardened)
        same_set = replace(on.state, workout=same)
        return difficulty.make_harder(knowledge, same_set).after(on.said[0])
    told = Act("harder-next-session")
    if further is not None:
        at = workout.step + 1
        coming = replace(further, step=at)
        told = dose_words.of_change(knowledge.library, workout.steps[at], coming, "harder-next")
    return replace(on, said=(on.said[0], told, *on.said[1:]))


def _next(knowledge: Knowledge, state: State) -> Workout | None:
    """The workout in which more of the next exercise is done; None where there is no more of it.

    It stays the same exercise, once in a session.
    """
    workout = workout_of(state)
    if workout.step + 1 == len(workout.steps):
        return None
    coming = workout.steps[workout.step + 1]
    exercises = knowledge.library.exercises
    if doses.measure_of(exercises[coming.exercise]) == "minutes":
        return None  # A walk or a run grows by its plan alone.
    further = harder(exercises, coming)
    if further is None or further.exercise != coming.exercise:
        return None
    if not {workout.now.exercise, coming.exercise}.isdisjoint(workout.hardened):
        return None
    return _with_next(workout, further)


def _with_next(workout: Workout, further: AtLevel) -> Workout:
    at = workout.step + 1
    steps = (*workout.steps[:at], further, *workout.steps[at + 1 :])
    names = (workout.now.exercise, further.exercise)
    hardened = tuple(dict.fromkeys((*workout.hardened, *names)))
    return replace(workout, steps=steps, hardened=hardened)


def _held(knowledge: Knowledge, state: State, counted: Counts) -> Reply:
    """The number counts, and what comes next waits."""
    on = counted(state)
    going = tuple(act for act in on.said if act.id in BEARABLE)
    if not going or on.state is None or on.state.workout is None:
        return on
    workout = replace(workout_of(on.state), until=0, held=False, met=workout_of(state).met)
    waiting = replace(on.state, pending="ready-question", workout=workout)
    return waits.hold(knowledge, waiting).after(*going)
