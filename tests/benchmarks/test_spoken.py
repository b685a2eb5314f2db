"""Published cases in spoken words: nobody who must be seen soon is told less."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.spoken import Story, files, play, stories_of
from simulator.start import Simulator, start
from skill.interview.interview import Knowledge, knowledge_of
from skill.library.types import Care
from skill.settings import Settings

STORIES = [story for file in files() for story in stories_of(file)]
URGENT = [one for one in STORIES if Care(one["care_best"]).rank >= Care.SAME_DAY.rank]


@cache
def _simulator() -> tuple[Simulator, Knowledge]:
    simulator = start(Settings())
    return simulator, knowledge_of(simulator.library)


@pytest.mark.parametrize("story", [pytest.param(one, id=one["id"]) for one in URGENT])
def test_who_must_be_seen_soon_is_told_so(story: Story) -> None:
    outcome = play(*_simulator(), story)
    assert not outcome.is_too_low, outcome


def test_no_two_stories_are_called_the_same() -> None:
    ids = [story["id"] for story in STORIES]
    assert len(ids) == len({*ids})
