"""Writes that meet, fail or come twice: no session is lost, and none counts twice."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from skill.alexa.skill import AnkleCoachSkill
from skill.storage.bookmark import Bookmark
from skill.storage.store import Key, Store
from tests.storage.person import Person
from tests.storage.watched_store import ROUTINE, Watched, agrees, begins_again, kept_of


def test_two_devices_at_once_lose_no_session(skill: AnkleCoachSkill, watched: Watched) -> None:
    kitchen = Person(skill, "a")
    agrees(kitchen)
    bedroom = Person(skill, "a")
    for device in (kitchen, bedroom):
        begins_again(device)
    for device in (kitchen, bedroom):
        device.exercises()

    assert kept_of(watched, kitchen, "a").sessions == 3


def finishes_too(store: Store, key: Key, now: float) -> None:
    """Another device finishes a session between this one's read and its write."""
    found = store.read(key, now)
    assert isinstance(found.kept, Bookmark)
    assert store.write(
        key, replace(found.kept, sessions=found.kept.sessions + 1), found.version, now
    )


def forgets_too(store: Store, key: Key, now: float) -> None:
    """Another device is told to forget between this one's read and its write."""
    store.delete(key)


@pytest.mark.parametrize(("meanwhile", "sessions"), [(finishes_too, 3), (forgets_too, None)])
def test_what_another_device_does_between_read_and_write_holds(
    skill: AnkleCoachSkill, watched: Watched, meanwhile: Any, sessions: int | None
) -> None:
    person = Person(skill, "a")
    agrees(person)
    begins_again(person)
    person.exercises(most=3)
    watched.meanwhile = meanwhile
    person.exercises()

    kept = kept_of(watched, person, "a")
    assert (kept.sessions if kept else None) == sessions


@pytest.mark.parametrize(("then", "sessions"), [(None, 2), (finishes_too, 3)])
def test_a_session_whose_write_was_done_and_not_answered_counts_once(
    skill: AnkleCoachSkill, watched: Watched, then: Any, sessions: int
) -> None:
    person = Person(skill, "a")
    watched.loses_an_answer = True
    agrees(person)
    assert kept_of(watched, person, "a").sessions == 1
    begins_again(person)
    person.exercises(most=3)
    watched.loses_an_answer, watched.then = True, then
    person.exercises()

    assert not watched.loses_an_answer
    assert kept_of(watched, person, "a").sessions == sessions


def test_a_last_request_that_alexa_sends_twice_counts_once(
    skill: AnkleCoachSkill, watched: Watched
) -> None:
    person = Person(skill, "a")
    agrees(person)
    begins_again(person)
    person.exercises()
    assert kept_of(watched, person, "a").sessions == 2
    person.repeats_the_last_request()

    assert kept_of(watched, person, "a").sessions == 2


@pytest.mark.parametrize("fails_from", ["the start", "the first set", "the end"])
def test_a_store_that_fails_in_the_middle_stops_nobody(
    skill: AnkleCoachSkill, watched: Watched, fails_from: str
) -> None:
    person = Person(skill, "a")
    agrees(person)
    person.days_later(2)
    watched.fails = fails_from == "the start"
    person.opens()
    person.names(ROUTINE)
    person.screens()
    watched.fails = fails_from != "the end"
    person.exercises(most=3)
    watched.fails = True
    heard = person.exercises()
    watched.fails = False

    assert person.pending is None
    assert heard
    assert kept_of(watched, person, "a").sessions == 1
