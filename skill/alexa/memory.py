"""The bookmark of the person who speaks: read before a turn, written after it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from ask_sdk_model import RequestEnvelope

from skill.alexa import log
from skill.dialog.bookmark.progress import tell_failure
from skill.dialog.memory import Memory
from skill.dialog.reply import Reply
from skill.storage.bookmark import Bookmark, Change, Forget, merge
from skill.storage.choice import Bookmarks
from skill.storage.store import Key, Stored, StoreFault, key_of, session_mark

TRIES = 3
"""Times that a write is tried again because another device wrote at once."""


class Recalled(NamedTuple):
    """What was read, for the dialog and for writing after it."""

    key: Key
    stored: Stored
    memory: Memory
    now: float


class Recall:
    """The bookmarks of a deployment, by request."""

    def __init__(self, bookmarks: Bookmarks) -> None:
        self._store = bookmarks.store
        self._secret = bookmarks.secret

    def read(self, envelope: RequestEnvelope, now: float | None) -> Recalled | None:
        """What is kept of whoever speaks at `now`; None where the request does not say who does."""
        user, person = _user_of(envelope), _person_of(envelope)
        if user is None:
            return None
        at = datetime.now(UTC) if now is None else datetime.fromtimestamp(now, UTC)
        key = key_of(self._secret, user, person)
        seconds = at.timestamp()
        stored, unreachable = Stored(None), False
        try:
            stored = self._store.read(key, seconds)
        except StoreFault as fault:
            log.note_store_failure(_request_id(envelope), "read", fault)
            unreachable = True
        session = session_mark(self._secret, getattr(envelope.session, "session_id", None))
        memory = Memory(
            at.date(), "person" if person else "account", stored.kept, unreachable, session
        )
        return Recalled(key, stored, memory, seconds)

    def write(self, envelope: RequestEnvelope, reply: Reply, recalled: Recalled | None) -> Reply:
        """Keep what the reply asks for; give the reply, or one that says that it failed."""
        if reply.keep is None or recalled is None:
            return reply
        try:
            self._keep(reply.keep, recalled)
        except StoreFault as fault:
            log.note_store_failure(_request_id(envelope), "write", fault)
            return tell_failure(reply)
        return reply

    def _keep(self, change: Change, recalled: Recalled) -> None:
        if isinstance(change, Forget):
            return self._store.delete(recalled.key)
        if recalled.memory.unreachable:
            raise StoreFault("it was not read")
        base, found = recalled.stored.kept, recalled.stored
        mine = change
        for _ in range(TRIES):
            if self._store.write(recalled.key, mine, found.version, recalled.now):
                return None
            found = self._store.read(recalled.key, recalled.now)
            # Forgotten on another device meanwhile: that holds.
            if found.kept is None and isinstance(base, Bookmark):
                return None
            mine = merge(base, change, found.kept)
            if mine == found.kept:
                return None
        raise StoreFault("others write all the time")

    def forget_account(self, envelope: RequestEnvelope) -> None:
        """Delete all that is kept for an account that disabled the skill."""
        user = _user_of(envelope)
        if user is None:
            return
        try:
            self._store.delete_account(key_of(self._secret, user, None).account)
        except StoreFault as fault:
            log.note_store_failure(_request_id(envelope), "delete", fault)
            # Amazon sends the event again where it is not answered.
            raise


def _user_of(envelope: RequestEnvelope) -> str | None:
    """The account: the context's, else the session's."""
    for part in (getattr(envelope.context, "system", None), envelope.session):
        id = getattr(getattr(part, "user", None), "user_id", None)
        if isinstance(id, str) and id:
            return id
    return None


def _person_of(envelope: RequestEnvelope) -> str | None:
    """The voice profile, where Alexa knows the voice and its owner lets skills know."""
    system: Any = getattr(envelope.context, "system", None)
    id = getattr(getattr(system, "person", None), "person_id", None)
    return id if isinstance(id, str) and id else None


def _request_id(envelope: RequestEnvelope) -> str:
    return getattr(envelope.request, "request_id", None) or "unknown"
