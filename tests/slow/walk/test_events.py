"""Every event in a state of each kind.

States are folded to what decides how an event is taken: the question that is open, whether it
was put in plainer words, how often in a row nothing was understood, and the level of care that
stands. One state of each kind stands for the others, and meets everything that can be said
(`events.py`). Kinds are found by following events from a conversation's start, so that each is
one that the dialog can really be in.
"""

from __future__ import annotations

from collections import Counter, deque
from functools import cache
from itertools import product
from typing import get_args

from skill.dialog.events import Event, Launch
from skill.dialog.playback import begun, cues_of
from skill.dialog.state import Pending, State
from skill.dialog.step import step
from skill.interview import red_flags
from skill.interview.answers import known_from
from tests.slow.walk import rules
from tests.slow.walk.events import everything
from tests.slow.walk.knowledge import KNOWLEDGE, LIBRARY
from tests.slow.walk.safety_walk import walk

Kind = tuple[object, ...]


def kind_of(state: State) -> Kind:
    """What decides how an event is taken."""
    standing = red_flags.standing_rank(LIBRARY, known_from(LIBRARY, state.given))
    told = state.result
    return (
        state.pending,
        state.asking if state.misses == 0 else state.asking in LIBRARY.findings,
        state.asking in state.unsure,
        state.misses,
        standing if state.asking is None else min(standing, 1),
        told is None or (told.care, len(told.matches)),
        state.talk is not None and (state.talk.waits, state.talk.told == 0),
    )


def kinds_of(state: State) -> tuple[Kind, ...]:
    """The kind of a state; of one with exercises, several that are met apart from each other."""
    coach = state.workout
    if coach is None:
        apart = (state.resting, state.listed, state.without_apla)
        return (kind_of(state), (state.pending, *apart))
    wanted = coach.wish
    before = (state.pending, state.misses, coach.plainer, state.result is None)
    if not coach.steps:
        how = (wanted.routine, wanted.exercise is None, wanted.minutes is None, wanted.last)
        return (before, (state.pending, *how))
    place = (state.pending, coach.until > 0)
    exercise = LIBRARY.exercises[coach.now.exercise]
    return (
        before,
        (*place, coach.pace, state.without_apla),
        (*place, coach.hurt, coach.held, cues_of(LIBRARY, coach)[coach.cue].kind),
        (*place, coach.step == 0, coach.step + 1 == len(coach.steps), coach.pain is None),
        (*place, coach.now.level == 1, exercise.regression is None, exercise.progression is None),
        (*place, bool(exercise.equipment), wanted.routine is None),
    )


AFTER = (2.0, 75.0, 130.0, 10_000.0)
"""Seconds into what plays: getting into place, in a set, later, and when all is over."""


@cache
def everything_everywhere() -> tuple[Counter[str], dict[Kind, State]]:
    """The acts said and the kinds of states met while every event happens in every kind."""
    acts: Counter[str] = Counter()
    kinds: dict[Kind, State] = {}
    todo: deque[State | None] = deque([None, *walk().representatives.values()])
    while todo:
        state = todo.popleft()
        plays = state is not None and state.workout is not None and state.workout.until > 0
        for event, now in product(everything(state), AFTER if plays else (0.0,)):
            reply = step(KNOWLEDGE, state, event, now)
            rules.check(state, event, reply)
            acts.update(str(act) for act in reply.acts)
            after = begun(reply.state, 0.0) if reply.state else None
            new = [kind for kind in kinds_of(after) if kind not in kinds] if after else []
            if after is not None and new:
                kinds.update(dict.fromkeys(new, after))
                todo.append(after)
    return acts, kinds


def test_every_state_answers_every_event_by_the_rules() -> None:
    acts, kinds = everything_everywhere()

    assert acts
    assert len(kinds) > 100


def test_every_pending_question_is_reached() -> None:
    _, kinds = everything_everywhere()

    assert {kind[0] for kind in kinds} == set(get_args(Pending))


def test_an_event_says_the_same_in_the_same_state() -> None:
    events: list[Event] = [Launch(), *everything(None)]

    for event in events:
        assert step(KNOWLEDGE, None, event) == step(KNOWLEDGE, None, event)
