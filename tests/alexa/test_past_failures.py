"""Session attributes that made the skill fail once, one of each kind; files say what they are.

A file holds the attributes and the intent that was said to them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from skill.dialog.attributes import carried_by
from tests.alexa.requests import intent
from tests.slow.fuzz.session import LIBRARY, assert_holds, carried, lines, new_session, plays

FOLDER = Path(__file__).with_name("past_failures")
FILES = {file.stem: file for file in sorted(FOLDER.glob("*.json"))}


def answered(name: str) -> dict[str, Any]:
    """The reply, in which every rule holds that holds for any request."""
    read = json.loads(FILES[name].read_text(encoding="utf-8"))
    said = read["intent"]
    with lines() as heard:
        event = intent(said["name"], said.get("slots"), attributes=read["attributes"])
        reply = new_session(heard).answered(event)
    assert_holds(reply)
    return reply


def test_each_of_the_seven_kinds_is_kept() -> None:
    assert len(FILES) == 7


@pytest.mark.parametrize("name", FILES)
def test_it_is_answered_without_a_failure_and_the_answer_can_be_gone_on_from(name: str) -> None:
    reply = answered(name)

    if not reply["response"]["shouldEndSession"]:
        assert carried_by(carried(reply), LIBRARY) is not None


def test_beside_an_open_gate_nothing_is_coached() -> None:
    assert not plays(answered("coached-beside-an-open-gate"))
