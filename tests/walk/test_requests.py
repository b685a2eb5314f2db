"""The same conversation as Alexa holds it: request JSON through the handler, intents at random.

Smaller than the walk through the dialog itself: it proves that the edge adds no fault. Its draws
are the same in every run.
"""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from skill.alexa.intents import DENIED, HANDLED, PRESENT
from skill.alexa.skill import build_skill
from skill.settings import Settings
from tests.edge.requests import intent, launch, request, slot
from tests.edge.responses import assert_valid
from tests.walk.house import ASKED_FLAGS, LIBRARY

SKILL = build_skill(Settings())
INTENTS = sorted(HANDLED)
ANSWERS = ("AMAZON.NoIntent", "AMAZON.NoIntent", "AMAZON.YesIntent", "NotSureIntent")
IDS = sorted({*LIBRARY.places, *LIBRARY.findings, *ASKED_FLAGS})
OPTIONAL_ID = st.sampled_from((None, *IDS))


class Requests(RuleBasedStateMachine):
    """One person on one device, whose session carries what the skill last answered."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: dict[str, Any] = {}
        self.is_open = False

    def send(self, event: dict[str, Any]) -> None:
        event["session"]["new"] = not self.is_open
        event["session"]["attributes"] = self.attributes
        answer = SKILL.answer(event, None)
        assert_valid(answer)
        carried = answer.get("sessionAttributes") or {}
        self.is_open = answer["response"].get("shouldEndSession") is False
        if self.is_open:
            assert ("asking" in carried) == (carried["pending"] == "question")
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

    @rule(present=OPTIONAL_ID, second=OPTIONAL_ID, absent=OPTIONAL_ID)
    def describes(self, present: str | None, second: str | None, absent: str | None) -> None:
        slots = {
            **slot(PRESENT[0], "here", present),
            **slot(PRESENT[1], "there", second),
            **slot(DENIED[0], "that", absent),
        }
        self.send(intent("DescribeIntent", slots))

    @rule()
    def leaves(self) -> None:
        self.send(request("SessionEndedRequest", reason="USER_INITIATED"))


TestRequests = Requests.TestCase
TestRequests.settings = settings(
    derandomize=True, database=None, deadline=None, max_examples=40, stateful_step_count=30
)
