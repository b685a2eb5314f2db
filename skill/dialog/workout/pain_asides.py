"""What is asked or wanted in view of a number of pain: the number counts, and so does that."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from skill.coaching import doses
from skill.coaching.progression import AtLevel, harder
from skill.coaching.workout import Workout
from skill.dialog.events import Aside, GoesTo, Remark, Said
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State, workout_of
from skill.dialog.workout import difficulty, dose_words, jumps, omissions, stop_requests
from skill.dialog.workout.pain_rules import GOES_ON, KEEPS, WELL
from skill.interview.interview import Knowledge

Counts = Callable[[State], Reply]
"""Takes a number of pain in a state."""
OF_PAIN: frozenset[Remark] = frozenset({"harder", "may-stop", "done-in-part"})
"""What is taken in view of the number that is told with it; so is a way to another exercise."""
KEPT_ON = GOES_ON | KEEPS
"""What is said of a pain with which all goes on as it was."""


def is_of_pain(one: Aside) -> bool:
    """Whether it is taken in view of the number that is told with it."""
    return isinstance(one, GoesTo) or (isinstance(one, Said) and one.what in OF_PAIN)


def take(knowledge: Knowledge, state: State, counted: Counts) -> Reply:
    """A number of pain; something harder may have been wanted before."""
    if state.pending == "how-much-pain" and workout_of(state).wants_harder:
        return _harder(knowledge, state, counted)
    return counted(state)


def take_with(knowledge: Knowledge, state: State, counted: Counts, beside: Aside) -> Reply:
    """A number of pain, and what is asked or wanted in view of it."""
    match beside:
        case GoesTo():
            return _jump(knowledge, state, counted, beside)
        case Said("may-stop"):
            return stop_requests.wait(knowledge, state, counted(state))
        case Said("harder"):
            return _harder(knowledge, state, counted)
        case Said("done-in-part"):
            return counted(omissions.in_part(state))
    return take(knowledge, state, counted)


def _jump(knowledge: Knowledge, state: State, counted: Counts, to: GoesTo) -> Reply:
    """A number of pain, and the exercise that is wanted after it where the number lets it go on."""
    if not (jumps.leads_somewhere(state, to) or jumps.leaves_this(state, to)):
        stays, said = jumps.aside(state, to)
        return counted(stays).after(said)
    on = counted(state)
    kept = tuple(act for act in on.said if act.id in KEPT_ON)
    if on.state is None or on.state.workout is None or not kept:
        return on
    if jumps.leaves_this(state, to) and workout_of(on.state).step != workout_of(state).step:
        return on
    elsewhere = replace(on.state, workout=replace(workout_of(on.state), until=0))
    return jumps.jump(knowledge, elsewhere, to).after(*kept)


def _harder(knowledge: Knowledge, state: State, counted: Counts) -> Reply:
    """The next exercise gets harder, or the set that is on; after pain neither does."""
    state = difficulty.forget(state)
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
