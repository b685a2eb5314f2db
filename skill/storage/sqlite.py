"""Bookmarks in one SQLite file, for `make run` and for a service of one's own."""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import finalize

from skill.storage.bookmark import Kept, decode, encode
from skill.storage.store import ANY_VERSION, SECONDS_KEPT, Key, Stored, StoreFault

MIGRATIONS = (
    """
    CREATE TABLE bookmarks (
        account TEXT NOT NULL,
        person TEXT NOT NULL,
        kept TEXT NOT NULL,
        version INTEGER NOT NULL,
        until INTEGER NOT NULL,
        PRIMARY KEY (account, person)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX bookmarks_until ON bookmarks (until)",
)
"""Each is one statement, and is done once, in this order; the file counts how many were."""

BUSY_SECONDS = 0.2
"""That one worker waits for another: less than the budget of a turn."""

PAUSE_SECONDS = 0.01
"""Between two tries to bring a new file to write-ahead mode."""


class SqliteStore:
    """A file in write-ahead mode: workers read while one writes; a killed one breaks nothing."""

    def __init__(self, path: Path, pause: Callable[[float], None] = time.sleep) -> None:
        self._path = path
        self._pause = pause
        self._unused: deque[sqlite3.Connection] = deque()
        # Python 3.13 warns of a file that is not closed, when a store goes that nobody closed.
        finalize(self, _close, self._unused)

    def read(self, key: Key, now: float) -> Stored:
        """See `Store`."""
        with self._connection() as connection:
            row = connection.execute(
                "SELECT kept, version, until FROM bookmarks WHERE account = ? AND person = ?", key
            ).fetchone()
        if row is None:
            return Stored(None)
        kept = decode(row[0])
        sound = kept is not None and isinstance(row[1], int) and isinstance(row[2], int)
        if not sound:
            return Stored(None, ANY_VERSION)
        return Stored(kept if row[2] > now else None, row[1])

    def write(self, key: Key, kept: Kept, version: int, now: float) -> bool:
        """See `Store`. What is too old, of anybody, is deleted beside it."""
        until = int(now) + SECONDS_KEPT
        with self._connection() as connection:
            connection.execute(
                "DELETE FROM bookmarks WHERE until <= ? AND (account, person) <> (?, ?)",
                (int(now), *key),
            )
            done = connection.execute(
                """
                INSERT INTO bookmarks SELECT ?1, ?2, ?3, 1, ?4
                WHERE ?5 <= 0 OR EXISTS
                    (SELECT 1 FROM bookmarks WHERE account = ?1 AND person = ?2)
                ON CONFLICT DO UPDATE SET kept = ?3, version = max(version, 0) + 1, until = ?4
                WHERE ?5 = -1 OR version = ?5
                """,
                (*key, encode(kept), until, version),
            )
            return done.rowcount == 1

    def delete(self, key: Key) -> None:
        """See `Store`."""
        with self._connection() as connection:
            connection.execute("DELETE FROM bookmarks WHERE account = ? AND person = ?", key)

    def delete_account(self, account: str) -> None:
        """See `Store`."""
        with self._connection() as connection:
            connection.execute("DELETE FROM bookmarks WHERE account = ?", (account,))

    def close(self) -> None:
        """See `Store`."""
        _close(self._unused)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else has; each statement in it stands for itself."""
        connection: sqlite3.Connection | None = None
        try:
            try:
                connection = self._unused.pop()
            except IndexError:
                connection = self._opened()
            yield connection
        except (sqlite3.Error, OSError) as fault:
            if connection is not None:
                connection.close()
            raise StoreFault(type(fault).__name__) from None
        self._unused.append(connection)

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            # Nobody but whoever runs the skill.
            self._path.chmod(0o600)
            self._write_ahead(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            # What is deleted is gone from the file too.
            connection.execute("PRAGMA secure_delete = ON")
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _write_ahead(self, connection: sqlite3.Connection) -> None:
        """Bring the file to write-ahead mode, which it keeps, as soon as no other worker is at it.

        SQLite does not wait for a lock here, whatever the timeout: of 1,200 opens of new files by
        several workers at once, 16 failed.
        """
        for left in reversed(range(round(BUSY_SECONDS / PAUSE_SECONDS))):
            if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
                return
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not left:
                    raise
                self._pause(PAUSE_SECONDS)


def _close(connections: deque[sqlite3.Connection]) -> None:
    while connections:
        connections.pop().close()


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest form; of several workers one does, and the others wait."""
    if _form(connection) >= len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(_form(connection), len(MIGRATIONS)):
            connection.execute(MIGRATIONS[number])
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _form(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
