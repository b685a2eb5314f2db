"""Of a session nothing is kept: no log line, no card and no attribute after it tells of it."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from skill.alexa import responder
from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa.exercise_session import Coached, could_not_play
from tests.alexa.forgeries import SCREENING
from tests.alexa.intents import INTENTS
from tests.alexa.requests import intent, slot
from tools.content.load import load

SKILL: AnkleCoachSkill = build_skill(Settings(), load())
LIBRARY = load()

SCRIPT: tuple[tuple[str, dict[str, Any]], ...] = (
    ("StartRoutineIntent", slot("routine", "the calf routine", "calf-strength")),
    ("AMAZON.NoIntent", {}),
    ("AMAZON.NoIntent", {}),
    ("AMAZON.YesIntent", {}),
    ("AMAZON.NoIntent", {}),
    ("AMAZON.NoIntent", {}),
    ("FirstTimeIntent", {}),
    ("NumberIntent", slot("number", "2", None)),
    ("AMAZON.PauseIntent", {}),
    ("AMAZON.ResumeIntent", {}),
    ("HurtsIntent", {}),
    ("NumberIntent", slot("number", "4", None)),
    ("StopSignIntent", slot("sign", "a cramp", "cramp")),
    ("EasierIntent", {}),
    ("TopicIntent", slot("topic", "shoes", "shoes")),
    ("StopSignIntent", slot("sign", "dizzy", "dizziness")),
)


def hold_a_session() -> list[dict[str, Any]]:
    """A session with something of everything, up to a danger word; the answers."""
    coached = Coached(SKILL, {})
    answers = []
    for turn, (name, slots) in enumerate(SCRIPT):
        answers.append(coached.says(name, 40.0 * turn, slots))
        if name == "AMAZON.ResumeIntent":
            answers.append(coached.sends(could_not_play(), 40.0 * turn))
    assert any("workout" in answer["sessionAttributes"] for answer in answers)
    return answers


def assert_tells_nothing(lines: list[str]) -> None:
    assert lines
    ids = {*LIBRARY.exercises, *LIBRARY.routines, *LIBRARY.stop_signs, *LIBRARY.red_flags}
    secrets = {id for id in ids if "-" in id} | {*INTENTS} | {"cramp", "dizziness", "calf", "dizzy"}
    secrets |= {"pain", "pending", "steps", "level", "routine", "exercise", "since"}
    for line in lines:
        assert not [secret for secret in secrets if secret in line], line


def test_no_log_line_of_a_session_tells_what_was_done_or_how_it_felt(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        hold_a_session()

    assert_tells_nothing([record.getMessage() for record in caplog.records])
    assert capfd.readouterr() == ("", "")


def test_no_log_line_tells_of_it_when_a_session_fails_inside(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Quoting(Exception):
        """Quotes what was said, as real exceptions may."""

    def fails(*_: object) -> None:
        raise Quoting("clam, pain 4, dizziness")

    state = {
        "pending": "how-much-pain",
        "screened": list(SCREENING),
        "workout": {"wish": {"exercise": "clam"}, "steps": [["clam", 1]], "pain": 4},
    }
    monkeypatch.setattr(responder, "step", fails)
    with caplog.at_level(logging.DEBUG):
        event = intent("NumberIntent", slot("number", "4", None), attributes=state)
        said = SKILL.answer(event, None)

    assert_tells_nothing([record.getMessage() for record in caplog.records])
    assert said["response"]["shouldEndSession"] is False
    assert said["sessionAttributes"]["pending"] == "how-much-pain"


def test_no_answer_of_a_session_shows_a_card() -> None:
    for answer in hold_a_session():
        assert "card" not in answer["response"]


def test_numbers_and_signs_are_gone_from_the_attributes_after_a_danger() -> None:
    last = hold_a_session()[-1]["sessionAttributes"]

    assert last["resting"] is True
    assert "workout" not in last
    assert "pain" not in {key for key in last if key != "given"}


def test_a_session_that_ends_leaves_nothing_but_a_result_in_its_attributes() -> None:
    coached = Coached(SKILL, {})
    for name, slots in SCRIPT[:6]:
        coached.says(name, 0, slots)
    assert "workout" in coached.attributes

    closing = coached.says("AMAZON.StopIntent", 40)

    assert closing["response"]["shouldEndSession"] is True
    assert not closing.get("sessionAttributes")
