"""The conversations of open pages, a bounded number of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from simulator.conversation import Conversation
from simulator.exchange import Exchange
from simulator.input_line import Line


class Conversations:
    """Conversations by id; the one that was not used for longest makes room for a new one."""

    def __init__(self, begin: Callable[[str | None], Conversation], most: int) -> None:
        self._begin = begin
        self._most = most
        self._all: OrderedDict[str, tuple[Conversation, Lock]] = OrderedDict()
        self._lock = Lock()

    def take(self, id: str, line: Line, account: str | None = None) -> Exchange:
        """The reply to a line in the conversation `id`, which begins with its first line.

        It is one of the `account`, or of somebody whom the skill does not know.

        Raises:
            LineError: as `Conversation.take`.
        """
        conversation, turn = self._of(id, account)
        # One turn at a time: a second press of a key waits for the reply to the first.
        with turn:
            return conversation.take(line)

    def _of(self, id: str, account: str | None) -> tuple[Conversation, Lock]:
        with self._lock:
            if id not in self._all:
                self._all[id] = (self._begin(account), Lock())
            self._all.move_to_end(id)
            while len(self._all) > self._most:
                self._all.popitem(last=False)
            return self._all[id]
