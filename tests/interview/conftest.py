"""What the tables are held against."""

from __future__ import annotations

import pytest

from skill.interview.interview import Knowledge, knowledge_of
from tools.content.load import load


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge of this project's content, worked out once."""
    return knowledge_of(load())
