"""The stories of `tests/conversations/`, told from the first word to the last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from simulator.conversation import Exchange
from simulator.start import Simulator
from skill.storage.budget import Budgeted
from skill.storage.choice import Bookmarks
from skill.storage.sqlite import SqliteStore
from tests.conversations.stories import FIT_FOR_EXERCISE, tell
from tests.conversations.story import Broken, Store, Story, stories
from tests.conversations.visits import unvisited
from tests.settled import SETTLED, playing
from tools.content.load import load

STORIES = stories()


@dataclass(frozen=True, eq=False)
class Simulators:
    """The skill without a store, and what it has with one, and with one that is broken."""

    whole: Simulator
    kept: dict[Store, Bookmarks]

    def of(self, story: Story) -> Simulator:
        """The skill that plays a story."""
        newcomers = frozenset(story.named - SETTLED)
        return _playing(self, story.given.store, newcomers)


@cache
def _playing(of: Simulators, store: Store, newcomers: frozenset[str]) -> Simulator:
    return playing(of.whole, newcomers, of.kept.get(store))


@pytest.fixture(scope="session")
def simulators(
    simulator: Simulator, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Simulators]:
    """What they are made of, with one folder for all stories."""
    folder = tmp_path_factory.mktemp("bookmarks")
    files: dict[Store, Path] = {"kept": folder / "bookmarks.sqlite", "down": folder}
    # Patient, as a machine that is busy with other tests keeps nobody waiting in a story.
    stores = {name: Budgeted(SqliteStore(file), budget=10.0) for name, file in files.items()}
    kept = {name: Bookmarks(store, "nobody but tests") for name, store in stores.items()}
    yield Simulators(simulator, kept)
    for bookmarks in kept.values():
        bookmarks.store.close()


@cache
def told(id: str, simulators: Simulators) -> tuple[Exchange, ...] | Broken:
    """What was exchanged in a story, or how it broke; each story is told once."""
    try:
        return tuple(tell(id, STORIES[id], simulators.of(STORIES[id]), load()))
    except Broken as broken:
        return broken


@pytest.mark.parametrize("id", STORIES)
def test_a_story_goes_as_it_is_written(id: str, simulators: Simulators) -> None:
    outcome = told(id, simulators)
    if isinstance(outcome, Broken):
        pytest.fail(str(outcome), pytrace=False)


def test_nothing_that_the_skill_knows_is_left_out_of_the_stories(simulators: Simulators) -> None:
    outcomes = [told(id, simulators) for id in STORIES]
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
