"""The playback of an exercise: set-up, sets, going on, leaving, and the end of the workout."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from skill.coaching import doses, position
from skill.coaching.timeline import WAITS, Cue, Kind, first_part
from skill.coaching.workout import Workout, cues_of, seconds_after_it, seconds_at, side_at
from skill.dialog.clearance import (
    BONE_TOO,
    asks_of_bone_too,
    asks_of_sessions_too,
    next_open,
    routine_of,
)
from skill.dialog.reply import Act, Asking, Closing, Question, Reply, naming
from skill.dialog.sayings import Statement
from skill.dialog.state import Exercising, State, workout_of
from skill.dialog.transitions import is_over
from skill.interview.interview import Knowledge
from skill.library.speech_length import MOST_OF_INTERVAL, spoken_seconds
from skill.library.types import Library, OneSide, Sides

MOST_SECONDS = 240.0
"""The most seconds of sound in one response."""
AROUND = 30.0
"""Seconds of these that are kept for the words before a set-up or a set and the question after."""
SHORTEST_WAIT = 8.0
"""Seconds to get into place, once a set-up that is known was told."""
SIDE_NOW: dict[OneSide, Statement] = {"left": "side-now-left", "right": "side-now-right"}
WHY_BOTH: dict[doses.Both, Statement] = {"at-once": "both-share", "in-turn": "both-in-turn"}
"""Why both sides are worked though one is sore."""


def set_up(knowledge: Knowledge, state: State) -> Asking:
    """The exercise from its beginning: its set-up whole once, and later in one breath.

    What it alone asks about is asked first.
    """
    workout = workout_of(state)
    id = workout.now.exercise
    begun = replace(workout, cue=0, into=0.0, held=False, hurt=False, partial=False)
    begun = replace(begun, longer=None)
    asks = next_open(knowledge.library, state)
    if asks is not None:
        before_it = replace(begun, until=0, since=None, left_at=None, plainer=False)
        waiting = replace(state, pending=asks, misses=0, workout=before_it)
        with_bone = asks_of_bone_too(knowledge.library, waiting)
        return Asking((), Question(BONE_TOO[asks] if with_bone else asks), waiting)
    load = _load(knowledge.library, workout)
    if id not in workout.met and not state.brief:
        met = replace(begun, met=(*workout.met, id))
        both = doses.way_of_both_sides(knowledge.library, workout)
        why = (Act(WHY_BOTH[both]),) if both else ()
        return play(knowledge, replace(state, workout=met)).after(*why, *load)
    cues = cues_of(knowledge.library, begun)
    wait = next(i for i, cue in enumerate(cues) if cue.kind is Kind.FETCH)
    act = Act("set-up-again", id)
    before = _seconds_of(knowledge.library, id, "again")
    # Who knows it gets into place while it is told.
    told = min(before, max(cues[wait].lasts - SHORTEST_WAIT, 0.0))
    known = replace(begun, cue=wait, into=round(told, 3))
    return play(knowledge, replace(state, workout=known), before).after(*load, act)


def how_to(knowledge: Knowledge, state: State) -> Asking:
    """The whole set-up on request; it goes on at the repetition, or begins where it had not."""
    workout = workout_of(state)
    id = workout.now.exercise
    cue = cues_of(knowledge.library, workout)[workout.cue]
    if cue.kind in {Kind.SET_UP, Kind.FETCH} and not is_over(state):
        met = tuple(one for one in workout.met if one != id)
        return set_up(knowledge, replace(state, workout=replace(workout, met=met)))
    if not workout.held:
        return question(state).after(Act("whole-set-up", id))
    before = _seconds_of(knowledge.library, id, "whole")
    if not _fits(knowledge.library, workout, before):
        return question(state).after(Act("whole-set-up", id))
    reply = play(knowledge, state, before)
    return reply.after(Act("whole-set-up", id), Act("resuming"))


def _fits(library: Library, workout: Workout, before: float) -> bool:
    """Whether a repetition can be played after so many seconds: one with a long run may not."""
    left = position.cues_from(cues_of(library, workout), workout.position, workout.lead)
    try:
        first_part(left, MOST_SECONDS - AROUND - before)
    except ValueError:
        return False
    return True


def _seconds_of(library: Library, id: str, which: Literal["whole", "again"]) -> float:
    """How long a set-up takes in the language that needs longest for it."""
    each = [words.exercises[id] for words in library.words.values()]
    texts = [one.whole_setup if which == "whole" else (one.setup_again,) for one in each]
    return max(sum(map(spoken_seconds, said)) for said in texts) / MOST_OF_INTERVAL


def play(knowledge: Knowledge, state: State, before: float = 0.0) -> Asking:
    """What follows from the cue on, as far as it fits into a response, and what is then asked.

    `before` are the seconds of a set-up that is said before it.
    """
    workout = workout_of(state)
    cues = cues_of(knowledge.library, workout)
    left = position.cues_from(cues, workout.position, workout.lead)
    first = first_part(left, MOST_SECONDS - AROUND - before)
    until = len(cues) - (len(left) - len(first))
    whole = until == len(cues)
    pending: Exercising = "how-much-pain" if whole else "ready-question"
    is_set_up = first[-1].kind is Kind.FETCH
    playing = replace(workout, until=until, since=None, left_at=None, held=False, hurt=False)
    return Asking(
        _played(knowledge.library, workout, first),
        Question(pending if whole or is_set_up else "part-done"),
        replace(state, pending=pending, misses=0, workout=playing),
    )


def _played(library: Library, workout: Workout, cues: tuple[Cue, ...]) -> tuple[Act, ...]:
    """The breaths of a set-up, and the sets, each as one act."""
    exercise = workout.now.exercise
    sided = library.exercises[exercise].sides is Sides.EACH
    first = workout.first if sided else None
    breaths = tuple(cue for cue in cues if cue.kind is Kind.SET_UP)
    numbers, sets = doses.dose_of(library, workout), cues[len(breaths) :]
    dose = Act("set", exercise, numbers=numbers, cues=sets, first=first)
    return (Act("set-up", exercise, cues=breaths), dose) if breaths else (dose,)


def take_up(knowledge: Knowledge, state: State, *, named: bool = False) -> Asking:
    """Go on where it was cut off, or where the next part begins.

    After a question in passing the place is known; else, or to be `named`, it is told.
    """
    workout = workout_of(state)
    if is_over(state):
        return question(state)
    if not workout.held and workout.cue == 0:
        return set_up(knowledge, state)
    place: tuple[Act, ...] = ()
    if named or not workout.held:
        place = _soon(knowledge.library, workout) or side_now(knowledge.library, workout)
    return play(knowledge, state).after(Act("resuming"), *place)


def side_now(library: Library, workout: Workout) -> tuple[Act, ...]:
    """The side that goes on in a set: after a pause it may be forgotten. A wait names its own."""
    cue = cues_of(library, workout)[workout.cue]
    side = side_at(library, workout, cue)
    waits = cue.kind is Kind.SET_UP or cue.kind in WAITS
    return () if side is None or waits else (Act(SIDE_NOW[side]),)


def _soon(library: Library, workout: Workout) -> tuple[Act, ...]:
    """The set that a new part begins with: its rest was heard before the question."""
    cue = cues_of(library, workout)[workout.cue]
    if cue.kind is not Kind.COUNT_IN or cue.set == 1:
        return ()
    numbers = {"set": cue.set}
    last = cue.set == doses.dose_of(library, workout)["sets"]
    side = side_at(library, workout, cue)
    if side is None:
        return (Act("last-set" if last else "set-soon", numbers=numbers),)
    left = side == "left"
    if last:
        return (Act("last-set-left" if left else "last-set-right", numbers=numbers),)
    return (Act("set-soon-left" if left else "set-soon-right", numbers=numbers),)


def question(state: State) -> Asking:
    """What is open, asked while nothing plays."""
    asked: Exercising = "how-much-pain" if state.pending == "how-much-pain" else "ready-question"
    return Asking((), Question(asked), state)


def next_one(knowledge: Knowledge, state: State) -> Reply:
    """The exercise after this one, or the end of the workout."""
    workout = workout_of(state)
    if workout.step + 1 == len(workout.steps):
        return end(knowledge.library, state)
    return go_to(knowledge, state, workout.step + 1)


def next_when_ready(knowledge: Knowledge, state: State) -> Reply:
    """The exercise after this one, once somebody is ready; or the end of the workout."""
    workout = workout_of(state)
    if workout.step + 1 == len(workout.steps):
        return end(knowledge.library, state)
    following = _at_step(workout, workout.step + 1)
    named = naming(exercise=following.now.exercise)
    waiting = replace(state, pending="ready-question", misses=0, workout=following)
    return Asking((), Question("next-when-ready", names=named), waiting)


def previous_one(knowledge: Knowledge, state: State) -> Reply:
    """The exercise before this one; the first one from its beginning."""
    workout = workout_of(state)
    if workout.step == 0:
        return set_up(knowledge, state).after(Act("first-exercise"))
    return go_to(knowledge, state, workout.step - 1)


def go_to(knowledge: Knowledge, state: State, step: int) -> Reply:
    """An exercise of the workout, from its beginning."""
    workout = _at_step(workout_of(state), step)
    reply = set_up(knowledge, replace(state, workout=workout))
    return reply.after(announcement(knowledge.library, workout))


def announcement(library: Library, workout: Workout) -> Act:
    """The exercise that comes: which one of how many, and about how many minutes are left."""
    this = seconds_at(library, workout, workout.now)
    numbers = {
        "number": workout.step + 1,
        "count": len(workout.steps),
        "minutes": max(1, round((this + seconds_after_it(library, workout)) / 60)),
    }
    return Act("exercise-next", names=naming(exercise=workout.now.exercise), numbers=numbers)


def _load(library: Library, workout: Workout) -> tuple[Act, ...]:
    """What to say of the weight that a dose is done with; nothing where it has none."""
    dose = library.exercises[workout.now.exercise].levels[workout.now.level - 1]
    known: Statement = "with-load-again" if workout.now.exercise in workout.met else "with-load"
    return (Act(known, numbers={"repetitions": dose.repetitions}),) if dose.loaded else ()


def _at_step(workout: Workout, step: int) -> Workout:
    """The workout before the first cue of one of its exercises."""
    there = replace(workout, step=step, cue=0, into=0.0, until=0, held=False, hurt=False)
    return replace(there, partial=False, longer=None)


def end(library: Library, state: State) -> Reply:
    """What was done, and what to look for tomorrow. The session closes.

    Whose sessions are asked for in one breath with the step may leave them out: when the next step
    is earned is told, so that it can be named.
    """
    workout = workout_of(state)
    acts = [Act("session-done", numbers={"count": workout.done})] if workout.done else []
    if workout.wish.routine is not None and workout.done:
        acts.append(_step_done(library, state))
    return Closing((*acts, Act("coach-goodbye")))


def _step_done(library: Library, state: State) -> Act:
    routine, level = routine_of(library, workout_of(state)), workout_of(state).wish.level or 1
    assert routine is not None
    if not asks_of_sessions_too(state) or level == len(routine.levels):
        return Act("step-done", numbers={"level": level})
    stay = routine.progress.stays[level - 1]
    numbers = {"level": level, "sessions": stay.sessions, "days": stay.days}
    return Act("step-done-until", numbers=numbers)
