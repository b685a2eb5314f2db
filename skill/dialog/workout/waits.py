"""Waits: a pause, and those before a set and between sets, ended early or made longer."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import doses, position
from skill.coaching.timeline import WAITS, Cue, Kind, pause
from skill.coaching.workout import LONGEST_ADDED, Workout, cues_of, side_at
from skill.dialog.reply import Act, Asking, Question, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import playback
from skill.interview.interview import Knowledge
from skill.library.types import Library, OneSide

PAUSED: dict[tuple[doses.Measure, OneSide | None], Statement] = {
    ("repetitions", None): "paused",
    ("repetitions", "left"): "paused-left",
    ("repetitions", "right"): "paused-right",
    ("hold", "left"): "paused-hold-left",
    ("hold", "right"): "paused-hold-right",
}
"""Where a set was paused; of a walk or a run there is no more to say than that it was."""


def hold(knowledge: Knowledge, state: State) -> Asking:
    """A pause: the place is kept, and a silence holds the session open."""
    workout = workout_of(state)
    cue = cues_of(knowledge.library, workout)[workout.cue]
    held = replace(workout, held=False)
    if workout.held and cue.kind is Kind.SET_UP and workout.cue == 0:
        held = replace(held, met=tuple(id for id in held.met if id != workout.now.exercise))
    if workout.held:
        paused = _paused(knowledge.library, workout, cue)
        state = replace(state, pending="ready-question", misses=0, workout=held)
        return Asking((paused, Act("set", cues=pause())), Question("ready-question"), state)
    waiting = replace(state, misses=0, workout=held)
    return playback.question(waiting).after(Act("paused-between"), Act("set", cues=pause()))


def _paused(library: Library, workout: Workout, cue: Cue) -> Act:
    measure = doses.measure_of(library.exercises[workout.now.exercise])
    told = PAUSED.get((measure, side_at(library, workout, cue)))
    if cue.phase is None or told is None:
        return Act("paused-between")
    return Act(told, numbers={"repetition": cue.repetition, "set": cue.set})


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
    """More seconds for a wait that is on, or for the rest after the set; anywhere else, a pause."""
    workout = workout_of(state)
    cues = cues_of(knowledge.library, workout)
    if is_over(state):
        return hold(knowledge, state)
    if workout.held and (rest := position.next_rest(cues, workout.cue)) is not None:
        return _lengthen_next(knowledge, state, rest)
    if cues[workout.cue].kind not in WAITS:
        return hold(knowledge, state)
    into = max(workout.into - ADDED, -LONGEST_ADDED)
    longer = replace(workout, into=into, held=False)
    said = Act("rest-longer", numbers={"seconds": round(ADDED)})
    return playback.play(knowledge, replace(state, workout=longer)).after(said)


def _lengthen_next(knowledge: Knowledge, state: State, rest: int) -> Reply:
    """More seconds for the rest after the set that is on, which goes on."""
    workout = workout_of(state)
    before = workout.longer[1] if workout.longer and workout.longer[0] == rest else 0.0
    longer = replace(workout, longer=(rest, min(before + ADDED, LONGEST_ADDED)))
    seconds = cues_of(knowledge.library, longer)[rest].lasts
    said = Act("rest-longer-later", numbers={"seconds": round(seconds)})
    return playback.take_up(knowledge, replace(state, workout=longer)).after(said)
