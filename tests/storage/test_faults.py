"""Stores that are down, slow, full or broken, and a worker that is killed."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from msgspec.structs import replace

from skill.settings import SettingsError
from skill.storage import choice
from skill.storage.bookmark import Bookmark, Kept, Refused, merged
from skill.storage.budgeted import Budgeted
from skill.storage.credentials import credentials
from skill.storage.dynamodb import DynamoStore
from skill.storage.sqlite import BUSY_SECONDS, MIGRATIONS, SqliteStore
from skill.storage.store import ANY_VERSION, Key, Stored, StoreFault
from tests.paths import ROOT
from tests.storage.dynalite import ENVIRONMENT, REGION, items, make_table
from tests.storage.test_stores import KEY, MARK, NOW

SECRET = "sixteen and more"


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


def test_of_several_processes_that_write_at_once_one_is_killed_and_nothing_is_lost(
    file: Path,
) -> None:
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


class Slow:
    """A store that answers once it is let."""

    def __init__(self) -> None:
        self.let = threading.Event()

    def read(self, key: Key, now: float) -> Stored:
        self.let.wait(20)
        return Stored(None)

    def write(self, key: Key, kept: Kept, version: int, now: float) -> bool:
        raise ZeroDivisionError("pain 9")

    def delete(self, key: Key) -> None:
        self.let.set()

    def delete_account(self, account: str) -> None:
        raise ZeroDivisionError

    def close(self) -> None:
        self.let.set()


def test_a_slow_store_is_given_up_and_then_left_alone_until_it_is_asked_to_delete() -> None:
    times = iter([0.0, 0.0, 5.0, 20.0])
    slow = Slow()
    store = Budgeted(slow, budget=0.01, rest=10.0, clock=lambda: next(times, 20.0))
    with pytest.raises(StoreFault, match="too long"):
        store.read(KEY, NOW)
    with pytest.raises(StoreFault, match="left alone"):
        store.read(KEY, NOW)
    store.delete(KEY)

    assert store.read(KEY, NOW) == Stored(None)
    store.close()


def test_a_fault_of_any_kind_is_told_without_what_it_quotes() -> None:
    store = Budgeted(Slow())
    with pytest.raises(StoreFault, match="ZeroDivisionError"):
        store.write(KEY, MARK, 0, NOW)
    with pytest.raises(StoreFault, match="ZeroDivisionError"):
        store.delete_account("a")
    store.close()


@pytest.fixture
def answers() -> Iterator[tuple[str, list[tuple[int, bytes]]]]:
    """A server that answers what it is told to, and its address."""
    told: list[tuple[int, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            status, body = told[0]
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", told
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b"{}"),
        (503, b"<html>"),
        (200, b"pain"),
        (200, b"[]"),
        (200, b"\xff"),
        (400, b'{"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"}'),
        (400, b'{"__type": "com.amazon.coral.service#ThrottlingException"}'),
        (413, b'{"__type": "x#ItemCollectionSizeLimitExceededException"}'),
    ],
)
def test_a_table_that_fails_is_a_fault(
    answers: tuple[str, list[tuple[int, bytes]]], status: int, body: bytes
) -> None:
    address, told = answers
    told.append((status, body))
    store = DynamoStore("t", REGION, ENVIRONMENT, address)
    with pytest.raises(StoreFault):
        store.read(KEY, NOW)
    store.close()


@pytest.mark.parametrize(
    "body", [b'{"Item": {}}', b'{"Item": {"kept": 1}}', b'{"Item": {"kept": {"S": "pain"}}}']
)
def test_nonsense_in_a_table_is_nothing(
    answers: tuple[str, list[tuple[int, bytes]]], body: bytes
) -> None:
    address, told = answers
    told.append((200, body))
    store = DynamoStore("t", REGION, ENVIRONMENT, address)

    assert store.read(KEY, NOW) == Stored(None, ANY_VERSION)
    store.close()


def test_a_table_that_is_down_or_without_credentials_is_a_fault() -> None:
    for environment in (ENVIRONMENT, {}):
        with pytest.raises(StoreFault):
            DynamoStore("t", REGION, environment, "http://127.0.0.1:9").read(KEY, NOW)


def test_what_two_devices_finished_at_once_counts_twice() -> None:
    mine, theirs = replace(MARK, sessions=4, at_step=2), replace(MARK, sessions=4, at_step=2)

    assert merged(MARK, mine, theirs) == replace(MARK, sessions=5, at_step=3)


def test_a_no_on_one_device_takes_nothing_from_a_yes_on_another() -> None:
    assert merged(None, Refused(), MARK) == MARK
    assert merged(None, MARK, Refused()) == MARK


HANDED_OUT = {
    "AccessKeyId": "id",
    "SecretAccessKey": "secret",
    "Token": "token",
    "Expiration": "2027-01-15T08:00:00Z",
}


def test_a_function_from_a_snapshot_gets_credentials_from_lambdas_address_until_they_end(
    answers: tuple[str, list[tuple[int, bytes]]],
) -> None:
    address, told = answers
    told.append((200, json.dumps(HANDED_OUT).encode()))
    found = credentials({"AWS_CONTAINER_CREDENTIALS_FULL_URI": address}, 5)

    assert found[:3] == ("id", "secret", "token")
    assert found.until == NOW
    assert found.are_good(NOW - 600)
    assert not found.are_good(NOW - 60)


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"Expiration": 1}'])
def test_credentials_that_make_no_sense_are_a_fault(
    answers: tuple[str, list[tuple[int, bytes]]], body: bytes
) -> None:
    address, told = answers
    told.append((200, body))
    with pytest.raises(StoreFault):
        credentials({"AWS_CONTAINER_CREDENTIALS_FULL_URI": address}, 5)


def test_the_table_of_the_environment_is_used(address: str) -> None:
    make_table(address, "of-the-environment")
    given = {**TABLE, **ENVIRONMENT, "AWS_REGION": REGION, "AWS_ENDPOINT_URL_DYNAMODB": address}
    found = choice.from_environment(given)
    assert found is not None
    assert found.store.write(KEY, MARK, 0, NOW)

    assert [item["account"]["S"] for item in items(address, "of-the-environment")] == [KEY.account]
    found.store.close()


FILE = {"BOOKMARKS_FILE": "x", "BOOKMARKS_SECRET": SECRET}
TABLE = {"BOOKMARKS_TABLE": "of-the-environment", "BOOKMARKS_SECRET": SECRET}


def test_without_a_file_or_a_table_there_is_no_store() -> None:
    assert choice.from_environment({"BOOKMARKS_SECRET": SECRET}) is None


@pytest.mark.parametrize(
    ("set", "name"),
    [
        ({**FILE, **TABLE}, "BOOKMARKS_FILE"),
        ({**FILE, "BOOKMARKS_SECRET": "short"}, "BOOKMARKS_SECRET"),
        ({"BOOKMARKS_TABLE": "x"}, "BOOKMARKS_SECRET"),
        (TABLE, "AWS_REGION"),
    ],
)
def test_what_is_missing_is_told_in_a_sentence(set: dict[str, str], name: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name} is .*[.]$"):
        choice.from_environment(set)


def test_what_signs_for_a_table_is_imported_only_where_one_is_set() -> None:
    code = (
        "import sys, skill.lambda_function\n"
        "unused = {'sqlite3', 'aws_request_signer', 'boto3', 'concurrent.futures'}\n"
        "assert not unused & {*sys.modules}\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
