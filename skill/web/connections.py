"""Connections and their peers: how long a peer may take, and who gives a place to a newcomer.

Waitress closes a connection that is silent for a while. One byte now and then keeps a place for
ever, and once every place is taken nobody new is heard.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection
from typing import Any, cast

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from skill.web.app import HEADERS

REQUEST_SECONDS = 10.0
"""For a request to arrive whole, since the connection was made or its last request was taken up;
and for a reply to be fetched. Alexa itself waits eight seconds for the reply."""


class RefusalTask(ErrorTask):
    """The answer to what is no request of HTTP: as terse as the application's own."""

    def execute(self) -> None:
        """Say the status alone: waitress would quote what it did not like."""
        error = cast("Any", self.request).error
        body = json.dumps({"error": error.reason}, separators=(",", ":")).encode() + b"\n"
        self.status = f"{error.code} {error.reason}"
        self.response_headers = [*HEADERS.items(), ("Content-Type", "application/json")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Connection(HTTPChannel):
    """One of waitress, with the time since which it may be waiting for its peer."""

    error_task_class = RefusalTask

    def __init__(self, *given: Any, clock: Callable[[], float], **named: Any) -> None:
        self._clock = clock
        self.since = clock()
        """Seconds, by a clock that nobody sets."""
        super().__init__(*given, **named)

    @property
    def peer(self) -> str:
        """The address at its other end: of a client, or of a proxy for all of its clients."""
        return str(self.addr[0])

    @property
    def is_waiting(self) -> bool:
        """Whether it is its peer's turn: to send a request, or to fetch what was replied."""
        return not self.requests

    def service(self) -> None:
        """Answer a request that arrived whole."""
        # At the start: between the end of the reply and a line after it, it would count as late.
        self.since = self._clock()
        super().service()


def to_close(connections: Collection[Connection], now: float, is_full: bool) -> list[Connection]:
    """Those that took too long; or, where there are none and every place is taken, one more.

    That one belongs to the peer that holds the most places, and has waited for it longest. So a
    stranger with many connections displaces his own; and where all come from one proxy, a request
    that arrives at once outlives those that trickle. Empty where every request is being answered.
    """
    waiting = [one for one in connections if one.is_waiting]
    late = [one for one in waiting if now - one.since > REQUEST_SECONDS]
    if late or not waiting or not is_full:
        return late
    held = Counter(one.peer for one in connections)
    return [max(waiting, key=lambda one: (held[one.peer], now - one.since))]
