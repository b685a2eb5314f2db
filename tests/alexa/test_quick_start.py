"""From "start the calf routine" to the first repetition, with a stopwatch."""

from __future__ import annotations

import pytest

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa import audio
from tests.alexa.exercise_session import Coached, Json
from tests.alexa.requests import slot
from tools.content.load import load

LIBRARY = load()
SKILL: AnkleCoachSkill = build_skill(Settings(), LIBRARY)
ANSWERS = {"clinician-seen": "AMAZON.YesIntent", "which-level": "FirstTimeIntent"}
TO_ANSWER = 2.0
"""Seconds for Alexa to take an answer and to begin to speak: an estimate."""
AT_MOST = 65.0
ASKED_FOR = [id for id, routine in LIBRARY.routines.items() if not routine.early]
"""The early one after a sprain is begun by the check alone."""
QUESTIONS_AT_MOST = 4
WORDS_AT_MOST = 85
"""Of a first set-up; most need no more than seventy."""


def until_the_first_repetition(routine: str) -> tuple[float, list[str]]:
    """Seconds as a new user hears them, and the questions that were asked."""
    coached = Coached(SKILL, {})
    name = LIBRARY.words["en"].routines[routine].name
    answer = coached.says("StartRoutineIntent", 0, slot("routine", name, routine))
    seconds, asked = TO_ANSWER, []
    while "directives" not in answer["response"]:
        pending = coached.attributes["pending"]
        asked.append(pending)
        seconds += _lasts(answer) + TO_ANSWER
        answer = coached.says(ANSWERS.get(pending, "AMAZON.NoIntent"), seconds)
    first = next(one for one in audio.stretches(answer) if one.repetition)
    return seconds + first.begins, asked


def _lasts(answer: Json) -> float:
    return sum(sound.lasts for sound in audio.sounds(answer))


@pytest.mark.parametrize("routine", ASKED_FOR)
def test_a_new_user_is_at_the_first_repetition_in_good_time(routine: str) -> None:
    seconds, asked = until_the_first_repetition(routine)

    assert len(asked) <= QUESTIONS_AT_MOST
    assert seconds <= AT_MOST, f"{seconds:.0f} s after {asked}"


@pytest.mark.parametrize("exercise", LIBRARY.exercises)
def test_a_first_set_up_can_be_kept_in_mind(exercise: str) -> None:
    breaths = LIBRARY.words["en"].exercises[exercise].first_setup

    assert sum(len(breath.split()) for breath in breaths) <= WORDS_AT_MOST
