"""A set on the page: it plays in time, can be interrupted, and ends in its question."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.row import row
from tests.simulator.page.script import Scripted
from tests.simulator.page.set_player import BEGINS, PAUSED, Begin, clock, the_set
from tests.simulator.page.simulator_page import SimulatorPage
from tests.simulator.page.test_security_and_accessibility import shown_on_each_screen, violations
from tests.simulator.page.test_voice import VOICE
from tests.simulator.sets import HOW_MUCH, in_ssml


def test_cues_come_at_their_times_with_the_count_and_the_clock(begin: Begin) -> None:
    page, _ = begin()
    expect(page.light).to_have_text("Speaking")
    expect(the_set(page)).to_contain_text("Let's begin.")

    for passed, shown, time in (
        (BEGINS + 200, "1 up", "0:00"),
        (2000, "1 down", "0:02"),
        (3000, "2 up", "0:05"),
        (2000, "2 down", "0:07"),
        (3000, "Set 2 is next.", "0:10"),
    ):
        page.page.clock.run_for(passed)
        expect(the_set(page).get_by_role("paragraph").first).to_have_text(shown)
        expect(clock(page)).to_have_text(f"{time} of 0:43")
    bar = the_set(page).get_by_role("progressbar")
    assert bar.evaluate("bar => bar.value / bar.max") == pytest.approx(10.9 / 43.2, abs=0.01)


def test_the_conversation_keeps_sentences_and_no_counts(begin: Begin) -> None:
    page, _ = begin()
    page.page.clock.run_for(20_000)

    expect(page.replies).to_have_text(["Alexa: Let's begin.", "Alexa: Set 2 is next."])


def test_a_chip_in_mid_set_is_said_at_that_second(begin: Begin) -> None:
    page, skill = begin((PAUSED, "paused"))
    page.page.clock.run_for(6000)

    page.chip("pause").click()

    expect(page.replies.last).to_contain_text("Paused at repetition 1")
    expect(the_set(page)).to_be_hidden()
    expect(page.chip("resume")).to_be_visible()
    assert skill.lines[1]["say"] == "pause"
    assert skill.lines[1]["after"] == pytest.approx(6.0, abs=0.2)


def test_typing_in_mid_set_is_said_at_that_second_and_a_line_later_says_none(begin: Begin) -> None:
    page, skill = begin((PAUSED, "paused"), (PAUSED, "paused"))
    page.page.clock.run_for(3000)

    page.type("hold on")
    page.type("hold on")

    assert skill.lines[1]["after"] == pytest.approx(3.0, abs=0.2)
    assert skill.lines[2].get("after") is None


def test_the_end_of_a_set_shows_its_question_and_numbers_for_the_pain(begin: Begin) -> None:
    page, skill = begin((PAUSED, "paused"))
    page.page.clock.run_for(45_000)

    expect(page.replies.last).to_have_text(f"Alexa: {HOW_MUCH}")
    expect(the_set(page)).to_be_hidden()
    expect(page.light).to_have_text("Listening")
    for number in range(11):
        expect(page.chip(str(number))).to_be_visible()

    page.press("4")
    assert skill.lines[1]["say"] == "four"


def test_an_answer_after_the_end_names_no_second_as_it_interrupts_nothing(begin: Begin) -> None:
    page, skill = begin((PAUSED, "paused"))
    page.page.clock.run_for(60_000)

    page.press("4")

    assert skill.lines[1].get("after") is None


def test_skipping_ahead_counts_as_time_that_was_played(begin: Begin) -> None:
    page, skill = begin((PAUSED, "paused"))

    page.button("Skip 10 s").click()
    expect(clock(page)).to_have_text("0:10 of 0:43")
    page.button("Skip 10 s").click()
    expect(the_set(page)).to_contain_text("Set 2 is next.")
    expect(page.replies.last).to_contain_text("Set 2 is next.")
    page.page.clock.run_for(1000)
    page.press("pause")
    expect(page.replies.last).to_contain_text("Paused")

    assert skill.lines[1]["after"] == pytest.approx(21.0, abs=0.3)


def test_skipping_beyond_the_end_leaves_the_keyboard_where_words_are_typed(begin: Begin) -> None:
    page, _ = begin()

    for _ in range(5):
        page.button("Skip 10 s").press("Enter")

    expect(page.replies.last).to_have_text(f"Alexa: {HOW_MUCH}")
    expect(page.words).to_be_focused()


def test_saying_nothing_in_mid_set_leaves_the_end_of_it_to_the_device(begin: Begin) -> None:
    page, skill = begin((PAUSED, "paused"))
    page.page.clock.run_for(3000)

    page.button("Say nothing").click()
    expect(page.log).to_contain_text("Nobody said anything.")

    assert skill.lines[1].get("after") is None


def test_silence_is_counted_from_the_end_of_the_set(begin: Begin) -> None:
    page, skill = begin((PAUSED, "paused"))
    page.open("Voice and device")
    page.page.get_by_label("Count silence as an Echo does").check()
    page.page.clock.run_for(40_000)
    assert len(skill.lines) == 1

    page.page.clock.run_for(4000)
    expect(page.replies.last).to_have_text(f"Alexa: {HOW_MUCH}")
    page.page.clock.run_for(8100)

    expect(page.replies.last).to_have_text("Alexa: Which number was it?")


def test_speech_with_breaks_plays_as_well(begin: Begin) -> None:
    first = in_ssml('1, up <break time="3s"/> down <break time="5s"/>' + HOW_MUCH)
    page, _ = begin(first=first)

    page.page.clock.run_for(4000)
    expect(the_set(page).get_by_role("paragraph").first).to_have_text("1 down")
    page.page.clock.run_for(10_000)
    expect(page.replies.last).to_have_text(f"Alexa: {HOW_MUCH}")


def test_another_device_does_not_go_on_with_the_set_of_this_one(begin: Begin) -> None:
    page, _ = begin()
    page.open("Voice and device")

    page.page.get_by_label("Device").select_option("Speaker without APLA")

    expect(the_set(page)).to_be_hidden()
    expect(page.log).to_contain_text("You talk to: Speaker without APLA.")
    page.page.clock.run_for(60_000)
    expect(page.light).to_have_text("No session yet")


def test_with_a_voice_every_cue_is_spoken_at_its_time(blank: Page, begin: Begin) -> None:
    blank.add_init_script(VOICE)
    page, _ = begin()
    page.open("Voice and device")
    page.page.get_by_label("Speak the replies").check()
    page.page.clock.run_for(6500)

    spoken = page.page.evaluate("() => spoken.map(({ text }) => text)")
    assert spoken == ["1, up", "down", "2, up"]


def test_axe_finds_nothing_in_a_set_and_nothing_is_wider_than_the_page(begin: Begin) -> None:
    page, _ = begin()
    # The rules of axe wait for a clock that goes.
    page.page.clock.resume()

    assert violations(page) == []
    for width in shown_on_each_screen(page):
        assert page.page.evaluate("() => document.documentElement.scrollWidth") <= width
        box = the_set(page).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width


def test_no_cue_is_read_out_by_a_screen_reader_in_the_middle_of_another(begin: Begin) -> None:
    page, _ = begin()

    live = the_set(page).locator("[aria-live], [role=status], [role=alert], [role=log]")
    expect(live).to_have_count(0)
    expect(page.log).not_to_have_attribute("aria-live", "assertive")


CHIPS = {
    "ready-question": "ready",
    "offer-routine": "what routines do you have",
    "choose-routine-end": "calf strength",
    "safety-today-plainer": "why",
    "clinician-seen": "why",
    "last-sessions": "worse",
    "which-level": "first time",
    "paused-between": "resume",
}
"""One of the chips at each question."""


def test_chips_fit_the_question_that_is_asked(blank: Page) -> None:
    Scripted(blank, *((in_ssml("So?"), act) for act in CHIPS), (in_ssml("So?"), "ready-question"))
    page = SimulatorPage(blank).opened()

    page.press("open ankle coach")
    for act, chip in CHIPS.items():
        with row(act):
            expect(page.chip(chip)).to_be_visible()
            page.press(chip)
