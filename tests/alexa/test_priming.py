"""A snapshot holds a skill that has answered before, and nothing of the time when it was made."""

from __future__ import annotations

import logging
import random
import time
from typing import Any

import pytest

from skill.alexa.priming import prime
from skill.alexa.skill import build_skill
from skill.library.load import load
from skill.settings import Settings
from tests.alexa.requests import OWN_ID, launch


@pytest.mark.parametrize("skill_id", [None, OWN_ID])
def test_it_talks_until_a_set_is_played_and_logs_nothing(
    skill_id: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    library = load()
    with caplog.at_level(logging.DEBUG):
        assert prime(build_skill(Settings(skill_id=skill_id), library), library, skill_id)

    assert caplog.records == []
    assert logging.root.manager.disable == logging.NOTSET


def test_it_draws_no_chance_and_the_answers_after_it_are_as_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unwanted(*_: Any) -> None:
        raise AssertionError("a snapshot may hold no chance and no clock")

    library = load()
    fresh = build_skill(Settings(), library).answer(launch(new=True), None)
    primed = build_skill(Settings(), library)
    for module, name in ((random, "random"), (time, "time")):
        monkeypatch.setattr(module, name, unwanted)
    assert prime(primed, library, None)
    monkeypatch.undo()

    assert primed.answer(launch(new=True), None) == fresh
