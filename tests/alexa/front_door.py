"""The skill by its front door: a request goes in, and a valid answer comes out."""

from __future__ import annotations

from typing import Any

from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa.responses import assert_valid
from tools.content.load import load

SKILL: AnkleCoachSkill = build_skill(Settings(), load())
LIBRARY = load()
QUESTION = {
    "pending": "question",
    "asking": "circulation",
    "asked": ["how-it-began", "under-eighteen", "injury", "circulation"],
    "given": {"under-eighteen": "no", "injury": "no", "pain-calf": "yes"},
}
"""What a session carries in the middle of a check."""


def answer(event: object, skill: AnkleCoachSkill = SKILL) -> dict[str, Any]:
    said = skill.answer(event, None)
    assert_valid(said)
    return said


def words(said: dict[str, Any]) -> str:
    text: str = said["response"]["outputSpeech"]["ssml"]
    return text
