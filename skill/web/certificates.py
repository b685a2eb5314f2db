"""Amazon's signers by the address of their certificates: fetched once, kept while valid."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from datetime import datetime
from threading import BoundedSemaphore, RLock
from typing import Any

from cryptography.x509.verification import Store

from skill.web.chain import Signer, Untrusted, signer_of

Clock = Callable[[], datetime]
"""Gives the time now, with its zone."""
Fetch = Callable[[str], bytes]
"""What lies at an address. OSError: its host fails. Untrusted: nothing is there."""

MOST_KEPT = 16
"""Amazon uses one or two at a time."""
MOST_AT_ONCE = 4
LONGEST_WAIT = 3.0
"""Seconds that a request waits for a certificate; Alexa waits eight for the reply."""
MOST_WAITING = 6
"""Requests that wait for a certificate at once: fewer than the server has threads, so that one
whose certificate is kept never waits behind those whose is not."""
PAUSE = 10.0
"""Seconds for which a host that failed is left alone, and a certificate that was refused stays
so: requests do not wait for them in turn."""
MOST_REFUSED = 256
"""Refusals that are remembered."""

_TOO_MANY = "too many requests are waiting for a certificate"
_NOT_NOW = "the certificate's host failed a moment ago"
_TOO_SLOW = "the certificate did not come in time"


class Certificates:
    """Safe to be asked by many threads at once; those that want the same one share a fetch."""

    def __init__(
        self,
        fetch: Fetch,
        roots: Store,
        clock: Clock,
        longest_wait: float = LONGEST_WAIT,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` says what is valid. `stopwatch` measures pauses: seconds that nobody sets."""
        self._fetch = fetch
        self._roots = roots
        self._clock = clock
        self._longest_wait = longest_wait
        self._stopwatch = stopwatch
        self._kept: OrderedDict[str, Signer] = OrderedDict()
        self._refused: OrderedDict[str, tuple[float, str]] = OrderedDict()
        self._under_way: dict[str, Future[Signer]] = {}
        self._failed_at: float | None = None
        self._lock = RLock()
        self._places = BoundedSemaphore(MOST_WAITING)
        self._fetching = ThreadPoolExecutor(MOST_AT_ONCE, "certificate")

    def signer(self, url: str) -> Signer:
        """Who signs with the certificate at that address.

        Raises:
            Untrusted: it is not Amazon's, is not valid now, or could not be had in time.
        """
        found = self._kept_or_under_way(url)
        if isinstance(found, Signer):
            return found
        try:
            return found.result(self._longest_wait)
        except TimeoutError:
            # Whoever waits in line gives up; what runs ends by its own time limit.
            found.cancel()
            self._host_failed()
            raise Untrusted(_TOO_SLOW) from None
        except CancelledError:
            raise Untrusted(_TOO_SLOW) from None
        finally:
            self._places.release()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._kept)

    def _kept_or_under_way(self, url: str) -> Signer | Future[Signer]:
        """A signer, or a fetch together with a place to wait for it, which is to be released."""
        with self._lock:
            kept = self._kept.get(url)
            if kept is not None and kept.is_valid(self._clock()):
                self._kept.move_to_end(url)
                return kept
            self._refuse_what_failed(url)
            if not self._places.acquire(blocking=False):
                raise Untrusted(_TOO_MANY)
            under_way = self._under_way.get(url)
            if under_way is None:
                under_way = self._fetching.submit(self._obtain, url)
                self._under_way[url] = under_way
                # It may be done by now, and then this is called at once.
                under_way.add_done_callback(lambda _: self._arrived(url))
            return under_way

    def _refuse_what_failed(self, url: str) -> None:
        now = self._stopwatch()
        if self._failed_at is not None and now - self._failed_at < PAUSE:
            raise Untrusted(_NOT_NOW)
        at, reason = self._refused.get(url, (now - PAUSE, ""))
        if now - at < PAUSE:
            raise Untrusted(reason)

    def _arrived(self, url: str) -> None:
        with self._lock:
            self._under_way.pop(url, None)

    def _obtain(self, url: str) -> Signer:
        try:
            # Only what was verified is kept, so that no stranger can crowd out Amazon's.
            signer = signer_of(self._fetch(url), self._roots, self._clock())
        except OSError as error:
            self._host_failed()
            raise Untrusted(
                f"the certificate could not be fetched: {type(error).__name__}"
            ) from None
        except Untrusted as reason:
            with self._lock:
                self._refused[url] = (self._stopwatch(), str(reason))
                _keep_newest(self._refused, url, MOST_REFUSED)
            raise
        with self._lock:
            self._failed_at = None
            self._kept[url] = signer
            _keep_newest(self._kept, url, MOST_KEPT)
        return signer

    def _host_failed(self) -> None:
        with self._lock:
            self._failed_at = self._stopwatch()


def _keep_newest(dated: OrderedDict[str, Any], newest: str, most: int) -> None:
    dated.move_to_end(newest)
    while len(dated) > most:
        dated.popitem(last=False)
