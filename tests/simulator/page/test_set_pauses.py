"""A held set on the page: it says so, stands where it was, and can be taken up."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.simulator.page.set_player import BEGINS, SET, Begin, clock, the_set
from tests.simulator.sets import beat, in_apla, silence, speech

HELD = in_apla(
    beat("Paused at repetition 1 of set 1.", 5000),
    silence(30_000),
    beat("Still paused.", 30_000),
    speech("Are you ready?"),
)
HELD_ACTS = "paused set ready-question"


def test_a_held_set_says_so_and_stands_at_its_time_until_it_is_taken_up(begin: Begin) -> None:
    page, skill = begin((HELD, HELD_ACTS), (HELD, HELD_ACTS), (SET, "how-much-pain"))
    page.page.clock.run_for(BEGINS + 6000)
    page.press("pause")

    for passed in (1000, 20_000):
        page.page.clock.run_for(passed)
        expect(page.light).to_have_text("Set held")
        expect(clock(page)).to_have_text("held at 0:06 of 0:43")
        expect(the_set(page).get_by_role("paragraph").first).to_have_text("2 up")
        expect(page.button("Skip 10 s")).to_be_hidden()
        expect(page.chip("resume")).to_be_visible()
        expect(page.chip("pause")).to_have_count(0)
    expect(page.replies.last).to_have_text("Alexa: Paused at repetition 1 of set 1.")

    page.type("pause")
    page.page.clock.run_for(1000)
    expect(clock(page)).to_have_text("held at 0:06 of 0:43")
    expect(page.log).to_contain_text("After 21 seconds of the pause:")

    page.press("resume")
    expect(page.light).to_have_text("Speaking")
    expect(clock(page)).to_have_text("0:00 of 0:43")
    expect(page.button("Skip 10 s")).to_be_visible()
    assert [line["after"] for line in skill.lines[2:]] == pytest.approx([21.0, 1.0], abs=0.2)


def test_a_set_can_be_taken_up_when_the_silence_of_its_pause_is_over(begin: Begin) -> None:
    page, _ = begin((HELD, HELD_ACTS))
    page.page.clock.run_for(6000)
    page.press("pause")

    page.page.clock.run_for(70_000)

    expect(page.replies.last).to_have_text("Alexa: Are you ready?")
    expect(page.light).to_have_text("Listening")
    expect(page.chip("resume")).to_be_visible()


def test_a_pause_between_sets_shows_no_time_of_an_earlier_one(begin: Begin) -> None:
    page, _ = begin((HELD, "paused-between set how-much-pain"))
    page.page.clock.run_for(60_000)

    page.type("pause")

    expect(page.light).to_have_text("Set held")
    expect(the_set(page)).to_contain_text("Paused")
    expect(clock(page)).to_be_hidden()
    expect(page.chip("resume")).to_be_visible()
    page.page.clock.run_for(70_000)
    expect(page.chip("10")).to_be_visible()
