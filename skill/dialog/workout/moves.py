"""Moves in a workout: a set held and taken up, and the way to another set or exercise."""

from __future__ import annotations

from msgspec.structs import replace

from skill.coaching import doses, position
from skill.coaching.timeline import Kind
from skill.coaching.workout import Workout, cues_of
from skill.dialog.events import Remark
from skill.dialog.reply import Act, Reply
from skill.dialog.state import State, workout_of
from skill.dialog.transitions import is_over
from skill.dialog.workout import playback, side_answers, waits
from skill.interview.interview import Knowledge
from skill.library.types import Sides


def reply_to(knowledge: Knowledge, state: State, what: Remark) -> Reply | None:
    """Hold the set, go on, or go to another place of the workout; None for all else."""
    match what:
        case "pause" | "wait":
            return waits.hold(knowledge, state)
        case "longer-rest":
            return waits.lengthen(knowledge, state)
        case "resume":
            return playback.take_up(knowledge, state)
        case "ready":
            return playback.take_up(knowledge, waits.end(knowledge, state), named=True)
        case "next" | "skip":
            return playback.next_one(knowledge, state)
        case "next-set":
            return _next_set(knowledge, state)
        case "enough-sets":
            return _leave_other_sets(knowledge, state)
        case "switch-sides":
            return _switch_sides(knowledge, state)
        case "wrong-side":
            return _wait_on_other_side(knowledge, state)
        case "previous" | "go-back":
            return playback.previous_one(knowledge, state)
        case "start-over":
            return playback.set_up(knowledge, state)
        case "unheard":
            return _unheard(knowledge, replace(state, without_apla=True))
        case "how-to":
            return playback.how_to(knowledge, state)
        case "repeat":
            return _repeat(knowledge, state)
    return None


def _next_set(knowledge: Knowledge, state: State) -> Reply:
    """The set or side that comes, at once; after the last one its pain is asked for."""
    workout = workout_of(state)
    if not workout.held and workout.cue == 0 and not is_over(state):
        return playback.take_up(knowledge, state)  # Between two exercises: its set-up comes first.
    at = position.following_set(cues_of(knowledge.library, workout), workout.cue)
    there = replace(workout, cue=workout.cue if at is None else at, into=0.0, held=False)
    if at is None:
        over = replace(state, pending="how-much-pain", misses=0, workout=there)
        return playback.question(over).after(Act("was-last-set"))
    on = replace(state, pending="ready-question", workout=there)
    return playback.take_up(knowledge, on)


def _leave_other_sets(knowledge: Knowledge, state: State) -> Reply | None:
    """Between two sets the rest of them falls away, and the pain is asked for; None in a set."""
    workout = workout_of(state)
    cues = cues_of(knowledge.library, workout)
    here = cues[workout.cue]
    begun = any(one.kind is Kind.PHASE for one in cues[: workout.cue])
    between = here.kind in {Kind.REST, Kind.COUNT_IN} and here.set > 1
    if is_over(state) or not begun or not between:
        return None
    over = replace(state, pending="how-much-pain", misses=0, workout=doses.leave_undone(workout))
    return playback.question(replace(over, workout=replace(workout_of(over), held=False)))


def _switch_sides(knowledge: Knowledge, state: State) -> Reply:
    """The set of the other side, at once; where both work together, that is told."""
    workout = workout_of(state)
    if _takes_turns(knowledge, workout) and workout.only is None and not is_over(state):
        return _next_set(knowledge, state)
    on = playback.take_up(knowledge, state) if workout.held else playback.question(state)
    return on.after(*side_answers.answer(knowledge, state, "which-side"))


def _wait_on_other_side(knowledge: Knowledge, state: State) -> Reply:
    """The side that is on, and a pause to change to it; where both work together, none."""
    workout = workout_of(state)
    if _takes_turns(knowledge, workout) and not is_over(state):
        on: Reply = waits.hold(knowledge, state)
    else:
        on = playback.take_up(knowledge, state) if workout.held else playback.question(state)
    return on.after(*side_answers.answer(knowledge, state, "which-side"))


def _takes_turns(knowledge: Knowledge, workout: Workout) -> bool:
    return knowledge.library.exercises[workout.now.exercise].sides is Sides.EACH


def _unheard(knowledge: Knowledge, state: State) -> Reply:
    """What the device could not play, once more by other means."""
    workout = workout_of(state)
    return playback.take_up(knowledge, state) if workout.held else playback.question(state)


def _repeat(knowledge: Knowledge, state: State) -> Reply:
    """The set-up once more where it is still on; in a set, its short form, and on it goes."""
    workout = workout_of(state)
    if not workout.held:
        return playback.question(state)
    cue = cues_of(knowledge.library, workout)[workout.cue]
    if cue.kind in {Kind.SET_UP, Kind.FETCH}:
        return playback.how_to(knowledge, state)
    reply = playback.play(knowledge, state)
    side = playback.side_now(knowledge.library, workout)
    return reply.after(Act("set-up-again", workout.now.exercise), Act("resuming"), *side)
