"""Peers that are slow on purpose: they keep no place from anybody, and no thread."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Thread
from typing import cast

import pytest
from flask import Flask

from skill.web.connections import REQUEST_SECONDS, Connection, to_close
from skill.web.server import MOST_SOCKETS, Server

HALF = b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhello"
WHOLE = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
PLACES = MOST_SOCKETS - 3
"""Three sockets are the server's own."""


class Peer:
    """What `to_close` looks at of a connection."""

    def __init__(self, peer: str, since: float, is_waiting: bool = True) -> None:
        self.peer = peer
        self.since = since
        self.is_waiting = is_waiting


def closed(peers: list[Peer], now: float, is_full: bool = True) -> list[Peer]:
    return cast("list[Peer]", to_close(cast("list[Connection]", peers), now, is_full))


def test_whoever_took_too_long_is_closed_and_nobody_else() -> None:
    late, in_time = Peer("a", 0.0), Peer("b", 0.1)

    assert closed([late, in_time], REQUEST_SECONDS + 0.05, is_full=False) == [late]
    assert closed([late, in_time], REQUEST_SECONDS, is_full=False) == []
    # Room is made by that already.
    assert closed([late, in_time], REQUEST_SECONDS + 0.05) == [late]


def test_what_is_being_answered_is_never_closed() -> None:
    answered = [Peer("a", 0.0, is_waiting=False) for _ in range(5)]
    fresh = Peer("b", 999.0)

    assert closed(answered, 999.0) == []
    assert closed([*answered, fresh], 999.0) == [fresh]


def test_where_every_place_is_taken_the_one_that_waited_longest_gives_way() -> None:
    peers = [Peer("proxy", since) for since in (3.0, 1.0, 2.0)]

    assert closed(peers, 4.0) == [peers[1]]
    assert closed(peers, 4.0, is_full=False) == []
    assert closed([], 4.0) == []


def test_the_peer_with_the_most_connections_gives_way_before_others() -> None:
    oldest = Peer("amazon", 0.0)
    strangers = [Peer("stranger", 1.0, is_waiting=False), Peer("stranger", 3.0)]

    assert closed([oldest, *strangers], 4.0) == [strangers[1]]


# --- Over a real socket ---------------------------------------------------------------------


class Time:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def served(time: Time) -> Iterator[Server]:
    """A server that says that it is well, and gives away a megabyte."""
    app = Flask(__name__)
    app.add_url_rule("/health", "health", view_func=lambda: "ok")
    app.add_url_rule("/large", "large", view_func=lambda: b"-" * 2**20)
    server = Server(app, "127.0.0.1", 0, time)
    thread = Thread(target=server.run)
    thread.start()
    yield server
    server.stop()
    thread.join()


@pytest.fixture
def connect(served: Server) -> Iterator[Callable[[bytes], socket.socket]]:
    """Opens a connection, and sends something."""
    with ExitStack() as opened:

        def connect(sent: bytes) -> socket.socket:
            address = ("127.0.0.1", served.port)
            one = opened.enter_context(socket.create_connection(address, timeout=30))
            one.sendall(sent)
            return one

        yield connect


def is_answered(one: socket.socket) -> bool:
    """Whether it is, by the whole answer and no more."""
    answered = b""
    while not answered.endswith(b"\r\n\r\nok") and (part := one.recv(65_536)):
        answered += part
    return answered.startswith(b"HTTP/1.1 200 OK")


def is_closed(one: socket.socket) -> bool:
    """Whether it ends, once what was still on its way is read."""
    try:
        while one.recv(65_536):
            pass
    except ConnectionResetError:
        pass
    return True


Connect = Callable[[bytes], socket.socket]


def test_half_sent_requests_take_no_place_from_others(connect: Connect) -> None:
    strangers = [connect(HALF) for _ in range(PLACES + 50)]

    assert all(is_answered(connect(WHOLE)) for _ in range(5))
    assert is_closed(strangers[0])


def test_a_connection_that_says_nothing_takes_no_place_from_others(connect: Connect) -> None:
    strangers = [connect(b"") for _ in range(PLACES + 50)]

    assert all(is_answered(connect(WHOLE)) for _ in range(5))
    assert is_closed(strangers[0])


def test_a_request_that_trickles_is_cut_off_at_the_deadline_and_others_are_not(
    connect: Connect, time: Time
) -> None:
    trickling = connect(HALF[:-5])
    assert is_answered(connect(WHOLE))
    for byte in b"hel":
        time.now += REQUEST_SECONDS / 3
        trickling.sendall(bytes([byte]))
        # The server has been round since.
        assert is_answered(connect(WHOLE))
    young = connect(WHOLE)
    assert is_answered(young)

    time.now += 0.1

    assert is_closed(trickling)
    young.sendall(WHOLE)
    assert is_answered(young)


@pytest.mark.parametrize("sent", [b"", b"G", b"\r\n\r\n"], ids=["nothing", "a byte", "blank lines"])
def test_a_connection_without_a_whole_request_ends_at_the_deadline(
    connect: Connect, time: Time, sent: bytes
) -> None:
    one = connect(sent)
    assert is_answered(connect(WHOLE))

    time.now += REQUEST_SECONDS + 0.1

    assert is_closed(one)


def test_a_connection_that_is_used_again_and_again_is_kept(connect: Connect, time: Time) -> None:
    one = connect(WHOLE)
    assert is_answered(one)
    for _ in range(5):
        time.now += REQUEST_SECONDS - 0.1
        one.sendall(WHOLE)
        assert is_answered(one)


def test_whoever_does_not_fetch_what_was_replied_is_cut_off_at_the_deadline(
    connect: Connect, time: Time, served: Server
) -> None:
    lazy = connect(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n" * 10)
    port = lazy.getsockname()[1]
    for _ in range(1_000):
        assert is_answered(connect(WHOLE))
        if not served.under_way:
            break
    assert port in [one.addr[1] for one in served.connections]

    time.now += REQUEST_SECONDS + 0.1
    for _ in range(3):
        assert is_answered(connect(WHOLE))

    assert port not in [one.addr[1] for one in served.connections]


def test_a_connection_is_one_of_waitress_with_what_the_rule_looks_at() -> None:
    assert set(vars(Peer("a", 0.0))) - {"since"} <= set(dir(Connection))
