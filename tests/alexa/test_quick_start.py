"""From "start the calf routine" or a launch to the first repetition, with a stopwatch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.coaching import precautions, selection
from skill.settings import Settings
from skill.storage.bookmark import Bookmark
from skill.storage.choice import Bookmarks
from skill.storage.sqlite import SqliteStore
from skill.storage.store import key_of
from tests.alexa import audio
from tests.alexa.exercise_session import LONG, NOON, Coached, Json
from tests.alexa.requests import launch, slot
from tests.row import row
from tools.content.load import load

LIBRARY = load()
SKILL: AnkleCoachSkill = build_skill(Settings(), LIBRARY)
ANSWERS = {"clinician-seen": "AMAZON.YesIntent", "which-level": "FirstTimeIntent"}
TO_ANSWER = 2.0
"""Seconds for Alexa to take an answer and to begin to speak: an estimate."""
COUNT_IN = 3.0
AT_MOST = 75.0
AIM = 65.0
"""For whoever is new to a routine."""
SECRET = "a secret of the tests"
ASKED_FOR = [id for id, routine in LIBRARY.routines.items() if not routine.early]
"""The early one after a sprain is begun by the check alone."""
QUESTIONS_AT_MOST = 4
AFTER_A_CHECK_AT_MOST = 2
KNOWN_AT_MOST = 45.0
"""For whoever has a bookmark and names the routine, or only opens the skill."""
KNOWN_QUESTIONS = ["safety-today", "safety-person"]
WORDS_AT_MOST = 85
"""Of a first set-up; most need no more than seventy."""


def until_the_first_repetition(
    routine: str,
    skill: AnkleCoachSkill = SKILL,
    *,
    named: bool = True,
    answers: Mapping[str, int] | None = None,
    attributes: Json | None = None,
) -> tuple[float, list[str]]:
    """Seconds as a user hears them, and the questions that were asked.

    With `attributes`, a session is open already.
    """
    coached = Coached(skill, attributes or {})
    name = LIBRARY.words["en"].routines[routine].name
    wish = slot("routine", name, routine)
    answer = (
        coached.says("StartRoutineIntent", 0, wish) if named else coached.sends(launch(new=True), 0)
    )
    seconds, asked = TO_ANSWER, []
    while "directives" not in answer["response"]:
        pending = coached.attributes["pending"]
        asked.append(pending)
        seconds += _lasts(answer) + TO_ANSWER
        number = (answers or {}).get(pending)
        if number is not None:
            answer = coached.says("NumberIntent", seconds, slot("number", str(number), None))
        else:
            answer = coached.says(ANSWERS.get(pending, "AMAZON.NoIntent"), seconds)
    # A long run waits for a word once its set-up was told.
    begins = [one.ends for one in audio.stretches(answer) if one.waits]
    return seconds + begins[0] + COUNT_IN, asked


@pytest.mark.parametrize("named", [True, False], ids=["named", "opened"])
@pytest.mark.parametrize("routine", ASKED_FOR)
def test_a_known_routine_starts_in_forty_five_seconds_and_two_questions(
    routine: str, named: bool, tmp_path: Path
) -> None:
    for step in range(1, len(LIBRARY.routines[routine].levels) + 1):
        with row(step):
            kept = bookmarked(routine, step, tmp_path / f"{step}")
            skill = build_skill(Settings(), LIBRARY, bookmarks=kept)

            seconds, asked = until_the_first_repetition(routine, skill, named=named)

            assert asked == KNOWN_QUESTIONS
            assert seconds <= KNOWN_AT_MOST, f"{seconds:.1f} s"


@pytest.mark.parametrize("routine", ASKED_FOR)
def test_a_step_that_is_earned_takes_one_question_more(routine: str, tmp_path: Path) -> None:
    for step in range(1, len(LIBRARY.routines[routine].levels)):
        with row(step):
            kept = bookmarked(routine, step, tmp_path / f"{step}", sessions=9)
            skill = build_skill(Settings(), LIBRARY, bookmarks=kept)

            seconds, asked = until_the_first_repetition(routine, skill)

            assert asked == [*KNOWN_QUESTIONS, "mornings-after"]
            assert seconds <= AT_MOST, f"{seconds:.1f} s"


def bookmarked(routine: str, step: int, file: Path, sessions: int = 2) -> Bookmarks:
    """A store that keeps some sessions of a step, the last of them two days ago."""
    store, at = SqliteStore(file), NOON.timestamp()
    key = key_of(SECRET, launch()["session"]["user"]["userId"], None)
    day = NOON.date() - timedelta(days=2)
    since = day - timedelta(days=2 * (sessions - 2))
    kept = Bookmark(
        routine=routine,
        step=step,
        began=since,
        since=since,
        last=day,
        sessions=sessions,
        at_step=sessions,
    )
    store.write(key, kept, store.read(key, at).version, at)
    return Bookmarks(store, SECRET)


def _lasts(answer: Json) -> float:
    return sum(sound.lasts for sound in audio.sounds(answer))


@pytest.mark.parametrize("routine", ASKED_FOR)
def test_a_new_user_is_at_the_first_repetition_in_good_time(routine: str) -> None:
    seconds, asked = until_the_first_repetition(routine)

    assert len(asked) <= QUESTIONS_AT_MOST
    assert seconds <= AIM, f"{seconds:.0f} s after {asked}"


@pytest.mark.parametrize("went_well", [2, 9])
@pytest.mark.parametrize("routine", ASKED_FOR)
def test_who_names_the_last_step_is_there_in_good_time(routine: str, went_well: int) -> None:
    """A run that comes later is asked about before it. A clinician's word is one question more,
    for whoever tells of a step without its sessions.
    """
    by_word = LIBRARY.routines[routine].clinician_first
    most = QUESTIONS_AT_MOST + 1 if by_word else QUESTIONS_AT_MOST
    for last in range(1, len(LIBRARY.routines[routine].levels) + 1):
        with row(last):
            seconds, asked = until_the_first_repetition(
                routine, answers={"which-level": last, "last-sessions": went_well}
            )

            assert len(asked) <= most, asked
            assert seconds <= AT_MOST, f"{seconds:.1f} s after {asked}"


@pytest.mark.parametrize("routine", LIBRARY.routines)
def test_after_a_check_two_questions_are_enough(routine: str) -> None:
    for condition in LIBRARY.routines[routine].fits:
        with row(condition):
            attributes = after_a_check(condition)

            seconds, asked = until_the_first_repetition(routine, attributes=attributes)

            assert len(asked) <= AFTER_A_CHECK_AT_MOST, asked
            assert seconds <= AT_MOST, f"{seconds:.1f} s after {asked}"


def after_a_check(condition: str) -> Json:
    """The attributes of somebody who was told what it fits, and that it is for self care."""
    told = {"care": "self_care", "matches": [condition], "flags": []}
    denied = ("under-eighteen", *precautions.NEW_INJURY, *precautions.AT_REST)
    return {"pending": "why-offer", "result": told, "given": dict.fromkeys(denied, "no")}


@pytest.mark.parametrize("routine", ["calf-strength", "shin-and-foot-strength"])
def test_walking_is_asked_about_right_before_the_first_run(routine: str) -> None:
    steps = len(LIBRARY.routines[routine].levels)
    first = next(at for at in range(1, steps + 1) if selection.runs(LIBRARY, routine, at))
    coached = Coached(SKILL, {})
    name = LIBRARY.words["en"].routines[routine].name
    coached.says("StartRoutineIntent", 0, slot("routine", name, routine))
    numbers, at, asked = {"which-level": first - 1, "last-sessions": 9, "how-much-pain": 0}, 0.0, []
    while (pending := coached.attributes["pending"]) != "safety-walk":
        asked.append(pending)
        at += LONG
        if pending in numbers:
            coached.says("NumberIntent", at, slot("number", str(numbers[pending]), None))
        else:
            name = "ReadyIntent" if pending == "ready-question" else "AMAZON.NoIntent"
            coached.says(ANSWERS.get(pending, name), at)

    assert "how-much-pain" in asked
    played = coached.says("AMAZON.NoIntent", at + LONG)
    assert "directives" in played["response"]
    now = coached.attributes["workout"]["step"]
    assert "run-walk" in coached.attributes["workout"]["steps"][now][0]


@pytest.mark.parametrize("exercise", LIBRARY.exercises)
def test_a_first_set_up_can_be_kept_in_mind(exercise: str) -> None:
    breaths = LIBRARY.words["en"].exercises[exercise].first_setup

    assert sum(len(breath.split()) for breath in breaths) <= WORDS_AT_MOST
