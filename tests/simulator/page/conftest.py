"""A page of the simulator in a real browser, in which nothing may go wrong unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, ViewportSize, expect

from tests.simulator.page import chromium, service
from tests.simulator.page.set_player import Begin, begin_set
from tests.simulator.page.simulator_page import SimulatorPage

# Far beyond what anything here takes, and still an end.
PATIENCE_MS = 15_000

WIDE: ViewportSize = {"width": 1280, "height": 800}


@dataclass
class Watched:
    """What a page did that a person would not see: console errors, requests to elsewhere."""

    home: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def note_console(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.errors.append(said.text)

    def note_fault(self, fault: Error) -> None:
        self.errors.append(str(fault))

    def note_request(self, sent: Request) -> None:
        if not sent.url.startswith(f"{self.home}/"):
            self.foreign.append(sent.url)


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    with service.served() as served:
        yield served


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with chromium.browser() as started:
        yield started


@pytest.fixture
def watched(address: str) -> Watched:
    return Watched(address)


@pytest.fixture
def blank(browser: Browser, address: str, watched: Watched) -> Iterator[Page]:
    """A page that was not opened yet; at the end it must have had no error and stayed at home."""
    context = browser.new_context(viewport=WIDE, base_url=address)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.on("console", watched.note_console)
    page.on("pageerror", watched.note_fault)
    context.on("request", watched.note_request)
    yield page
    context.close()
    assert watched == Watched(address)


@pytest.fixture
def page(blank: Page) -> SimulatorPage:
    """The simulator, opened; its time passes as it does, and may be made to pass faster."""
    blank.clock.install()
    return SimulatorPage(blank).opened()


@pytest.fixture
def begin(blank: Page) -> Begin:
    """Opens the page where time stands still, and lets a set begin."""
    return partial(begin_set, blank)
