"""A store that nobody waits for longer than a budget, and that rests once it failed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from typing import TypeVar

from skill.storage.bookmark import Kept
from skill.storage.store import Key, Store, Stored, StoreFault

BUDGET_SECONDS = 0.3
REST_SECONDS = 10.0
"""A store that failed is left alone so long: each turn would wait for it again."""
MOST_AT_ONCE = 8

T = TypeVar("T")


class Budgeted:
    """Any store, within a budget. Whatever goes wrong inside is a StoreFault."""

    def __init__(
        self,
        store: Store,
        budget: float = BUDGET_SECONDS,
        rest: float = REST_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._budget = budget
        self._rest = rest
        self._clock = clock
        self._workers = ThreadPoolExecutor(MOST_AT_ONCE, "store")
        self._free = threading.Semaphore(MOST_AT_ONCE)
        self._rests_until = -1.0

    def read(self, key: Key, now: float) -> Stored:
        """See `Store`."""
        return self._within(lambda: self._store.read(key, now))

    def write(self, key: Key, kept: Kept, version: int, now: float) -> bool:
        """See `Store`."""
        return self._within(lambda: self._store.write(key, kept, version, now))

    def delete(self, key: Key) -> None:
        """See `Store`. Tried also while the store rests: it is asked for by name."""
        self._rests_until = -1.0
        self._within(lambda: self._store.delete(key))

    def delete_account(self, account: str) -> None:
        """See `Store`. Nobody waits for it, so it may take its time."""
        try:
            self._store.delete_account(account)
        except StoreFault:
            raise
        except Exception as fault:  # noqa: BLE001
            raise StoreFault(type(fault).__name__) from None

    def close(self) -> None:
        """See `Store`. What still runs is waited for."""
        self._workers.shutdown()
        self._store.close()

    def _within(self, ask: Callable[[], T]) -> T:
        if self._clock() < self._rests_until:
            raise StoreFault("it failed a moment ago, and is left alone")
        if not self._free.acquire(blocking=False):
            raise StoreFault("too many wait for it")
        try:
            asked = self._workers.submit(self._freeing, ask)
        except BaseException:
            self._free.release()
            raise
        try:
            return asked.result(self._budget)
        except TooLate:
            self._rests_until = self._clock() + self._rest
            raise StoreFault("it took too long") from None
        except Exception as fault:  # noqa: BLE001
            self._rests_until = self._clock() + self._rest
            reason = str(fault) if isinstance(fault, StoreFault) else type(fault).__name__
            raise StoreFault(reason) from None

    def _freeing(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        finally:
            self._free.release()
