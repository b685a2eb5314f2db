"""The same conversation as Alexa holds it: request JSON through the handler, intents at random.

Smaller than the walk through the dialog itself: it proves that the edge adds no fault. Its draws
are the same in every run.
"""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from skill.alexa.skill import build_skill
from skill.settings import Settings
from tests.alexa.exercise_session import could_not_play, timestamp
from tests.alexa.intents import INTENTS
from tests.alexa.requests import intent, launch, request, slot
from tests.alexa.responses import assert_valid
from tests.slow.walk.knowledge import ASKED_FLAGS, LIBRARY
from tools.content.load import load

SKILL = build_skill(Settings(), load())
ANSWERS = ("AMAZON.NoIntent", "AMAZON.NoIntent", "AMAZON.YesIntent", "NotSureIntent")
IDS = sorted({*LIBRARY.places, *LIBRARY.findings, *ASKED_FLAGS})
GOOD = {
    "safety-today": "AMAZON.NoIntent",
}
"""What is said to the questions before exercise by whom nothing speaks against it."""
OPTIONAL_ID = st.sampled_from((None, *IDS))


class Requests(RuleBasedStateMachine):
    """One person on one device, whose session carries what the skill last answered."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: dict[str, Any] = {}
        self.is_open = False
        self.now: float | None = 0.0

    def send(self, event: dict[str, Any]) -> None:
        if self.now is None:
            del event["request"]["timestamp"]
        else:
            event["request"]["timestamp"] = timestamp(self.now)
        event["session"]["new"] = not self.is_open
        event["session"]["attributes"] = self.attributes
        answer = SKILL.answer(event, None)
        assert_valid(answer)
        carried = answer.get("sessionAttributes") or {}
        self.is_open = answer["response"].get("shouldEndSession") is False
        if self.is_open:
            assert ("asking" in carried) == (carried["pending"] == "question")
            coach = carried.get("workout", {})
            assert ("since" in coach) == ("until" in coach and self.now is not None)
        self.attributes = carried if self.is_open else {}

    @rule()
    def opens(self) -> None:
        self.send(launch())

    @rule(names=st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=6))
    def answers(self, names: list[str]) -> None:
        for name in names:
            self.send(intent(name))

    @rule(name=st.sampled_from(INTENTS))
    def says(self, name: str) -> None:
        self.send(intent(name))

    @rule(present=OPTIONAL_ID, second=OPTIONAL_ID)
    def describes(self, present: str | None, second: str | None) -> None:
        slots = {
            **slot("place", "that", present),
            **slot("feeling", "that", second),
        }
        self.send(intent("DescribeIntent", slots))

    @rule(seconds=st.sampled_from((0.4, 2.0, 7.0, 33.0, 120.0, 900.0)))
    def lets_time_pass(self, seconds: float) -> None:
        self.now = (self.now or 0.0) + seconds

    @rule()
    def has_no_clock(self) -> None:
        self.now = None

    @rule(routine=st.sampled_from((None, *sorted(LIBRARY.routines))))
    def wants_a_routine(self, routine: str | None) -> None:
        slots = slot("routine", "that one", routine) if routine else {}
        self.send(intent("StartRoutineIntent", slots))

    @rule(exercise=st.sampled_from(sorted(LIBRARY.exercises)))
    def wants_an_exercise(self, exercise: str) -> None:
        self.send(intent("TeachExerciseIntent", slot("exercise", "that one", exercise)))

    @rule(minutes=st.integers(0, 90))
    def has_time(self, minutes: int) -> None:
        self.send(intent("MinutesIntent", slot("minutes", str(minutes), None)))

    @rule(exercise=st.sampled_from(sorted(LIBRARY.exercises)))
    def gets_as_far_as_a_set(self, exercise: str) -> None:
        self.send(intent("TeachExerciseIntent", slot("exercise", "that one", exercise)))
        for _ in range(4):
            if self.attributes.get("pending") in GOOD:
                self.send(intent(GOOD[self.attributes["pending"]]))

    @rule(number=st.integers(0, 12))
    def counts(self, number: int) -> None:
        self.send(intent("NumberIntent", slot("number", str(number), None)))

    @rule(sign=st.sampled_from(sorted(LIBRARY.stop_signs)))
    def feels_a_stop_sign(self, sign: str) -> None:
        self.send(intent("StopSignIntent", slot("sign", "that", sign)))

    @rule()
    def cannot_play(self) -> None:
        self.send(could_not_play())

    @rule()
    def leaves(self) -> None:
        self.send(request("SessionEndedRequest", reason="USER_INITIATED"))


TestRequests = Requests.TestCase
TestRequests.settings = settings(
    derandomize=True, database=None, deadline=None, max_examples=40, stateful_step_count=30
)
