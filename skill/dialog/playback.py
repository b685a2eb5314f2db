"""An exercise that is coached: set up, played, taken up again, left, and the end of a session."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import position, selection
from skill.coaching.progression import AtLevel, easier
from skill.coaching.timeline import Cue, Kind, first_part, pause, timeline
from skill.dialog.reply import Act, Asking, Closing, Question, Reply, naming
from skill.dialog.state import Exercising, State, workout_of
from skill.dialog.workout import Workout
from skill.interview.answers import known_from
from skill.interview.knowledge import Knowledge
from skill.library.speaking import MOST_OF_INTERVAL, spoken_seconds
from skill.library.types import Library

MOST_SECONDS = 240.0
"""Of sound in one response."""
AROUND = 30.0
"""Seconds of it that are kept for what is said before a set-up or a set, and asked after it."""


def stopped(library: Library, state: State, now: float | None) -> State:
    """The state in which an event finds somebody at `now`, in seconds since 1970.

    What was playing is held where it was cut off; without a time, where it began.
    """
    workout = state.workout
    if workout is None or not workout.until:
        return state
    elapsed = 0.0 if now is None or workout.since is None else max(now - workout.since, 0.0)
    cues = cues_of(library, workout)
    at = position.interrupted(cues, workout.cue, workout.until, elapsed)
    still = replace(workout, until=0, since=None)
    if at is not None:
        return replace(state, workout=replace(still, cue=at, held=True))
    following = workout.until if workout.until < len(cues) else workout.cue
    return replace(state, workout=replace(still, cue=following))


def begun(state: State, since: float) -> State:
    """The state once it is known when what plays begins to be heard, in seconds since 1970."""
    workout = state.workout
    if workout is None or not workout.until:
        return state
    return replace(state, workout=replace(workout, since=since))


def cues_of(library: Library, workout: Workout) -> tuple[Cue, ...]:
    """The whole timeline of the exercise that is being done."""
    return timeline(library.exercises[workout.now.exercise], workout.now.level, workout.pace)


def set_up(knowledge: Knowledge, state: State) -> Asking:
    """The exercise from its beginning: the long set-up once, later the short one."""
    workout = workout_of(state)
    id = workout.now.exercise
    if id in workout.met:
        act, met = Act("set-up-again", id), workout.met
    else:
        act, met = Act("set-up", id), (*workout.met, id)
    heard = replace(workout, cue=0, held=False, hurt=False, met=met)
    before = _set_up_seconds(knowledge.library, id, act.id)
    return play(knowledge, replace(state, workout=heard), before).after(act)


def _set_up_seconds(library: Library, id: str, act: str) -> float:
    """How long a set-up takes in the language that needs longest for it."""
    each = [words.exercises[id] for words in library.words.values()]
    texts = [one.whole_setup if act == "set-up" else (one.setup_again,) for one in each]
    return max(sum(map(spoken_seconds, said)) for said in texts) / MOST_OF_INTERVAL


def play(knowledge: Knowledge, state: State, before: float = 0.0) -> Asking:
    """What follows from the cue on, as far as it fits into a response, and what is then asked.

    `before` are the seconds of the set-up that is said before it.
    """
    workout = workout_of(state)
    cues = cues_of(knowledge.library, workout)
    left = position.resumed(cues, workout.cue)
    first = first_part(left, MOST_SECONDS - AROUND - before)
    until = len(cues) - (len(left) - len(first))
    whole = until == len(cues)
    pending: Exercising = "how-much-pain" if whole else "ready-question"
    playing = replace(workout, until=until, since=None, held=False, hurt=False)
    return Asking(
        (Act("set", workout.now.exercise, cues=first),),
        Question(pending if whole else "part-done"),
        replace(state, pending=pending, misses=0, workout=playing),
    )


def take_up(knowledge: Knowledge, state: State) -> Asking:
    """Go on where it was cut off, or where the next part begins."""
    workout = workout_of(state)
    if is_over(state):
        return question(state)
    if workout.now.exercise not in workout.met:
        return set_up(knowledge, state)
    reply = play(knowledge, state)
    return reply.after(Act("resuming")) if workout.held or workout.cue else reply


def is_over(state: State) -> bool:
    """Whether all of an exercise was heard, or broken off, and its pain is asked for."""
    return state.pending == "how-much-pain" and not workout_of(state).held


def question(state: State) -> Asking:
    """What is open, asked while nothing plays."""
    asked: Exercising = "how-much-pain" if state.pending == "how-much-pain" else "ready-question"
    return Asking((), Question(asked), state)


def hold(knowledge: Knowledge, state: State) -> Asking:
    """A pause, in which it stays as it is; a silence holds the session open."""
    workout = workout_of(state)
    cue = cues_of(knowledge.library, workout)[workout.cue]
    held = replace(workout, held=False)
    if workout.held:
        paused = _paused(cue)
        state = replace(state, pending="ready-question", misses=0, workout=held)
        return Asking((paused, Act("set", cues=pause())), Question("ready-question"), state)
    waiting = replace(state, misses=0, workout=held)
    return question(waiting).after(Act("paused-between"), Act("set", cues=pause()))


def _paused(cue: Cue) -> Act:
    if cue.phase is None:
        return Act("paused-between")
    return Act("paused", numbers={"repetition": cue.repetition, "set": cue.set})


def next_one(knowledge: Knowledge, state: State) -> Reply:
    """The exercise after this one, or the end of the session."""
    workout = workout_of(state)
    if workout.step + 1 == len(workout.steps):
        return end(state)
    return _to(knowledge, state, workout.step + 1)


def next_when_ready(knowledge: Knowledge, state: State) -> Reply:
    """The exercise after this one, once somebody says so; or the end of the session."""
    workout = workout_of(state)
    if workout.step + 1 == len(workout.steps):
        return end(state)
    following = _at_step(workout, workout.step + 1)
    named = naming(exercise=following.now.exercise)
    waiting = replace(state, pending="ready-question", misses=0, workout=following)
    return Asking((), Question("next-when-ready", names=named), waiting)


def previous_one(knowledge: Knowledge, state: State) -> Reply:
    """The exercise before this one; the first one from its beginning."""
    workout = workout_of(state)
    if workout.step == 0:
        return set_up(knowledge, state).after(Act("first-exercise"))
    return _to(knowledge, state, workout.step - 1)


def _to(knowledge: Knowledge, state: State, step: int) -> Reply:
    workout = _at_step(workout_of(state), step)
    reply = set_up(knowledge, replace(state, workout=workout))
    return reply.after(Act("exercise-next", names=naming(exercise=workout.now.exercise)))


def _at_step(workout: Workout, step: int) -> Workout:
    """The session before the first cue of one of its exercises."""
    return replace(workout, step=step, cue=0, until=0, held=False, hurt=False)


def one_more_done(workout: Workout) -> Workout:
    """The session in which this exercise was done; one that is done again counts once more."""
    return replace(workout, done=min(workout.done + 1, len(workout.steps)))


def replaced(workout: Workout, now: AtLevel) -> Workout:
    """The session with another exercise, or another dose, in place of the present one."""
    steps = (*workout.steps[: workout.step], now, *workout.steps[workout.step + 1 :])
    return replace(workout, steps=steps)


def at_the_set(library: Library, workout: Workout, now: AtLevel) -> Workout | None:
    """The session with another dose of this exercise, from the set that is on, if it has that."""
    cue = cues_of(library, workout)[workout.cue]
    other = replace(replaced(workout, now), cue=0, hurt=False)
    if cue.kind is Kind.FETCH:
        return other
    for index, one in enumerate(cues_of(library, other)):
        if (one.set, one.side, one.kind) == (cue.set, cue.side, Kind.COUNT_IN):
            return replace(other, cue=index)
    return None


def eased_from_here(knowledge: Knowledge, state: State) -> State:
    """The state in which what loads the same part is one step easier from the next exercise on.

    What is left as it was has nothing easier. What could only become the exercise that hurt is
    left out.
    """
    exercises = knowledge.library.exercises
    workout = workout_of(state)
    rule = exercises[workout.now.exercise].pain_rule
    known = known_from(knowledge.library, state.given)

    def lighter(step: AtLevel) -> AtLevel | None:
        if exercises[step.exercise].pain_rule != rule:
            return step
        further = easier(exercises, step)
        found = selection.nearest(exercises, known, further)
        while found is not None and found.exercise == workout.now.exercise:
            found = easier(exercises, found)
        is_the_same = step.exercise == workout.now.exercise or further is not None
        return found if found is not None or is_the_same else step

    later = tuple(filter(None, map(lighter, workout.steps[workout.step + 1 :])))
    eased = replace(workout, steps=(*workout.steps[: workout.step + 1], *later))
    return replace(state, workout=eased)


def end(state: State) -> Reply:
    """What was done, and what to look for tomorrow. The session closes."""
    workout = workout_of(state)
    acts = [Act("session-done", numbers={"count": workout.done})]
    if workout.wish.routine is not None and workout.done:
        acts.append(Act("step-done", numbers={"level": workout.wish.level or 1}))
    return Closing((*acts, Act("coach-goodbye")))
