"""What many tests start from."""

from __future__ import annotations

import pytest

from skill.settings import Settings
from skill.simulator.start import Simulator, start


@pytest.fixture(scope="session")
def simulator() -> Simulator:
    """The skill of this project, and its interaction model: loaded once, and never changed."""
    return start(Settings())
