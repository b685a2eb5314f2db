"""The simulator's page as a person uses it: by the names of things, never by their markup."""

from __future__ import annotations

from typing import Self

from playwright.sync_api import Locator, Page, expect

MOST_QUESTIONS = 25
SETTLING_MS = 500
"""No press counts for so long after a reply: see `presses.js`."""


class SimulatorPage:
    """One page, whose clock is the test's. Saying something waits for the reply."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.log = page.get_by_role("log", name="Conversation")
        self.light = page.get_by_role("status").first
        self.chips = page.get_by_role("group", name="What you could say now")
        self.notice = page.locator("#notice")
        self.words = page.get_by_label("What you say")
        self.replies = self.log.get_by_text("Alexa: ").locator("xpath=..")

    def opened(self) -> Self:
        self.page.goto("/")
        expect(self.chip("open ankle coach")).to_be_visible()
        return self

    def chip(self, label: str) -> Locator:
        return self.chips.get_by_role("button", name=label, exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, label: str) -> None:
        """Press a chip, once it counts, and wait for the reply."""
        before = self.replies.count()
        chip = self.chip(label)
        if chip.get_attribute("aria-disabled") == "true":
            self.settle()
        chip.click()
        self.wait_for_reply(before)

    def settle(self) -> None:
        """Let the time pass in which no press counts."""
        self.page.clock.fast_forward(SETTLING_MS)

    def type(self, said: str) -> None:
        """Type an utterance and wait for the reply."""
        before = self.replies.count()
        self.words.fill(said)
        self.words.press("Enter")
        self.wait_for_reply(before)

    def wait_for_reply(self, before: int) -> None:
        """Wait until more replies are shown than `before`, and nothing is under way."""
        expect(self.replies.nth(before)).to_be_visible()
        expect(self.log).to_have_attribute("aria-busy", "false")

    def at_result(self) -> bool:
        """Whether the result was told and its reasons are offered."""
        return self.chip("why do you think so").count() == 1

    def open(self, summary: str) -> None:
        """Open what can be unfolded."""
        self.page.get_by_text(summary, exact=True).click()
