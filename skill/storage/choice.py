"""Which store a deployment has, by its environment; none where it sets none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from skill.settings import SettingsError

# Whoever has no store imports nothing for one: it would cost the cold start.
if TYPE_CHECKING:
    from skill.storage.store import Store

NAMES = ("BOOKMARKS_FILE", "BOOKMARKS_TABLE", "BOOKMARKS_SECRET")
SHORTEST_SECRET = 16


class Bookmarks(NamedTuple):
    """A store, and the secret with which its keys are hashed."""

    store: Store
    secret: str


def from_environment(environment: Mapping[str, str] = os.environ) -> Bookmarks | None:
    """The store that `BOOKMARKS_FILE` or `BOOKMARKS_TABLE` names; None where neither does.

    Raises:
        SettingsError: both do, or the secret or the region is missing.
    """
    file, table, secret = (environment.get(name, "").strip() for name in NAMES)
    if not file and not table:
        return None
    if file and table:
        raise SettingsError(
            "BOOKMARKS_FILE is not set where BOOKMARKS_TABLE is: one store is used."
        )
    if len(secret) < SHORTEST_SECRET:
        raise SettingsError(
            f"BOOKMARKS_SECRET is {SHORTEST_SECRET} characters or more that nobody can guess, "
            "and stays the same: with another one every bookmark is lost."
        )
    return _budgeted(_table(table, environment) if table else _file(file), secret)


def in_file(path: Path, secret: str) -> Bookmarks:
    """A store in a file."""
    return _budgeted(_file(str(path)), secret)


def _budgeted(store: Store, secret: str) -> Bookmarks:
    from skill.storage.budget import Budgeted

    return Bookmarks(Budgeted(store), secret)


def _file(path: str) -> Store:
    # Not before a file is set: Lambda has no use for it.
    from skill.storage.sqlite import SqliteStore

    return SqliteStore(Path(path))


def _table(name: str, environment: Mapping[str, str]) -> Store:
    region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION")
    if not region:
        raise SettingsError("AWS_REGION is the region of BOOKMARKS_TABLE, such as us-east-1.")
    # Not before a table is set.
    from skill.storage.dynamodb import DynamoStore

    return DynamoStore(name, region, environment, environment.get("AWS_ENDPOINT_URL_DYNAMODB"))
