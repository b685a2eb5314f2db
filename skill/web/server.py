"""A production server for the application: waitress, with a stop that lets replies go out."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, cast

from flask import Flask
from waitress import wasyncore
from waitress.server import BaseWSGIServer, create_server

from skill.web.app import MOST_BYTES, ServiceError
from skill.web.connections import Connection, to_close

THREADS = 8
"""Replies are quick. Most of them may wait for a certificate, never all: see `MOST_WAITING`."""
MOST_SOCKETS = 200
"""Three of them are the server's own."""
MOST_HEADER_BYTES = 16 * 1024
GRACE_SECONDS = 8.0
"""As long as Alexa waits for a reply."""


class Server:
    """Listens once it is made, serves while `run` runs."""

    def __init__(
        self, app: Flask, host: str, port: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Listen at an address; port 0 is any free one. `clock` gives seconds.

        Raises:
            ServiceError: the address cannot be used.
        """
        self._sockets: dict[int, Any] = {}
        self._stopping = False
        self._clock = clock
        self._listening = _bound(host, port)
        self.host, self.port = self._listening.getsockname()[:2]
        made: Any = create_server(
            app,
            map=self._sockets,
            sockets=[self._listening],
            threads=THREADS,
            ident=None,
            connection_limit=MOST_SOCKETS,
            max_request_header_size=MOST_HEADER_BYTES,
            # The first length that is too much.
            max_request_body_size=MOST_BYTES + 1,
            # A client that hangs up is no fault of ours.
            log_socket_errors=False,
        )
        made.channel_class = partial(Connection, clock=clock)
        # One socket makes one server.
        self._server: BaseWSGIServer = made

    def run(self) -> None:
        """Serve until told to stop; then take nothing new and send what is being answered."""
        while not self._stopping:
            self._make_room()
            wasyncore.loop(timeout=1.0, map=self._sockets, count=1)
        del self._sockets[self._listening.fileno()]
        self._listening.close()
        latest = time.monotonic() + GRACE_SECONDS
        while self._is_answering() and time.monotonic() < latest:
            wasyncore.loop(timeout=0.1, map=self._sockets, count=1)
        self._server.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._sockets)

    def stop(self) -> None:
        """Tell `run` to come to its end; from any thread, or from a signal."""
        self._stopping = True
        # `run` may have seen it in between and closed what it would be woken with.
        with suppress(OSError):
            self._server.pull_trigger()

    @property
    def under_way(self) -> int:
        """How many requests have arrived whole and are not answered yet."""
        return sum(len(one.requests) for one in self.connections)

    @property
    def connections(self) -> list[Connection]:
        """Those that are open."""
        return list(cast("dict[int, Connection]", self._server.active_channels).values())

    def _make_room(self) -> None:
        is_full = len(self._sockets) >= MOST_SOCKETS
        for one in to_close(self.connections, self._clock(), is_full):
            # Not `will_close`, which waits until the peer takes what is left for it.
            one.handle_close()

    def _is_answering(self) -> bool:
        return any(one.requests or one.total_outbufs_len for one in self.connections)


def _bound(host: str, port: int) -> socket.socket:
    """A socket of this address. Bound here so that it is one, and says what is wrong with it."""
    try:
        (family, *_, address), *_ = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        bound = socket.socket(family)
    except OSError as error:
        raise ServiceError(
            f"HOST is {host!r}, which is no address of this machine: {error}."
        ) from None
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
    except OSError as error:
        bound.close()
        raise ServiceError(
            f"Port {port} of {host} cannot be used ({error.strerror}): "
            "choose another one, as in PORT=8081 make serve."
        ) from None
    return bound
