"""What many tests start from."""

from __future__ import annotations

import pytest
from hypothesis import settings

from simulator.start import Simulator, start
from skill.settings import Settings

# The same examples at every run: a test that fails once fails until it is mended.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def simulator() -> Simulator:
    """The skill of this project, and its interaction model: loaded once, and never changed."""
    return start(Settings())
