"""The step of a routine to begin with: two questions, and the step that the answers earn."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from skill.coaching import precautions, selection
from skill.coaching.progression import Move, next_step
from skill.dialog import marks, question
from skill.dialog.clearance import asks_of_sessions_too, routine_of
from skill.dialog.events import Answered, Counted, Described, Event, Said, Wants
from skill.dialog.reply import Act, Asking, Reply, naming
from skill.dialog.sayings import Prompt, Statement
from skill.dialog.state import MOST_MISSES, State, workout_of
from skill.dialog.workout import whereabouts
from skill.interview.interview import Knowledge
from skill.library.types import Answer, Routine

LEADING_UP = frozenset({"which-level", "last-sessions", "mornings-after"})
"""The questions that decide the step: which it was, and how the sessions of it went."""

SAID: dict[Move, Statement] = {
    Move.UP: "progress-up",
    Move.STAY: "progress-stay",
    Move.DOWN: "progress-down",
    Move.TOP: "progress-top",
}
MOST_SESSIONS = 500


class Led(NamedTuple):
    """The state to go on with, and what is said before."""

    state: State
    said: tuple[Act, ...] = ()


def reply_to(knowledge: Knowledge, state: State, event: Event) -> Reply | Led | None:
    """The reply, or what it leads to; None where it is answered as at any question."""
    if event == Said("not-understood") and state.misses == MOST_MISSES - 1:
        unsure = reply_to(knowledge, state, Answered(Answer.NOT_SURE))
        assert isinstance(unsure, Led), "who does not know begins, or stays, where it is easy"
        return Led(unsure.state, (Act("missed-twice-offer"), *unsure.said))
    if state.pending == "mornings-after":
        return _mornings(knowledge, state, event)
    is_count = state.pending == "last-sessions"
    match event:
        case Counted(number) if is_count:
            return _decided(knowledge, state, min(number, MOST_SESSIONS))
        case Counted(number, sessions=sessions):
            return _told(knowledge, state, number, sessions)
        case Answered(Answer.YES) | Said("done-before") if is_count and not state.misses:
            return _asked_otherwise(knowledge, state)
        case Said("done-before") if is_count:
            return _decided(knowledge, state, None)
        case Answered(Answer.NO) | Said("hurts" | "sore-after") if is_count:
            return _decided(knowledge, state, 0)
        case Described(present=(_, *_)) if is_count and precautions.is_no_alarm(
            knowledge.library, event.present
        ):
            return _decided(knowledge, state, 0)
        case Described(course="worse") if is_count:
            return _decided(knowledge, state, 0)
        case Answered() | Said("skip" | "next") | Described((), reply=Answer.NOT_SURE) if is_count:
            return _decided(knowledge, state, None)
        case Answered(Answer.NO) | Said("done-before") if not state.misses:
            return _asked_otherwise(knowledge, state).after(Act("not-new"))
        case Said("resume" | "last-time") | Described((), course="same") if not state.misses:
            again = question.pending(knowledge, replace(state, misses=1))
            return again.after(Act("step-unknown"))
        case Said("first-time", detail="hard" | "what-for" | "weeks" as beside):
            return Led(first_time(state), _beside(knowledge, state, beside))
        case Answered(Answer.YES) | Said("first-time" | "start-over"):
            return Led(first_time(state))
        case (
            Answered()
            | Said("skip" | "next" | "resume" | "last-time" | "done-before")
            | Described((), course="same")
        ):
            return Led(first_time(state), (Act("from-the-start"),))
        case Said("help" | "in-parts"):
            return question.pending(knowledge, state).after(Act(question.HELP[state.pending]))
    return None


def _asked_otherwise(knowledge: Knowledge, state: State) -> Asking:
    """The step, or the sessions of it, asked for in other words, where it is not new."""
    asked = question.pending(knowledge, replace(state, misses=1))
    other: Prompt = "step-number" if state.pending == "which-level" else "sessions-roughly"
    return replace(asked, question=replace(asked.question, id=other))


def _beside(knowledge: Knowledge, state: State, asked: str) -> tuple[Act, ...]:
    """What is answered to what was said beside a first time."""
    routine = workout_of(state).wish.routine
    if asked == "weeks":
        return (whereabouts.of_routine(knowledge, state, "how-often"),)
    if asked == "hard":
        return (Act("first-is-easy"),)
    return (Act("about", routine),) if routine is not None else ()


def _mornings(knowledge: Knowledge, state: State, event: Event) -> Reply | Led | None:
    """Only a plain no to a worse morning leads a step up; the count is the bookmark's."""
    match event:
        case Answered(Answer.NO) | Described((), course="better" | "same"):
            return _decided(knowledge, state, MOST_SESSIONS)
        case (
            Answered()
            | Said("skip" | "next" | "hurts" | "sore-after")
            | Described((), course="worse")
            | Described((), reply=Answer.NOT_SURE)
        ):
            return _decided(knowledge, state, None)
        case Said("first-time"):
            return Led(first_time(state))
        case Said("help"):
            return question.pending(knowledge, state).after(Act(question.HELP[state.pending]))
    return None


