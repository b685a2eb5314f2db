"""From "start the calf routine" or a launch to the first repetition, with a stopwatch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.library.types import Exercise
from skill.settings import Settings
from skill.storage.bookmark import Bookmark
from skill.storage.choice import Bookmarks
from skill.storage.sqlite import SqliteStore
from skill.storage.store import key_of
from tests.alexa import audio
from tests.alexa.exercise_session import NOON, Coached, Json
from tests.alexa.requests import launch, slot
from tests.row import row
from tools.content.load import load

LIBRARY = load()
SKILL: AnkleCoachSkill = build_skill(Settings(), LIBRARY)
ANSWERS = {"clinician-seen": "AMAZON.YesIntent", "which-level": "FirstTimeIntent"}
TO_ANSWER = 2.0
"""Seconds for Alexa to take an answer and to begin to speak: an estimate."""
COUNT_IN = 3.0
AT_MOST = 65.0
SECRET = "a secret of the tests"
ASKED_FOR = [id for id, routine in LIBRARY.routines.items() if not routine.early]
"""The early one after a sprain is begun by the check alone."""
QUESTIONS_AT_MOST = 4
WITH_A_STEP_AT_MOST = 75.0
BAND_OR_RUN = 7.0
"""For a new first exercise that needs a band tied, or a run, of which the conditions are told."""
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
) -> tuple[float, list[str]]:
    """Seconds as a user hears them, and the questions that were asked."""
    coached = Coached(skill, {})
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


def first_at(routine: str, step: int) -> list[Exercise]:
    """The exercise that a step begins with; none above the last step."""
    levels = LIBRARY.routines[routine].levels[step - 1 : step]
    return [LIBRARY.exercises[one[0].exercise] for one in levels]


def bookmarked(routine: str, step: int, file: Path) -> Bookmarks:
    """A store that keeps two sessions of a step, the last of them two days ago."""
    store, at = SqliteStore(file), NOON.timestamp()
    key = key_of(SECRET, launch()["session"]["user"]["userId"], None)
    day = NOON.date() - timedelta(days=2)
    kept = Bookmark(
        routine=routine, step=step, began=day, since=day, last=day, sessions=2, at_step=2
    )
    store.write(key, kept, store.read(key, at).version, at)
    return Bookmarks(store, SECRET)


def _lasts(answer: Json) -> float:
    return sum(sound.lasts for sound in audio.sounds(answer))


@pytest.mark.parametrize("routine", ASKED_FOR)
def test_a_new_user_is_at_the_first_repetition_in_good_time(routine: str) -> None:
    seconds, asked = until_the_first_repetition(routine)

    assert len(asked) <= QUESTIONS_AT_MOST
    assert seconds <= AT_MOST, f"{seconds:.0f} s after {asked}"


@pytest.mark.parametrize("went_well", [2, 9])
@pytest.mark.parametrize("routine", ASKED_FOR)
def test_who_names_the_last_step_is_there_in_good_time(routine: str, went_well: int) -> None:
    """One question more where a run comes in that no session has had, which asks about walking, and
    where a clinician has to allow it.
    """
    for last in range(1, len(LIBRARY.routines[routine].levels) + 1):
        with row(last):
            seconds, asked = until_the_first_repetition(
                routine, answers={"which-level": last, "last-sessions": went_well}
            )

            alone = {"safety-walk", "safety-bone", "clinician-seen"} & {*asked}
            assert len(asked) <= QUESTIONS_AT_MOST + len(alone)
            assert len(alone) <= 1
            first = first_at(routine, last + 1) if went_well > 2 else []
            takes = BAND_OR_RUN if any(one.equipment or one.asks for one in first) else 0
            at_most = WITH_A_STEP_AT_MOST + takes
            assert seconds <= at_most, f"{seconds:.0f} s after {asked}"


@pytest.mark.parametrize("exercise", LIBRARY.exercises)
def test_a_first_set_up_can_be_kept_in_mind(exercise: str) -> None:
    breaths = LIBRARY.words["en"].exercises[exercise].first_setup

    assert sum(len(breath.split()) for breath in breaths) <= WORDS_AT_MOST
