"""The skill itself coaches on the page: a set plays, is paused at its repetition, and goes on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.simulator.page.simulator_page import SimulatorPage

SAFETY = ("no", "no")
"""What hurts today, and who it is: the clam asks no more."""

TO_THE_FIRST_SET = 7
"""Presses of "Skip 10 s" that lead past the set-up and the time to get into place."""


@pytest.mark.parametrize("device", ["with APLA", "without APLA"])
def test_a_set_is_paused_at_its_repetition_and_taken_up_there(
    page: SimulatorPage, device: str
) -> None:
    if device == "without APLA":
        page.open("Voice and device")
        page.page.get_by_label("Device").select_option("speaker-without-apla")
    page.type("teach me the clam")
    for answer in SAFETY:
        page.press(answer)
    expect(page.chip("pause")).to_be_visible()
    for _ in range(TO_THE_FIRST_SET):
        page.button("Skip 10 s").click()

    page.press("pause")
    expect(page.replies.last).to_contain_text("at repetition")
    expect(page.light).to_have_text("Set held")
    expect(page.page.get_by_role("timer")).to_have_text(re.compile(r"held at [1-9]:\d\d of [1-9]"))
    page.press("resume")

    expect(page.light).to_have_text("Speaking")
    expect(page.chip("pause")).to_be_visible()
