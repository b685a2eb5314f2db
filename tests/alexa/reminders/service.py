"""Alexa's Reminders API behind HTTP: the simulator's, or with an answer that a test puts there."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from simulator.reminders import ReminderService
from skill.alexa.api import HttpAnswer, OverHttp

USER = "amzn1.ask.account.1"


class Server:
    """The services behind HTTP: as Amazon's, or with an answer that a test puts there."""

    def __init__(self) -> None:
        self.service = ReminderService()
        self.service.of(USER).allowed = True
        self.instead: Callable[[str, str], HttpAnswer | None] = lambda method, path: None
        self.silent = threading.Event()
        self.silent.set()
        self.asked: list[tuple[str, str, Any]] = []
        self.port = 0

    def connect(self, endpoint: str) -> OverHttp:
        assert endpoint == "https://api.amazonalexa.com"
        return OverHttp(HTTPConnection("127.0.0.1", self.port), seconds=5)

    def answer(self, method: str, path: str, token: str, body: bytes) -> HttpAnswer:
        self.silent.wait(20)
        self.asked.append((method, path, json.loads(body) if body else None))
        return self.instead(method, path) or self.service.send(method, path, token, body or None)


class Quiet(ThreadingHTTPServer):
    """Says nothing of a caller who has gone, as one who waits no longer has."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server that listens meanwhile."""
    one = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            bearer = self.headers["Authorization"] or ""
            told = one.answer(self.command, self.path, bearer.removeprefix("Bearer "), body)
            self.send_response(told.status)
            self.send_header("Content-Length", str(len(told.body)))
            self.end_headers()
            self.wfile.write(told.body)

        do_GET = do_PUT = do_DELETE = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with Quiet(("127.0.0.1", 0), Handler) as listening:
        one.port = listening.server_port
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield one
        one.silent.set()
        listening.shutdown()
        thread.join()
