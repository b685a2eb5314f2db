"""The stories of `tests/conversations/`, told from the first word to the last."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.conversation import Exchange
from simulator.start import Simulator
from tests.conversations.stories import FIT_FOR_EXERCISE, Broken, stories, tell
from tests.conversations.visits import unvisited
from tools.content.load import load

STORIES = stories()


@cache
def told(id: str, simulator: Simulator) -> tuple[Exchange, ...] | Broken:
    """What was exchanged in a story, or how it broke; each story is told once."""
    try:
        return tuple(tell(id, STORIES[id], simulator, load()))
    except Broken as broken:
        return broken


@pytest.mark.parametrize("id", STORIES)
def test_a_story_goes_as_it_is_written(id: str, simulator: Simulator) -> None:
    outcome = told(id, simulator)
    if isinstance(outcome, Broken):
        pytest.fail(str(outcome), pytrace=False)


def test_nothing_that_the_skill_knows_is_left_out_of_the_stories(simulator: Simulator) -> None:
    outcomes = [told(id, simulator) for id in STORIES]
    exchanges = [
        heard for outcome in outcomes if not isinstance(outcome, Broken) for heard in outcome
    ]
    left = unvisited(load(), exchanges)
    if left:
        lines = (f"  {kind}: {', '.join(ids)}" for kind, ids in left.items())
        pytest.fail("No story visits\n" + "\n".join(lines), pytrace=False)


def test_stories_answer_only_what_can_be_asked() -> None:
    library = load()
    askable = {*library.places, *library.findings, *library.red_flags, *library.gates}
    askable |= FIT_FOR_EXERCISE.keys()
    unknown = {id: story.answers.keys() - askable for id, story in STORIES.items()}
    assert {id: ids for id, ids in unknown.items() if ids} == {}
