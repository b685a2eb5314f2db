"""A store that is watched, and what people do who are kept in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from skill.storage.bookmark import Kept
from skill.storage.store import Key, Store, Stored, StoreFault, key_of
from tests.storage.person import Person
from tools.content.load import load

SECRET = "a secret of the tests"
ROUTINE = "calf-strength"
LIBRARY = load()


class Watched:
    """A store that notes what is written to it, and fails when told to."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.written: list[tuple[Key, Kept]] = []
        self.fails = False
        self.meanwhile: Callable[[Store, Key, float], None] | None = None
        self.loses_an_answer = False
        self.then: Callable[[Store, Key, float], None] | None = None

    def read(self, key: Key, now: float) -> Stored:
        self._fail()
        return self._store.read(key, now)

    def write(self, key: Key, kept: Kept, version: int, now: float) -> bool:
        self._fail()
        self.written.append((key, kept))
        if self.meanwhile is not None:
            self.meanwhile(self._store, key, now)
            self.meanwhile = None
        if self.loses_an_answer:
            # What was sent over a connection that broke is sent once more.
            self.loses_an_answer = False
            assert self._store.write(key, kept, version, now)
            if self.then is not None:
                self.then(self._store, key, now)
        return self._store.write(key, kept, version, now)

    def delete(self, key: Key) -> None:
        self._fail()
        self._store.delete(key)

    def delete_account(self, account: str) -> None:
        self._fail()
        self._store.delete_account(account)

    def close(self) -> None:
        self._store.close()

    def _fail(self) -> None:
        if self.fails:
            raise StoreFault("told to")


def kept_of(watched: Watched, person: Person, user: str, voice: str | None = None) -> Any:
    """What the store holds of somebody."""
    named = f"amzn1.ask.person.{voice}" if voice else None
    key = key_of(SECRET, f"amzn1.ask.account.{user}", named)
    return watched.read(key, person.at.timestamp()).kept


def agrees(person: Person, agreed: bool = True) -> str:
    """A first session to its end, and the answer to the question after it."""
    person.names(ROUTINE)
    person.screens()
    heard = person.exercises()
    assert person.pending == "may-remember"
    person.says("AMAZON.YesIntent" if agreed else "AMAZON.NoIntent")
    return heard


def begins_again(person: Person) -> None:
    """Two days later the routine is named, and the questions before it are answered."""
    person.days_later(2)
    person.names(ROUTINE)
    person.screens()


def comes_back(person: Person, worse: bool = False) -> int | None:
    """A session of somebody who is known; the step that is done."""
    person.opens()
    assert person.pending == "safety-today"
    person.screens(worse=worse)
    step = person.step
    person.exercises()
    assert person.pending is None
    return step
