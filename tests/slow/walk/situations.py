"""Every kind of situation that a conversation comes to, each with one state and the way to it.

States are folded to what decides how an event is taken: the question that is open, whether it
was put in plainer words, how often in a row nothing was understood, and the level of care that
stands. Situations are found by following every event from a conversation's start, so that each is
one that the dialog can really be in.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from skill.coaching.workout import cues_of
from skill.dialog.events import Event
from skill.dialog.state import State
from skill.dialog.step import step
from skill.dialog.transitions import begun
from skill.interview import red_flags
from skill.interview.answers import known_from
from skill.library.types import Care
from tests.slow.walk.errands import whole
from tests.slow.walk.events import everything
from tests.slow.walk.knowledge import KNOWLEDGE, LIBRARY
from tests.slow.walk.trail import Trail, hold

Situation = tuple[object, ...]
Visit = tuple[State | None, Trail | None]
"""A state, and the way to it; both are None before the first word."""

AFTER = (2.0, 75.0, 130.0, 10_000.0)
"""Seconds into what plays: getting into place, in a set, later, and when all is over."""


@dataclass
class Exploration:
    """A visit of every situation, the situations by what is open, and the acts said on the way.

    `held` counts the replies to each kind of event that were held to the rules; `broken` is the
    first one that breaks a rule, and the way to it.
    """

    visits: list[Visit]
    met: set[Situation] = field(default_factory=set)
    acts: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    broken: dict[str, str] = field(default_factory=dict)


def explore(starts: list[Visit]) -> Exploration:
    """Follow every event from these visits on, and from the first word; hold each to the rules.

    Both at once: the replies are the same, and to make them takes most of the time.
    """
    found = Exploration([(None, None), *starts])
    todo = deque(found.visits)
    while todo:
        state, trail = todo.popleft()
        for event, now in moments(state, everything(state)):
            for reply in whole(step(KNOWLEDGE, state, event, now)):
                kind = type(event).__name__
                found.held[kind] += 1
                try:
                    hold(state, Trail(event, now, trail), reply)
                except AssertionError as broken:
                    found.broken.setdefault(kind, str(broken))
                found.acts.update(str(act) for act in reply.acts)
                after = begun(reply.state, 0.0) if reply.state else None
                new = set(situations_of(after)) - found.met if after else None
                if new:
                    found.met |= new
                    visit = (after, Trail(event, now, trail))
                    found.visits.append(visit)
                    todo.append(visit)
    return found


def moments(state: State | None, events: Iterator[Event]) -> Iterator[tuple[Event, float]]:
    """Each event with every time at which it may come: several, where something plays."""
    plays = state is not None and state.workout is not None and state.workout.until > 0
    return product(events, AFTER if plays else (0.0,))


def situation_of(state: State) -> Situation:
    """What decides how an event is taken."""
    standing = red_flags.standing_rank(LIBRARY, known_from(LIBRARY, state.given))
    told = state.result
    return (
        state.pending,
        state.asking if state.misses == 0 else _kind(state.asking),
        state.asking in state.unsure,
        state.misses,
        standing if state.asking is None else min(standing, 1),
        told is None or (told.care, len(told.matches)),
        state.talk is not None and (state.talk.waits, state.talk.told == 0),
    )


def _kind(asking: str | None) -> tuple[bool, bool]:
    """What decides how a question is left that was answered by nothing twice."""
    flag = LIBRARY.red_flags.get(asking or "")
    return asking in LIBRARY.findings, flag is not None and flag.care is Care.EMERGENCY


def situations_of(state: State) -> tuple[Situation, ...]:
    """The situation of a state; of one with exercises, several that are met apart."""
    coach = state.workout
    if coach is None:
        apart = (state.resting, state.listed, state.without_apla)
        return (situation_of(state), (state.pending, *apart))
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
        (*place, bool(exercise.equipment), wanted.routine is None, wanted.level is None),
    )
