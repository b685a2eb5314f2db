"""Weeks of sessions on both stores, by whole requests: what is kept, told and deleted."""

from __future__ import annotations

from datetime import timedelta

from skill.alexa.skill import AnkleCoachSkill
from skill.coaching.workout import Wish, Workout
from skill.dialog.events import Said
from skill.dialog.memory import Memory
from skill.dialog.state import State
from skill.dialog.step import step
from skill.dialog.workout.whereabouts import of_routine
from skill.interview.interview import knowledge_of
from skill.storage.bookmark import Bookmark, Refused
from tests.storage.person import MONDAY, Person
from tests.storage.watched_store import (
    LIBRARY,
    ROUTINE,
    Watched,
    agrees,
    begins_again,
    comes_back,
    kept_of,
)


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
    begins_again(person)
    while kept_of(watched, person, "a").exercise < 2:
        person.exercises(most=1)
    # Nothing more is heard: the device was switched off.
    person.days_later(0.1)
    assert "exercise 2" in person.opens()
    person.screens()
    person.exercises()

    assert kept_of(watched, person, "a").sessions == 2
    assert kept_of(watched, person, "a").exercise == 0


def test_a_no_is_asked_once_more_and_then_never(skill: AnkleCoachSkill, watched: Watched) -> None:
    person = Person(skill, "a")
    for times in (1, 2):
        agrees(person, agreed=False)
        assert kept_of(watched, person, "a") == Refused(times)
        begins_again(person)
    person.exercises()

    assert person.pending is None
    assert kept_of(watched, person, "a") == Refused(2)


def test_forget_me_deletes_at_once_and_nothing_more_is_kept_in_that_session(
    skill: AnkleCoachSkill, watched: Watched
) -> None:
    person = Person(skill, "a")
    agrees(person)
    begins_again(person)
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
