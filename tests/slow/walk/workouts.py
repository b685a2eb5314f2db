"""Whole sessions: every step of every routine, and every exercise by name, to the end.

At every exercise of a session what changes it is tried too: easier, harder, no equipment, and
every pain at the end of a set; in the middle of it, what goes on, eases and is severe.
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.coaching.progression import SEVERE, WORST
from skill.dialog.events import Answered, Counted, Event, Said, Wants
from skill.dialog.reply import Reply
from skill.dialog.state import State
from skill.dialog.step import step
from skill.dialog.transitions import begin_to_play
from skill.library.types import Answer
from tests.slow.walk import rules
from tests.slow.walk.knowledge import ASKED_FLAGS, KNOWLEDGE, LIBRARY

IN_A_SET = 80.0
WHEN_ALL_IS_OVER = 10_000.0
WELL = {
    "safety-today": Answer.NO,
    "safety-person": Answer.NO,
    "clinician-seen": Answer.YES,
    "last-sessions": Answer.KIND_OF,
    "safety-bone": Answer.NO,
    "safety-walk": Answer.NO,
    "ready-question": Answer.YES,
}
JUST_TOO_MUCH = Counted(4)
"""Pain after which a tendon goes on, and nothing gets harder."""
SAYINGS = (Said("easier"), Said("harder"), Said("no-equipment"), Said("start-over"))
CHANGES: dict[float, tuple[Event, ...]] = {
    IN_A_SET: (*SAYINGS, Counted(0), JUST_TOO_MUCH, Counted(SEVERE)),
    WHEN_ALL_IS_OVER: (*SAYINGS, *(Counted(pain) for pain in range(WORST + 1))),
}
"""What is tried at every exercise, by the seconds at which it is said."""
LONGEST = 150
"""Turns after which a session surely does not end."""


def replies_to_workouts() -> tuple[Reply, ...]:
    """Every reply of every session, and to every change at every exercise."""
    replies: list[Reply] = []
    for start in _starts():
        for reply in session(*start):
            replies += (reply, *_changed(reply.state))
    return tuple(replies)


def _starts() -> Iterator[tuple[State | None, Wants, int]]:
    for id, routine in LIBRARY.routines.items():
        for level in range(1, len(routine.levels) + 1):
            yield None, Wants(routine=id), level
    for id in LIBRARY.exercises:
        yield None, Wants(exercise=id), 1
    on_step = "slow-calf-lowering-on-step"
    denied = dict.fromkeys(LIBRARY.exercises[on_step].only_without, Answer.NO)
    yield State(pending="open-question", given=denied), Wants(exercise=on_step), 1
    against = {id for one in LIBRARY.exercises.values() for id in one.not_for}
    for finding in sorted(against & {*LIBRARY.places, *LIBRARY.findings, *ASKED_FLAGS}):
        told = State(pending="open-question", given={finding: Answer.YES})
        for id in LIBRARY.routines:
            yield told, Wants(routine=id), 1
        yield told, Wants(exercise="calf-stretch"), 1


def session(state: State | None, wish: Wants, level: int) -> Iterator[Reply]:
    """A session without pain, from asking for it to its end."""
    event: Event = wish
    for _ in range(LONGEST):
        reply = _checked(state, event)
        yield reply
        if reply.state is None or reply.state.workout is None:
            return
        state = begin_to_play(reply.state, 0.0)
        pending = reply.state.pending
        if pending == "which-level":
            event = Counted(level)
        elif pending == "how-much-pain":
            event = Counted(0)
        else:
            event = Answered(WELL[pending])
    raise AssertionError(f"{wish} at step {level} has no end")


def _changed(state: State | None) -> Iterator[Reply]:
    """What would be answered to a change in the middle of a set, and after it."""
    if state is None or state.workout is None or not state.workout.until:
        return
    playing = begin_to_play(state, 0.0)
    for now, events in CHANGES.items():
        for event in events:
            reply = step(KNOWLEDGE, playing, event, now)
            rules.check(playing, event, reply)
            yield reply
            if event == JUST_TOO_MUCH and reply.state is not None:
                yield _checked(reply.state, Said("harder"))


def _checked(state: State | None, event: Event) -> Reply:
    reply = step(KNOWLEDGE, state, event, WHEN_ALL_IS_OVER)
    rules.check(state, event, reply)
    return reply
