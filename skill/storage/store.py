"""What every store does, and the names under which it keeps things."""

from __future__ import annotations

import hashlib
import hmac
from typing import NamedTuple, Protocol

from skill.storage.bookmark import DAYS_KEPT, Kept

ANY_VERSION = -1
"""Of an item that makes no sense: whatever is there is written over."""

SECONDS_KEPT = DAYS_KEPT * 24 * 3600


class StoreFault(Exception):
    """The store could not be asked, or did not answer; the message says why, and quotes nothing."""


class Key(NamedTuple):
    """Whose it is, in hashes: the account, and the voice profile or `WHOLE_ACCOUNT`."""

    account: str
    person: str


WHOLE_ACCOUNT = "account"


class Stored(NamedTuple):
    """What a store holds under a key, and the number of times that it was written."""

    kept: Kept | None
    version: int = 0


class Store(Protocol):
    """Keeps at most one thing under a key. Times are seconds since 1970; all raise StoreFault."""

    def read(self, key: Key, now: float) -> Stored:
        """What is there; nothing where it is too old, or makes no sense."""

    def write(self, key: Key, kept: Kept, version: int, now: float) -> bool:
        """Keep it, where the version is still the one that was read; else False."""

    def delete(self, key: Key) -> None:
        """Delete it, if it is there."""

    def delete_account(self, account: str) -> None:
        """Delete all that is kept for the voices of an account."""

    def close(self) -> None:
        """Let go of connections that nobody uses; the next request opens one."""


def key_of(secret: str, user_id: str, person_id: str | None) -> Key:
    """The key of somebody. Without the deployment's secret nobody can work out an id from it."""
    person = _hashed(secret, f"person {person_id}") if person_id else WHOLE_ACCOUNT
    return Key(_hashed(secret, f"account {user_id}"), person)


def session_mark(secret: str, session_id: str | None) -> str:
    """What stands for a session, and does not tell its id; empty where it has none."""
    return _hashed(secret, f"session {session_id}")[:16] if session_id else ""


def _hashed(secret: str, text: str) -> str:
    named = text.encode("utf-8", "surrogatepass")
    return hmac.new(secret.encode(), named, hashlib.sha256).hexdigest()