def down(knowledge: Knowledge, state: State) -> Led:
    """The step that follows a session that went badly."""
    return _decided(knowledge, state, 0)


def first_time(state: State) -> State:
    """The state of somebody who begins a routine at its first step."""
    wish = workout_of(state).wish
    return at_step(state, 1) if wish.routine is not None else state


def at_step(state: State, step: int, part: int | None = None) -> State:
    """The state of a workout that begins at this step, and at an exercise of it from 1."""
    workout = workout_of(state)
    wish = replace(workout.wish, level=step, last=None, earned=False, at=part)
    return replace(state, workout=replace(workout, wish=wish, steps=(), step=0))


def _told(knowledge: Knowledge, state: State, number: int, sessions: int | None) -> Reply | Led:
    """The step that was done last, from the top down if below zero, and how often, where told.

    A step that there is not is asked for again.
    """
    workout, routine = workout_of(state), _routine(knowledge, state)
    if number < 0:
        number += len(routine.levels) + 1
    if not 1 <= number <= len(routine.levels):
        return question.pending(knowledge, replace(state, misses=0))
    wish = replace(workout.wish, last=number)
    named = replace(state, workout=replace(workout, wish=wish))
    if sessions and asks_of_sessions_too(state):
        return _decided(knowledge, named, min(sessions, MOST_SESSIONS))
    if asks_of_sessions_too(state):  # Both were asked for, and four questions are enough.
        return _decided(knowledge, named, None)
    # So many may not have gone well: where they would lead up, that is asked.
    if sessions and next_step(routine, number, sessions)[1] in {Move.STAY, Move.TOP}:
        return _decided(knowledge, named, min(sessions, MOST_SESSIONS))
    return Led(named)


def _decided(knowledge: Knowledge, state: State, sessions: int | None) -> Led:
    """The step that so many good sessions in a row have earned; None where nobody knows."""
    routine, last = _routine(knowledge, state), workout_of(state).wish.last
    routine_id = workout_of(state).wish.routine
    assert last is not None
    assert routine_id is not None
    if state.overdone:
        sessions = 0  # After a pain above all rules nobody moves up.
    if sessions:
        state = _who_has_done(state, routine, last)
        if selection.runs(knowledge.library, routine_id, last):
            state = who_runs_already(state)
    level, move = next_step(routine, last, sessions)
    numbers = {"level": level}
    if move is Move.STAY:
        stay = routine.progress.stays[level - 1]
        numbers |= {"sessions": stay.sessions, "days": stay.days}
    untold = sessions is None and asks_of_sessions_too(state) and move is Move.STAY
    said: Statement = "progress-stay-untold" if untold else SAID[move]
    return Led(at_step(state, level), (Act(said, numbers=numbers),))


def who_runs_already(state: State) -> State:
    """The state of somebody whose runs went well: half an hour of walking needs no question."""
    screened = tuple(dict.fromkeys((*state.screened, "safety-walk")))
    return replace(state, screened=screened)


def _who_has_done(state: State, routine: Routine, last: int) -> State:
    """The state of somebody who knows how the exercises of a step are done."""
    workout = workout_of(state)
    done = (one.exercise for one in routine.levels[last - 1])
    met = tuple(dict.fromkeys((*workout.met, *done)))
    return replace(state, workout=replace(workout, met=met))


def _routine(knowledge: Knowledge, state: State) -> Routine:
    routine = routine_of(knowledge.library, workout_of(state))
    assert routine is not None
    return routine


def take_place(knowledge: Knowledge, state: State, event: Wants) -> Asking:
    """A step and an exercise that are named before it begins: it begins there."""
    named, routine = marks.named_place(event), routine_of(knowledge.library, workout_of(state))
    if routine is None:  # One exercise has no steps.
        return question.pending(knowledge, state)
    if named is None or named[0] > len(routine.levels):
        return question.pending(knowledge, state).after(Act("no-such-step"))
    step, part = named
    at = question.pending(knowledge, at_step(state, step, part))
    names = naming(routine=workout_of(state).wish.routine or "")
    return at.after(Act("place-named", names=names, numbers={"level": step, "exercise": part}))
