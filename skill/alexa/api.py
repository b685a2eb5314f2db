"""Requests to Amazon's services for skills, with the token that came with a request of Alexa's."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

HOSTS = frozenset({"api.amazonalexa.com", "api.eu.amazonalexa.com", "api.fe.amazonalexa.com"})
"""Where these services are, by Amazon's reference of the Reminders API. A request names one; a
token is sent to no other."""

SECONDS = 3.0
"""For all that one errand takes, of the eight seconds that Alexa waits for a reply. It was asked
for by name, so who speaks expects a moment; what it takes from Lambda could not be measured."""

MOST_BYTES = 256 * 1024


class Unreachable(Exception):
    """There was no answer, or not in time; the message says why, and quotes nothing."""


class HttpAnswer(NamedTuple):
    """A status of HTTP, and the body."""

    status: int
    body: bytes


class Api(Protocol):
    """Amazon's services, or what stands in for them."""

    def send(self, method: str, path: str, token: str, body: bytes | None = None) -> HttpAnswer:
        """The answer to one request.

        Raises:
            Unreachable: there is none in time.
        """

    def close(self) -> None:
        """Let go of the connection."""


Connect = Callable[[str], Api]
"""The services at the `apiEndpoint` that a request names."""


class OverHttp:
    """One connection, for requests that may take some `seconds` all together."""

    def __init__(
        self,
        connection: HTTPConnection,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._until = clock() + seconds

    def send(self, method: str, path: str, token: str, body: bytes | None = None) -> HttpAnswer:
        """See `Api`."""
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            self._wait_no_longer()
            self._connection.request(method, path, body, headers)
            self._wait_no_longer()
            answer = self._connection.getresponse()
            told = b""
            while part := answer.read1(MOST_BYTES):
                told += part
                if len(told) > MOST_BYTES:
                    raise Unreachable("the answer is too long")
                self._wait_no_longer()
            # Read in parts to its end, it would still count as unread.
            answer.close()
        except (OSError, HTTPException) as fault:
            self._connection.close()
            raise Unreachable(type(fault).__name__) from None
        return HttpAnswer(answer.status, told)

    def close(self) -> None:
        """See `Api`."""
        self._connection.close()

    def _wait_no_longer(self) -> None:
        left = self._until - self._clock()
        if left <= 0:
            raise TimeoutError
        self._connection.timeout = left
        if self._connection.sock is not None:
            self._connection.sock.settimeout(left)


def connect(endpoint: str) -> OverHttp:
    """Amazon's services.

    Raises:
        Unreachable: the address is none of theirs.
    """
    parts = urlsplit(endpoint)
    if parts.scheme != "https" or parts.netloc not in HOSTS:
        raise Unreachable("the address is none of Amazon's")
    return OverHttp(HTTPSConnection(parts.netloc))
