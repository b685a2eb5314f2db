"""What the tables are held against."""

from __future__ import annotations

import pytest

from skill.interview.interview import Knowledge
from tests.settled import knowing


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge of the settled content, for rows that name no condition."""
    return knowing()
