"""In every part of a session a wish for the check, or for no exercise, ends the exercise."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest

from simulator.conversation import Conversation
from simulator.input_line import Line
from simulator.start import Simulator

BEGUN = ("start the calf routine", "no", "no", "first time")
PARTS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "the first question before exercise": (BEGUN[:1], None),
    "the question for the step": (BEGUN[:3], None),
    "a set-up": (BEGUN, 18),
    "the wait before a set": (BEGUN, 46),
    "a set": (BEGUN, 80),
    "a rest": (BEGUN, 120),
    "a switch of sides": (("teach me the clam", "no", "no"), 94),
    "between two parts": (BEGUN, None),
    "a pause": ((*BEGUN, "pause"), 20),
    "the question for pain": ((*BEGUN, "ready"), None),
}
"""What is said before, and the seconds into the last reply; None for once it was heard out."""

TO_THE_CHECK = (
    "I want to know what's wrong with my foot",
    "no, check my foot",
    "go back to the questions",
)
OUT = ("no, I don't want to run", "i don't want to exercise")


def held(simulator: Simulator, before: tuple[str, ...]) -> Conversation:
    """A session up to the part that these words lead to."""
    ids = count()
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    conversation = simulator.conversation(lambda: noon, lambda: f"id-{next(ids)}")
    for said in before:
        conversation.take(Line(say=said))
    return conversation


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("said", TO_THE_CHECK)
def test_a_wish_for_the_check_begins_it(simulator: Simulator, said: str, part: str) -> None:
    before, after = PARTS[part]
    heard = held(simulator, before).take(Line(say=said, after=after))

    assert tuple(map(str, heard.acts)) == ("start",)
    assert heard.session_open


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("said", OUT)
def test_who_wants_none_is_offered_the_check(simulator: Simulator, said: str, part: str) -> None:
    before, after = PARTS[part]
    heard = held(simulator, before).take(Line(say=said, after=after))

    assert tuple(map(str, heard.acts)) == ("no-exercise", "check-offer")
