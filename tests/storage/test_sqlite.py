"""A file of bookmarks: made, brought up to date, broken, full, and written by several at once."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from skill.storage.bookmark import Bookmark, Refused
from skill.storage.sqlite import BUSY_SECONDS, MIGRATIONS, SqliteStore
from skill.storage.store import ANY_VERSION, Key, Stored, StoreFault
from tests.paths import ROOT
from tests.storage.test_stores import KEY, MARK, NOW


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "bookmarks.sqlite"


@pytest.fixture
def stores(file: Path) -> Iterator[list[SqliteStore]]:
    opened = [SqliteStore(file), SqliteStore(file)]
    yield opened
    for store in opened:
        store.close()


def test_a_file_is_made_with_its_folder_and_for_nobody_else(
    file: Path, stores: list[SqliteStore]
) -> None:
    stores[0].write(KEY, MARK, 0, NOW)

    assert file.stat().st_mode & 0o077 == 0
    assert stores[1].read(KEY, NOW).kept == MARK


def test_an_older_file_is_brought_to_the_newest_form_with_what_is_in_it(
    file: Path, stores: list[SqliteStore]
) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as old:
        old.execute(MIGRATIONS[0])
        old.execute("PRAGMA user_version = 1")
    stores[0].write(KEY, MARK, 0, NOW)

    assert stores[1].read(KEY, NOW).kept == MARK
    with closing(sqlite3.connect(file)) as new:
        assert new.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


@pytest.mark.parametrize(
    "column", ["kept = 'pain'", 'kept = \'{"type": "bookmark"}\'', "version = 'x'", "kept = x'00'"]
)
def test_nonsense_in_a_file_is_nothing_and_is_written_over(
    file: Path, stores: list[SqliteStore], column: str
) -> None:
    stores[0].write(KEY, MARK, 0, NOW)
    with closing(sqlite3.connect(file)) as other, other:
        other.execute(f"UPDATE bookmarks SET {column}")

    found = stores[0].read(KEY, NOW)
    assert found == Stored(None, ANY_VERSION)
    assert stores[0].write(KEY, Refused(), found.version, NOW)
    assert stores[0].read(KEY, NOW).kept == Refused()


def test_a_file_that_is_no_database_is_a_fault_and_stays_as_it_is(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"something else" * 100)
    with pytest.raises(StoreFault):
        SqliteStore(file).read(KEY, NOW)

    assert file.read_bytes() == b"something else" * 100


def test_a_file_that_is_full_is_a_fault_and_keeps_what_it_had(
    file: Path, stores: list[SqliteStore]
) -> None:
    store = stores[0]
    store.write(KEY, MARK, 0, NOW)
    with store._connection() as connection:
        connection.execute("PRAGMA max_page_count = 1")

    def fill() -> None:
        for number in range(1000):
            store.write(Key(f"{number:064}", "account"), MARK, 0, NOW)

    with pytest.raises(StoreFault):
        fill()

    assert store.read(KEY, NOW).kept == MARK


def test_a_new_file_that_another_worker_is_at_is_waited_for(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        pauses: list[float] = []

        def goes_on(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 3:
                other.execute("COMMIT")

        store = SqliteStore(file, goes_on)
        assert store.write(KEY, MARK, 0, NOW)
        store.close()

    assert len(pauses) == 3


def test_a_new_file_that_another_worker_keeps_is_a_fault_within_the_budget(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        pauses: list[float] = []
        with pytest.raises(StoreFault):
            SqliteStore(file, pauses.append).read(KEY, NOW)

    assert 0 < sum(pauses) <= BUSY_SECONDS


COUNTS = """
import sys
from pathlib import Path
from msgspec.structs import replace
from skill.storage.sqlite import SqliteStore
from tests.storage.test_stores import KEY, MARK, NOW
print("ready", flush=True)
sys.stdin.readline()
store = SqliteStore(Path(sys.argv[1]))
for _ in range(30):
    done = False
    while not done:
        found = store.read(KEY, NOW)
        before = found.kept.sessions if found.kept else 0
        done = store.write(KEY, replace(MARK, sessions=before + 1), found.version, NOW)
    print(found.version + 1, flush=True)
"""


def _versions_of_four_writers(file: Path) -> list[int]:
    """The versions that four processes say they wrote at once, of which the first is killed."""
    command = [sys.executable, "-c", COUNTS, str(file)]
    with ExitStack() as running:
        workers = [
            running.enter_context(
                subprocess.Popen(
                    command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
                )
            )
            for _ in range(4)
        ]
        for worker in workers:
            assert worker.stdout is not None
            worker.stdout.readline()
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("go\n")
            worker.stdin.flush()
        killed, *others = workers
        assert killed.stdout is not None
        seen = [int(killed.stdout.readline()) for _ in range(3)]
        killed.kill()
        seen += [int(line) for line in killed.stdout]
        for worker in others:
            assert worker.stdout is not None
            told = [int(line) for line in worker.stdout]
            assert worker.wait() == 0
            assert len(told) == 30
            seen += told
    return seen


def test_of_several_processes_that_write_at_once_one_is_killed_and_nothing_is_lost(
    file: Path,
) -> None:
    seen = _versions_of_four_writers(file)
    store = SqliteStore(file)
    kept = store.read(KEY, NOW)
    store.close()

    assert len(set(seen)) == len(seen), "two writes were told that they are the same one"
    # The killed one may have written once more than it could tell.
    assert isinstance(kept.kept, Bookmark)
    assert kept.kept.sessions == kept.version
    assert 0 <= kept.version - len(seen) <= 1
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


WRITES = """
import sys
from pathlib import Path
from skill.storage.sqlite import SqliteStore
from msgspec.structs import replace
from tests.storage.test_stores import KEY, MARK, NOW
store = SqliteStore(Path(sys.argv[1]))
for version in range(100_000):
    store.write(KEY, replace(MARK, sessions=version), version, NOW)
    print(version, flush=True)
"""


def test_what_a_killed_process_wrote_is_there_and_the_file_is_whole(
    file: Path, stores: list[SqliteStore]
) -> None:
    command = [sys.executable, "-c", WRITES, str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        seen = [int(worker.stdout.readline()) for _ in range(20)]
        worker.send_signal(signal.SIGKILL)
    kept = stores[0].read(KEY, NOW).kept

    assert isinstance(kept, Bookmark)
    assert kept.sessions >= seen[-1]
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
