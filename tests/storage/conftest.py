"""Both stores, for one set of tests, and the skill that keeps bookmarks in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from skill.storage.budget import Budgeted
from skill.storage.choice import Bookmarks
from skill.storage.dynamodb import DynamoStore
from skill.storage.sqlite import SqliteStore
from skill.storage.store import Store
from tests.storage.dynalite import ENVIRONMENT, REGION, dynalite, make_table
from tests.storage.watched_store import LIBRARY, SECRET, Watched

_tables = count()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where a DynamoDB answers."""
    with dynalite() as address:
        yield address


@pytest.fixture(params=["sqlite", "dynamodb"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each of them, empty."""
    if request.param == "sqlite":
        one: Store = SqliteStore(tmp_path / "bookmarks.sqlite")
    else:
        address: str = request.getfixturevalue("address")
        table = f"bookmarks-{next(_tables)}"
        make_table(address, table)
        one = DynamoStore(table, REGION, ENVIRONMENT, address, seconds=20)
    yield one
    one.close()


@pytest.fixture
def watched(store: Store) -> Watched:
    return Watched(store)


@pytest.fixture
def skill(watched: Watched) -> Iterator[AnkleCoachSkill]:
    budgeted = Budgeted(watched, budget=10.0, rest=0.0)
    yield build_skill(Settings(), LIBRARY, bookmarks=Bookmarks(budgeted, SECRET))
    budgeted.close()
