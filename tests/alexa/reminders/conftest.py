"""Alexa's Reminders API, and a skill that asks it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa.reminders.service import Server, serving
from tests.alexa.reminders.talk import LIBRARY


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture
def skill(server: Server) -> AnkleCoachSkill:
    return build_skill(Settings(), LIBRARY, connect=server.connect)
