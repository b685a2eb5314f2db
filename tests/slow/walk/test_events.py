"""Every event in every situation that a conversation comes to: one test for each kind of event."""

from __future__ import annotations

from typing import get_args

import pytest

from skill.dialog.events import Event, Launch, Together
from skill.dialog.state import Pending
from skill.dialog.step import step
from tests.slow.walk.events import everything
from tests.slow.walk.knowledge import KNOWLEDGE
from tests.slow.walk.situations import Exploration

KINDS = sorted({type(event).__name__ for event in everything(None)})


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_is_answered_by_the_rules_in_every_situation(
    exploration: Exploration, kind: str
) -> None:
    assert exploration.held[kind] >= exploration.whole > 500
    if kind in exploration.broken:
        pytest.fail(exploration.broken[kind], pytrace=False)


WITH_A_MEMORY = {"may-remember", "mornings-after"}
"""Asked only where something is remembered, or may be: see tests/storage/test_walk.py."""


def test_every_pending_question_is_reached(exploration: Exploration) -> None:
    pending = {state.pending for state, _ in exploration.visits if state is not None}

    assert pending == set(get_args(Pending)) - WITH_A_MEMORY
    assert len(exploration.met) > 100


def test_an_event_says_the_same_in_the_same_state() -> None:
    events: list[Event | Together] = [Launch(), *everything(None)]

    for event in events:
        assert step(KNOWLEDGE, None, event) == step(KNOWLEDGE, None, event)
