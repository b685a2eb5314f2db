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

import msgspec

from skill.coaching.workout import cues_of
from skill.dialog.events import Event, Together
from skill.dialog.state import State
from skill.dialog.step import step
from skill.dialog.transitions import begin_to_play, stop
from skill.interview.assessment import assess
from skill.library.types import Care
from tests.slow.walk.errands import whole
from tests.slow.walk.events import about_the_question, everything
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
    first one that breaks a rule, and the way to it. `cut_off` are the situations in which
    something that played was cut off by an event, `questions` the kinds of question that were
    met; `whole` counts the visits in which everything was said.
    """

    visits: list[Visit]
    met: set[Situation] = field(default_factory=set)
    acts: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    broken: dict[str, str] = field(default_factory=dict)
    cut_off: set[Situation] = field(default_factory=set)
    questions: set[Situation] = field(default_factory=set)
    whole: int = 0

    def events(self, state: State | None) -> Iterator[Event | Together]:
        """Everything; at a question, where one of its kind was met, what is about it alone."""
        if state is None or state.asking is None:
            self.whole += 1
            return everything(state)
        kind = (_of_its_kind(state.asking), *situation_of(state)[2:])
        if kind in self.questions:
            return about_the_question(state.asking)
        self.questions.add(kind)
        self.whole += 1
        return everything(state)

    def times(self, state: State | None) -> tuple[float, ...]:
        """The seconds at which events come to a state.

        Where something plays, each of `AFTER` that cuts it off in a situation not met yet; where
        all are known, one of them.
        """
        if state is None or state.workout is None or not state.workout.until:
            return (0.0,)
        times = []
        for after in AFTER:
            new = set(situations_of(stop(LIBRARY, state, after))) - self.cut_off
            if new:
                self.cut_off |= new
                times.append(after)
        return tuple(times) or (AFTER[len(self.visits) % len(AFTER)],)


def explore(starts: list[Visit]) -> Exploration:
    """Follow every event from these visits on, and from the first word; hold each to the rules.

    Both at once: the replies are the same, and to make them takes most of the time.
    """
    found = Exploration([(None, None), *starts])
    todo = deque(found.visits)
    left: set[bytes] = set()
    while todo:
        state, trail = todo.popleft()
        assessed = assess(LIBRARY, state.given) if state else None
        for event, now in product(found.events(state), found.times(state)):
            for reply in whole(step(KNOWLEDGE, state, event, now, assessed=assessed)):
                kind = type(event).__name__
                found.held[kind] += 1
                try:
                    hold(state, Trail(event, now, trail), reply)
                except AssertionError as broken:
                    found.broken.setdefault(kind, str(broken))
                found.acts.update(str(act) for act in reply.acts)
                if reply.state is None or _is_known(reply.state, left):
                    continue
                after = begin_to_play(reply.state, 0.0)
                new = set(situations_of(after)) - found.met
                if new:
                    found.met |= new
                    visit = (after, Trail(event, now, trail))
                    found.visits.append(visit)
                    todo.append(visit)
    return found


def _is_known(state: State, left: set[bytes]) -> bool:
    """Whether another reply left the same state, as most do; else it is noted."""
    known = len(left)
    left.add(msgspec.json.encode(state))
    return len(left) == known


def situation_of(state: State) -> Situation:
    """What decides how an event is taken."""
    standing = assess(LIBRARY, state.given).rank
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


def _of_its_kind(asking: str) -> tuple[bool, ...]:
    """What kind of question it is: a gate, a place, a finding, a flag, an emergency."""
    kinds = (LIBRARY.gates, LIBRARY.places, LIBRARY.findings, LIBRARY.red_flags)
    return (*(asking in kind for kind in kinds), _kind(asking)[1])


def _kind(asking: str | None) -> tuple[bool, bool]:
    """What decides how a question is left that was answered by nothing twice."""
    flag = LIBRARY.red_flags.get(asking or "")
    return asking in LIBRARY.findings, flag is not None and flag.care is Care.EMERGENCY


def situations_of(state: State) -> tuple[Situation, ...]:
    """The situation of a state; of one with exercises, several that are met apart."""
    coach = state.workout
    if coach is None:
        apart = (state.resting, state.listed, state.without_apla)
        stopped = None if state.stopped is None else state.stopped.final
        return (situation_of(state), (state.pending, *apart), (state.pending, stopped))
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
