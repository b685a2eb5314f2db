"""Stores that are down, slow or broken, and which store a deployment has."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from msgspec.structs import replace

from skill.settings import SettingsError
from skill.storage import choice
from skill.storage.bookmark import Kept, Refused, merge
from skill.storage.budget import Budgeted
from skill.storage.credentials import credentials
from skill.storage.dynamodb import DynamoStore
from skill.storage.store import ANY_VERSION, Key, Stored, StoreFault
from tests.paths import ROOT
from tests.storage.dynalite import ENVIRONMENT, REGION, items, make_table
from tests.storage.test_stores import KEY, MARK, NOW

SECRET = "sixteen and more"


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

    assert merge(MARK, mine, theirs) == replace(MARK, sessions=5, at_step=3)


def test_a_no_on_one_device_takes_nothing_from_a_yes_on_another() -> None:
    assert merge(None, Refused(), MARK) == MARK
    assert merge(None, MARK, Refused()) == MARK


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
