"""Weeks of sessions on both stores, by whole requests: what is kept, told, lost, deleted."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.coaching.workout import Wish, Workout
from skill.dialog.events import Said
from skill.dialog.memory import Memory
from skill.dialog.state import State
from skill.dialog.step import step
from skill.dialog.whereabouts import of_routine
from skill.interview.interview import knowledge_of
from skill.settings import Settings
from skill.storage.bookmark import Bookmark, Kept, Refused, decoded
from skill.storage.budget import Budgeted
from skill.storage.choice import Bookmarks
from skill.storage.store import Key, Store, Stored, StoreFault, key_of
from tests.storage.person import MONDAY, Person
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


@pytest.fixture
def watched(store: Store) -> Watched:
    return Watched(store)


@pytest.fixture
def skill(watched: Watched) -> Iterator[AnkleCoachSkill]:
    budgeted = Budgeted(watched, budget=10.0, rest=0.0)
    yield build_skill(Settings(), LIBRARY, bookmarks=Bookmarks(budgeted, SECRET))
    budgeted.close()


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


def comes_back(person: Person, worse: bool = False) -> int | None:
    """A session of somebody who is known; the step that is done."""
    person.opens()
    assert person.pending == "resume-offer"
    person.says("AMAZON.YesIntent")
    person.screens(worse=worse)
    step = person.step
    person.exercises()
    assert person.pending is None
    return step


def test_twelve_weeks_lead_up_the_steps_as_sessions_and_days_allow(
    skill: AnkleCoachSkill, watched: Watched
) -> None:
    person = Person(skill, "a")
    agrees(person)
    steps = [1]
    for _ in range(12 * 3 - 1):
        person.days_later(7 / 3)
        steps.append(comes_back(person) or 0)

    mark = kept_of(watched, person, "a")
    assert isinstance(mark, Bookmark)
    assert mark.sessions == 36
    assert mark.step == steps[-1]
    assert steps == sorted(steps)
    stays = LIBRARY.routines[ROUTINE].progress.stays
    for number, stay in enumerate(stays[: steps[-1] - 1], start=1):
        assert steps.count(number) >= stay.sessions


def test_a_worse_morning_keeps_the_step(skill: AnkleCoachSkill, watched: Watched) -> None:
    person = Person(skill, "a")
    agrees(person)
    sessions = 2 * LIBRARY.routines[ROUTINE].progress.stays[0].sessions
    for _ in range(sessions):
        person.days_later(3)
        assert comes_back(person, worse=True) == 1

    assert kept_of(watched, person, "a").at_step == sessions + 1


def test_of_sessions_on_one_day_one_counts_at_the_step_and_in_the_week(
    skill: AnkleCoachSkill, watched: Watched
) -> None:
    person = Person(skill, "a")
    agrees(person)
    for _ in range(2):
        comes_back(person)

    mark = kept_of(watched, person, "a")
    assert mark.sessions == 3
    assert mark.at_step == (mark.last - mark.since).days + 1
    assert mark.week <= (mark.last - mark.began).days + 1


def test_the_week_tells_how_many_of_its_days_are_done(skill: AnkleCoachSkill) -> None:
    person = Person(skill, "a")
    agrees(person)
    person.opens()
    told = [person.says("WeekPlanIntent")]
    for _ in range(2):
        person.days_later(2)
        comes_back(person)
        person.opens()
        told.append(person.says("WeekPlanIntent"))
    person.days_later(3)
    person.opens()
    told.append(person.says("WeekPlanIntent"))

    assert "so far this week: 1" in told[0]
    assert "so far this week: 2" in told[1]
    assert "Done this week: 3, so you've earned a rest" in told[2]
    assert "still ahead of you" in told[3]


def test_a_routine_for_every_day_has_no_day_between() -> None:
    knowledge = knowledge_of(LIBRARY)
    today = MONDAY.date()
    (routine,) = (id for id, one in LIBRARY.routines.items() if one.days_a_week == 7)
    mark = Bookmark(routine=routine, step=1, began=today, since=today, last=today, week=1)
    told = step(knowledge, None, Said("week-plan"), memory=Memory(today, kept=mark))
    assert [act.id for act in told.said] == ["week-plan-daily"]

    later = Memory(today + timedelta(weeks=LIBRARY.routines[routine].weeks), kept=mark)
    told = step(knowledge, None, Said("which-week"), memory=later)
    assert [act.id for act in told.said] == ["which-week-over"]

    offered = State(pending="safety-today", workout=Workout(wish=Wish(routine)))
    assert of_routine(knowledge, offered, "how-often").id == "how-often-daily"


def test_a_known_routine_starts_after_two_questions(skill: AnkleCoachSkill) -> None:
    person = Person(skill, "a")
    agrees(person)
    person.days_later(2)
    person.names(ROUTINE)
    asked = [person.pending]
    person.says("AMAZON.NoIntent")
    asked.append(person.pending)
    person.says("AMAZON.NoIntent")

    assert asked == ["safety-today", "safety-person"]
    assert person.pending in {"how-much-pain", "ready-question"}


def test_a_session_that_broke_off_is_taken_up_at_its_exercise_within_the_day(
    skill: AnkleCoachSkill, watched: Watched
) -> None:
    person = Person(skill, "a")
    agrees(person)
    person.days_later(2)
    person.names(ROUTINE)
    person.screens()
    while kept_of(watched, person, "a").exercise < 2:
        person.exercises(most=1)
    # Nothing more is heard: the device was switched off.
    person.days_later(0.1)
    assert "exercise 2" in person.opens()
    person.says("AMAZON.YesIntent")
    person.screens()
    person.exercises()

    assert kept_of(watched, person, "a").sessions == 2
    assert kept_of(watched, person, "a").exercise == 0


def test_a_no_is_asked_once_more_and_then_never(skill: AnkleCoachSkill, watched: Watched) -> None:
    person = Person(skill, "a")
    for times in (1, 2):
        agrees(person, agreed=False)
        assert kept_of(watched, person, "a") == Refused(times)
        person.days_later(2)
    person.names(ROUTINE)
    person.screens()
    person.exercises()

    assert person.pending is None
    assert kept_of(watched, person, "a") == Refused(2)


def test_forget_me_deletes_at_once_and_nothing_more_is_kept_in_that_session(
    skill: AnkleCoachSkill, watched: Watched
) -> None:
    person = Person(skill, "a")
    agrees(person)
    person.days_later(2)
    person.names(ROUTINE)
    person.screens()
    person.says("ForgetIntent")
    assert kept_of(watched, person, "a") is None
    person.exercises()

    assert person.pending is None
    assert kept_of(watched, person, "a") is None


def test_each_voice_has_its_own_bookmark_and_is_told_so(
    skill: AnkleCoachSkill, watched: Watched
) -> None:
    ann, bob = Person(skill, "house", "ann"), Person(skill, "house", "bob")
    house = Person(skill, "house")
    assert "voice alone" in agrees(ann)
    assert "everybody on this account" in agrees(house)

    assert isinstance(kept_of(watched, ann, "house", "ann"), Bookmark)
    bob.opens()
    assert bob.pending == "open-question"


def test_disabling_the_skill_deletes_every_voice_of_the_account(
    skill: AnkleCoachSkill, watched: Watched
) -> None:
    ann, house, other = (Person(skill, *who) for who in (("h", "ann"), ("h",), ("other",)))
    for person in (ann, house, other):
        agrees(person)
    house.disables()

    assert kept_of(watched, ann, "h", "ann") is None
    assert kept_of(watched, house, "h") is None
    assert isinstance(kept_of(watched, other, "other"), Bookmark)


def test_two_devices_at_once_lose_no_session(skill: AnkleCoachSkill, watched: Watched) -> None:
    kitchen = Person(skill, "a")
    agrees(kitchen)
    bedroom = Person(skill, "a")
    for device in (kitchen, bedroom):
        device.days_later(2)
        device.names(ROUTINE)
        device.screens()
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
    person.days_later(2)
    person.names(ROUTINE)
    person.screens()
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
    person.days_later(2)
    person.names(ROUTINE)
    person.screens()
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
    person.days_later(2)
    person.names(ROUTINE)
    person.screens()
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


HEALTH = ("pain", "hurt", "ache", "sore", "worse", "flag", "finding", "given", "result", "match")


def test_no_item_and_no_log_line_of_weeks_holds_anything_about_health(
    skill: AnkleCoachSkill,
    watched: Watched,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    with caplog.at_level(logging.DEBUG):
        person = Person(skill, "secret-user", "secret-voice")
        agrees(person)
        for day in range(20):
            person.days_later(2)
            person.opens()
            person.says("AMAZON.YesIntent")
            person.screens(worse=day % 3 == 0)
            person.exercises(pain=day % 8)
            if person.pending is not None:
                person.says("AMAZON.StopIntent")
            watched.fails = day % 5 == 4
            person.says("ForgetIntent") if day == 17 else None
            watched.fails = False

    assert len(watched.written) > 40
    allowed = {*Bookmark.__struct_fields__, "type", "times"}
    for key, kept in watched.written:
        assert all(len(part) == 64 and part.isalnum() for part in key)
        item = json.loads(_encoded(kept))
        assert item.keys() <= allowed
        assert item.get("routine", ROUTINE) in LIBRARY.routines
        assert not [word for word in HEALTH if word in json.dumps(item)]
    for record in caplog.records:
        line = record.getMessage()
        told = [word for word in (*HEALTH, "secret", ROUTINE, "exercise") if word in line]
        assert not told, line


def _encoded(kept: Kept) -> str:
    from skill.storage.bookmark import encoded

    assert decoded(encoded(kept)) == kept
    return encoded(kept)


def test_no_routine_is_named_for_a_condition() -> None:
    conditions = {*LIBRARY.conditions, *LIBRARY.look_alikes}
    for routine in LIBRARY.routines:
        assert not [id for id in conditions if id in routine or routine in id]
