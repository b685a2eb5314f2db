"""The simulator as tests meet it: lines to a conversation, requests to its server."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from flask.testing import FlaskClient

from simulator import terminal
from simulator.app import create_app
from simulator.start import Simulator
from tests.simulator.page_line import PORT, say

MORNING = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)

Talk = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def talk(simulator: Simulator) -> Talk:
    """Say lines (text, or an object) to one conversation, at a clock that stands still."""
    ids = count(1)
    conversation = simulator.conversation(lambda: MORNING, lambda: f"id-{next(ids)}")

    def say(*lines: str | dict[str, Any]) -> list[dict[str, Any]]:
        output = io.StringIO()
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        terminal.talk_in_json(conversation, texts, output)
        return [json.loads(line) for line in output.getvalue().splitlines()]

    return say


@pytest.fixture
def client(simulator: Simulator) -> FlaskClient:
    return create_app(simulator, PORT).test_client()


@pytest.fixture
def launch(simulator: Simulator) -> dict[str, Any]:
    """A launch as Alexa sends it."""
    client = create_app(simulator, PORT).test_client()
    said = say(client, {"event": "launch"})
    request: dict[str, Any] = said.get_json()["request"]
    return request
