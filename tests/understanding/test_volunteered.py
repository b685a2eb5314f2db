"""Dangers that somebody volunteers in the middle of something else, and what only sounds like them.

Of thirty dangers, ten wordings each, told in twelve places, some lay near what must not be heard.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.row import each_row
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "volunteered.yaml")
PLACES: list[tuple[str, str]] = [(one["asked"], one["say"]) for one in WAYS["places"]]


@each_row("danger", WAYS["told"])
def test_a_danger_is_heard_wherever_it_is_told(danger: str) -> None:
    lost = [
        f"{asked}: {frame.format(told=told)}"
        for told in WAYS["told"][danger]
        for asked, frame in PLACES
        if not heard_at(asked, frame.format(told=told)).findings.get(danger)
    ]
    assert not lost


@pytest.mark.parametrize(("asked", "frame"), PLACES)
def test_what_a_leg_cannot_do_is_no_despair(asked: str, frame: str) -> None:
    taken = [
        said
        for said in WAYS["of-a-leg"]
        if "self-harm" in heard_at(asked, frame.format(told=said)).danger
    ]
    assert not taken


@pytest.mark.parametrize("said", WAYS["despair"])
def test_despair_is_heard(said: str) -> None:
    assert "self-harm" in heard_at("result", said).danger
