"""What many tests start from."""

from __future__ import annotations

import gc

import pytest
from hypothesis import settings

from simulator.start import Simulator, start
from skill.settings import Settings
from tests.paths import ROOT
from tests.settled import playing

# The same examples at every run: a test that fails once fails until it is mended.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def simulator() -> Simulator:
    """The skill of this project without newcomers, and its interaction model: loaded once, and
    never changed."""
    return playing(start(Settings()))


def pytest_collection_finish() -> None:
    """Nobody looks for garbage among what was loaded, and seldom among what tests make.

    The content and nine thousand tests stay to the end: going through them took a tenth of it all.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests at the head of each of two halves, of which two cores take one each.

    Whoever is done first takes from the tail of the other, where tests are short.
    """
    slow = ROOT / "tests" / "slow"
    walk = [item for item in items if item.path.is_relative_to(slow / "walk")]
    fuzz = [item for item in items if item.path.is_relative_to(slow / "fuzz")]
    first = {*walk, *fuzz}
    rest = [item for item in items if item not in first]
    with_walk = max(0, len(items) // 2 - len(walk))
    items[:] = [*walk, *rest[:with_walk], *fuzz, *rest[with_walk:]]
