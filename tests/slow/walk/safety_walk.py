"""A walk through the answers to the safety questions, in an order of chance from a fixed seed.

All of them are too many since time and course have a say: the walk takes both answers in at most
`MOST` different histories of each question at each level of care that stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from skill.dialog.events import Answered, Described, Event
from skill.dialog.reply import Reply
from skill.dialog.state import Result, State
from skill.dialog.step import step
from skill.interview import safety_plan, safety_questions
from skill.interview.answers import known_from
from skill.interview.assessment import assess
from skill.library.types import Answer
from tests.slow.walk.knowledge import KNOWLEDGE, LIBRARY
from tests.slow.walk.trail import Trail, hold

PLAIN = (Answer.YES, Answer.NO)
MOST = 40
"""Histories of one question at one level of care: as many as five seconds allow."""
SEED = 3
NOWHERE = State(
    pending="open-question",
    given={
        id: Answer.NO
        for id, gate in LIBRARY.gates.items()
        if safety_plan.is_place_gate(LIBRARY, gate)
    },
)
"""Somebody for whom no region of the leg is where it hurts."""


@dataclass
class Walk:
    """What was met: states, one state of each question, results, and acts said."""

    states: int = 0
    steps: int = 0
    representatives: dict[tuple[str, int], tuple[State, Trail]] = field(default_factory=dict)
    results: dict[tuple[object, ...], Result] = field(default_factory=dict)
    acts: Counter[str] = field(default_factory=Counter)


def walk() -> Walk:
    """Walk until no question has a history left to be taken."""
    return _Walker().walk()


class _Walker:
    def __init__(self) -> None:
        self._given: set[frozenset[tuple[str, Answer]]] = set()
        self._histories: Counter[tuple[str, int]] = Counter()
        self._todo: list[tuple[State, Trail]] = []
        self._chance = Random(SEED)
        self._seen = Walk()

    def walk(self) -> Walk:
        for opening, trail in _openings():
            self._arrive(opening, trail)
        while self._todo:
            at = self._chance.randrange(len(self._todo))
            self._todo[at], self._todo[-1] = self._todo[-1], self._todo[at]
            state, trail = self._todo.pop()
            for grade in PLAIN:
                self._take(state, grade, trail)
            self._hesitate(state, trail)
        self._seen.states = len(self._given)
        return self._seen

    def _take(self, state: State, grade: Answer, before: Trail) -> None:
        trail = Trail(Answered(grade), before=before)
        reply = step(KNOWLEDGE, state, trail.event)
        hold(state, trail, reply)
        self._seen.steps += 1
        self._arrive(reply, trail)

    def _hesitate(self, state: State, before: Trail) -> None:
        """Neither yes nor no, twice, is yes: once for every question and level of care."""
        assert state.asking is not None
        key = (state.asking, assess(LIBRARY, state.given).rank)
        if key in self._seen.representatives:
            return
        self._seen.representatives[key] = (state, before)
        once = Trail(Answered(Answer.NOT_SURE), before=before)
        reply = step(KNOWLEDGE, state, once.event)
        hold(state, once, reply)
        self._note(reply)
        if reply.state is not None and reply.state.asking == state.asking:
            twice = Trail(once.event, before=once)
            again = step(KNOWLEDGE, reply.state, twice.event)
            hold(reply.state, twice, again)
            self._note(again)

    def _note(self, reply: Reply) -> None:
        self._seen.acts.update(str(act) for act in reply.acts)
        if reply.result is not None:
            told = reply.result
            self._seen.results.setdefault((told.care, told.flags, bool(told.matches)), told)

    def _arrive(self, reply: Reply, trail: Trail) -> None:
        self._note(reply)
        state = reply.state
        if state is None:
            return
        safe = _safety_question(state)
        if safe is None:
            return
        key = (safe, assess(LIBRARY, state.given).rank)
        history = frozenset(state.given.items())
        if history not in self._given and self._histories[key] < MOST:
            self._given.add(history)
            self._histories[key] += 1
            self._todo.append((state, trail))


def _openings() -> Iterator[tuple[Reply, Trail]]:
    """Nothing told; nowhere; each place; both sides; shins that few histories reach."""
    bare = State(pending="open-question")
    openings: list[tuple[State, Event]] = [
        (bare, Answered(Answer.NO)),
        (NOWHERE, Answered(Answer.NO)),
        *((bare, Described((place,))) for place in LIBRARY.places),
        (bare, Described((), side="both", reply=Answer.YES)),
        (bare, Described(("pain-inner-shin", "swelling"))),
        (bare, Described(("pain-front-of-shin", "pain-at-rest"))),
    ]
    for state, event in openings:
        yield step(KNOWLEDGE, state, event), Trail(event)


def _safety_question(state: State) -> str | None:
    """What is being asked, unless it is asked only to tell conditions apart."""
    id = state.asking
    if id is None or id not in LIBRARY.findings:
        return id
    known = known_from(LIBRARY, state.given)
    return (
        id
        if safety_questions.next_question(
            KNOWLEDGE.plan, known, assess(LIBRARY, state.given).flags, (), places_known=True
        )
        == id
        else None
    )
