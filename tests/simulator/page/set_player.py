"""A set on the page, in time that passes only when told to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.simulator.page.script import Scripted
from tests.simulator.page.simulator_page import SimulatorPage
from tests.simulator.sets import HOW_MUCH, beat, in_apla, in_ssml, silence, speech

MORNING = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)
SET = in_apla(
    speech("Let's begin."),
    beat("1, up", 2000),
    beat("down", 3000),
    beat("2, up", 2000),
    beat("down", 3000),
    beat("Set 2 is next.", 2500),
    silence(27_500),
    speech(HOW_MUCH),
)
BEGINS = 720
"""Milliseconds that "Let's begin." is estimated to take."""
PAUSED = in_ssml("Paused at repetition 1 of set 1.")

Begin = Callable[..., tuple[SimulatorPage, Scripted]]


def opened_still(blank: Page) -> SimulatorPage:
    """The simulator, opened; from now on time stands still, and passes when told to."""
    blank.clock.install(time=MORNING)
    page = SimulatorPage(blank).opened()
    blank.clock.pause_at(MORNING + timedelta(hours=1))
    return page


def begin_set(
    blank: Page, *following: tuple[dict[str, Any], str], first: dict[str, Any] = SET
) -> tuple[SimulatorPage, Scripted]:
    """Open the page where time stands still, and let a set begin."""
    skill = Scripted(blank, (first, "how-much-pain"), *following)
    page = opened_still(blank)
    page.chip("open ankle coach").click()
    expect(the_set(page)).to_be_visible()
    return page, skill


def the_set(page: SimulatorPage) -> Locator:
    return page.page.get_by_role("region", name="The set")


def clock(page: SimulatorPage) -> Locator:
    return page.page.get_by_role("timer")
