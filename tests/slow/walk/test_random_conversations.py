"""Conversations of every kind of event in any order: sampled, for the space has no end.

The interview's findings can be answered in more ways than can be walked, so a state machine
draws events. Its draws are the same in every run of the same modules: Hypothesis takes constants
of those that are loaded, so another selection of tests draws others. Whatever it says, `rules.py`
holds; and over a whole check nothing is asked twice, unless it was put more plainly, was left open,
was asked for again, or was denied beside another question.
"""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from skill.dialog.events import (
    Answered,
    Counted,
    Described,
    Event,
    Launch,
    Remark,
    Said,
    Signed,
    Wants,
)
from skill.dialog.state import State
from skill.dialog.step import step
from skill.dialog.transitions import begin_to_play
from skill.library.types import Answer, Side
from tests.slow.walk import flag_rules, rules
from tests.slow.walk.errands import whole
from tests.slow.walk.events import SAYINGS, SIDES
from tests.slow.walk.knowledge import ASKED_FLAGS, GRADES, KNOWLEDGE, LIBRARY

NAMEABLE = (*LIBRARY.places, *LIBRARY.findings, *ASKED_FLAGS)
IDS = st.lists(st.sampled_from(NAMEABLE), unique=True, max_size=5).map(tuple)
SIDE = st.sampled_from((None, None, *SIDES))
ASKING_AGAIN = frozenset(
    {
        "go-back",
        "change",
        "previous",
        "wrong-side",
        "start-over",
        "start-check",
        "hurts",
        "ready",
        "resume",
    }
)
AFTER = st.sampled_from((0.0, 20.0, 70.0, 110.0, 150.0, 400.0))
"""Seconds since the last reply: before, in and after a set."""
WISH = st.builds(Wants, routine=st.sampled_from(tuple(LIBRARY.routines))) | st.builds(
    Wants, exercise=st.sampled_from(tuple(LIBRARY.exercises))
)
NUMBER = st.builds(Counted, st.integers(0, 11))
SIGN = st.builds(Signed, st.sampled_from(tuple(LIBRARY.stop_signs)))
SAFE = tuple(map(Answered, (Answer.NO, Answer.NO, Answer.YES, Answer.NO, Answer.NO)))
"""The answers after which exercise may begin, where nothing was told before."""
ANSWER = st.sampled_from((Answer.NO, Answer.NO, Answer.NO, Answer.YES, *GRADES))


class Conversation(RuleBasedStateMachine):
    """One person who says anything at all."""

    def __init__(self) -> None:
        super().__init__()
        self.state: State | None = None
        self.now = 0.0
        self.answered: set[str] = set()

    def say(self, event: Event, after: float = 0.0) -> None:
        before = self.state
        self.now += after
        reply = whole(step(KNOWLEDGE, before, event, self.now))[0]
        rules.check(before, event, reply)
        self.state = begin_to_play(reply.state, self.now) if reply.state else None
        if reply.acts[0].id in flag_rules.BEGUN_ANEW:
            self.answered = set()
        if self.state is None or not self.state.asked:
            self.answered = set()
            return
        if isinstance(event, Said) and event.what in ASKING_AGAIN:
            self.answered &= self.state.given.keys()
        elif (before is not None and before.pending == "go-on") or isinstance(event, Signed):
            self.answered.discard(self.state.asking or "")
        elif isinstance(event, Described):
            self.answered.difference_update((*event.present, *event.absent))
        assert self.state.asking not in self.answered
        self.answered |= {id for id in self.state.asked if id in self.state.given}

    @rule(grade=ANSWER)
    def answers(self, grade: Answer) -> None:
        self.say(Answered(grade))

    @precondition(lambda self: self.state is not None and self.state.asking is not None)
    @rule(grades=st.lists(ANSWER, min_size=3, max_size=8))
    def answers_on(self, grades: list[Answer]) -> None:
        for grade in grades:
            self.say(Answered(grade))

    @rule(what=st.sampled_from(SAYINGS), side=SIDE)
    def says(self, what: Remark, side: Side | None) -> None:
        self.say(Said(what, side if what == "start-check" else None))

    @rule(present=IDS, absent=IDS, side=SIDE, reply=st.sampled_from((None, *GRADES)))
    def describes(
        self,
        present: tuple[str, ...],
        absent: tuple[str, ...],
        side: Side | None,
        reply: Answer | None,
    ) -> None:
        denied = tuple(id for id in absent if id not in present)
        self.say(Described(present, denied, side, reply))

    @precondition(lambda self: self.state is not None and self.state.asking is not None)
    @rule(is_there=st.booleans(), reply=st.sampled_from((None, *GRADES)))
    def describes_what_is_asked(self, is_there: bool, reply: Answer | None) -> None:
        assert self.state is not None
        asking = (self.state.asking or "",)
        if asking[0] in NAMEABLE:
            self.say(Described(asking if is_there else (), () if is_there else asking, None, reply))

    @rule(event=st.one_of(WISH, NUMBER, SIGN), after=AFTER)
    def exercises(self, event: Event, after: float) -> None:
        self.say(event, after)

    @rule(wish=WISH, grades=st.lists(ANSWER, min_size=3, max_size=6))
    def begins_to_exercise(self, wish: Wants, grades: list[Answer]) -> None:
        events: tuple[Event, ...] = (wish, *SAFE, *map(Answered, grades))
        for event in events:
            self.say(event)

    @precondition(lambda self: self.state is not None and self.state.workout is not None)
    @rule(what=st.sampled_from(SAYINGS), after=AFTER)
    def interrupts(self, what: Remark, after: float) -> None:
        self.say(Said(what), after)

    @rule()
    def launches(self) -> None:
        self.say(Launch())


TestConversation = Conversation.TestCase
TestConversation.settings = settings(
    derandomize=True, database=None, deadline=None, max_examples=150, stateful_step_count=40
)
