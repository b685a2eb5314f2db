"""Both stores, for one set of tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from skill.storage.dynamodb import DynamoStore
from skill.storage.sqlite import SqliteStore
from skill.storage.store import Store
from tests.storage.dynalite import ENVIRONMENT, REGION, dynalite, make_table

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
