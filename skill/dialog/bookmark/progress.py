"""What a turn does to a bookmark: it keeps the place and counts a finished workout."""

from __future__ import annotations

from msgspec.structs import replace

from skill.dialog import marks, question
from skill.dialog.clearance import bar_of
from skill.dialog.events import Event, Said
from skill.dialog.memory import MOST_REFUSALS, Memory
from skill.dialog.preparation import level
from skill.dialog.reply import Act, Asking, Closing, Question, Reply
from skill.dialog.sayings import Statement
from skill.dialog.state import State
from skill.dialog.workout import beginning
from skill.interview.interview import Knowledge
from skill.storage.bookmark import Forget, Refused

WHOSE: dict[str, Statement] = {"person": "kept-for-voice", "account": "kept-for-account"}

NOT_DONE: dict[str, Statement] = {
    "forgotten": "could-not-forget",
    "remembered": "could-not-remember",
    "session-counted": "could-not-remember",
    "kept-place": "could-not-remember",
}
"""What is said instead where the store did not do it."""


def complete(
    knowledge: Knowledge,
    before: State | None,
    event: Event,
    reply: Reply,
    memory: Memory | None,
) -> Reply:
    """The reply with the step that is known, what is to be kept, or the question whether to."""
    # What is forgotten in this turn is no more known.
    reply = _known(knowledge, reply, None if isinstance(reply.keep, Forget) else memory)
    if reply.keep is not None or before is None:
        return reply
    if isinstance(reply, Closing) and before.workout is not None and before.workout.steps:
        return _ended(before, event, reply, memory)
    mark = memory.bookmark if memory else None
    place = marks.place_of(reply.state)
    if memory is None or mark is None or place is None or place == marks.place_of(before):
        return reply
    return replace(reply, keep=marks.mark_place(mark, place, memory.today))


def _known(knowledge: Knowledge, reply: Reply, memory: Memory | None) -> Reply:
    """A routine that begins, at the step that is known: nobody is asked for it."""
    state, mark = reply.state, memory.bookmark if memory else None
    if isinstance(reply, Closing) or state is None or state.workout is None:
        return reply
    workout = state.workout
    wish, met = workout.wish, workout.met
    if workout.steps or wish.routine is None or (wish.level, wish.last) != (None, None):
        return reply
    if bar_of(knowledge.library, state, assessed=reply.assessed) is not None:
        return reply
    levels = len(knowledge.library.routines[wish.routine].levels)
    if state.place is not None and state.place[0] <= levels:
        wish, pace = replace(wish, level=state.place[0], at=state.place[1]), workout.pace
    elif memory and mark and mark.routine == wish.routine and mark.step <= levels:
        routine = knowledge.library.routines[wish.routine]
        wish, pace = marks.resume_wish(wish, mark, routine, memory.today), mark.pace
        met = marks.known_exercises(mark, routine)
        if marks.ran_lately(knowledge.library, mark, memory.today):
            state = level.who_runs_already(state)
    else:
        return reply
    known = replace(state, place=None, workout=replace(workout, wish=wish, pace=pace, met=met))
    if state.pending in level.LEADING_UP:
        going_on = beginning.go_on(knowledge, known).after(*reply.said)
        return replace(going_on, keep=reply.keep, errand=reply.errand)
    # What a step asks about besides is asked with what is open, now that the step is known.
    asked = question.pending(knowledge, known, reply.assessed).question
    return replace(reply, question=asked, state=known)


def _ended(before: State, event: Event, reply: Closing, memory: Memory | None) -> Reply:
    """The reply that ends a workout, with its place kept, told, or asked about."""
    place = marks.place_of(before)
    if place is None:
        return reply
    done = any(act.id == "session-done" and act.numbers["count"] for act in reply.said)
    mark = memory.bookmark if memory else None
    if memory is not None and mark is not None:
        if not done:
            kept = replace(reply, keep=marks.mark_place(mark, place, memory.today))
            return kept.after(Act("kept-place")) if event == Said("stop") else kept
        counted = marks.count_workout(mark, place, memory.today, memory.session)
        numbers = {"level": counted.step, "sessions": counted.sessions, "count": counted.at_step}
        told = Act("session-counted", numbers=numbers)
        said = tuple(told if act.id == "step-done" else act for act in reply.said)
        return Closing(said, reply.result, counted)
    if not done:
        return reply.after(marks.directions(place)) if event == Said("stop") else reply
    if memory is None or not _may_ask(before, memory):
        return reply
    said = tuple(act for act in reply.said if act.id not in {"step-done", "coach-goodbye"})
    asked = replace(
        before, pending="may-remember", workout=None, result=None, misses=0, finished=place
    )
    return Asking((*said, Act(WHOSE[memory.whose])), Question("may-remember"), asked)


def _may_ask(state: State, memory: Memory) -> bool:
    """Once in a session, and once more at a later one."""
    if state.no_bookmark or memory.unreachable:
        return False
    return not isinstance(memory.kept, Refused) or memory.kept.times < MOST_REFUSALS


def tell_failure(reply: Reply) -> Reply:
    """The reply where the store failed: it says so, where it had said that something is kept."""
    said = tuple(Act(NOT_DONE[act.id]) if act.id in NOT_DONE else act for act in reply.said)
    return replace(reply, said=said, keep=None)
