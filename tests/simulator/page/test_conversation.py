"""Talking to the skill on the page: by typing, by chips, by keyboard, by voice, by silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from simulator.start import Simulator
from tests.simulator.page.conftest import Watched
from tests.simulator.page.simulator_page import MOST_QUESTIONS, SimulatorPage

MORNING = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)
STIFF_HEEL = "the back of my heel is stiff in the morning"
OF_AGE = "I'm thirty and " + STIFF_HEEL


def answer_until_the_result(page: SimulatorPage, answer: Callable[[], None]) -> None:
    for _ in range(MOST_QUESTIONS):
        if page.at_result():
            return
        answer()
    pytest.fail(f"No result after {MOST_QUESTIONS} answers: {page.replies.last.inner_text()}")


def test_typing_alone_leads_from_the_launch_to_the_result_and_its_reasons(
    page: SimulatorPage,
) -> None:
    page.type("open ankle coach")
    page.type(OF_AGE)
    answer_until_the_result(page, lambda: page.type("no"))

    expect(page.replies.last).to_contain_text("Achilles tendonitis")
    page.type("why do you think so")
    expect(page.replies.last).to_contain_text("Achilles tendonitis")
    page.type("no")
    expect(page.light).to_have_text("Session ended")


def test_chips_alone_lead_from_the_launch_to_the_result_and_its_reasons(
    page: SimulatorPage,
) -> None:
    page.press("open ankle coach")
    page.press(STIFF_HEEL)
    page.press("why")
    page.press("not sure")
    page.press("yes")
    answer_until_the_result(page, lambda: page.press("no"))

    page.press("why do you think so")
    page.press("yes")
    expect(page.replies.last).to_contain_text("else")
    page.press("no")
    expect(page.light).to_have_text("Session ended")
    expect(page.chip("open ankle coach")).to_be_visible()


def test_the_keyboard_alone_leads_to_the_result_and_always_shows_where_it_is(
    page: SimulatorPage,
) -> None:
    keyboard = page.page.keyboard
    expect(page.words).to_be_focused()
    before = count()

    def pressed(key: str) -> None:
        keyboard.press(key)
        page.wait_for_reply(next(before))
        page.settle()
        expect(page.chip("stop")).to_be_enabled()
        assert page.page.evaluate(
            "() => document.activeElement.matches(':focus-visible') &&"
            " getComputedStyle(document.activeElement).outlineStyle === 'solid'"
        )

    keyboard.type("open ankle coach")
    pressed("Enter")
    keyboard.type(OF_AGE)
    pressed("Enter")
    for _ in range(7):
        keyboard.press("Shift+Tab")
    expect(page.chip("no")).to_be_focused()
    answer_until_the_result(page, lambda: pressed("Enter"))

    expect(page.chip("no")).to_be_focused()


def test_every_control_can_be_reached_by_the_tab_key(page: SimulatorPage) -> None:
    page.press("open ankle coach")
    page.open("Voice and device")
    page.open("Why it says that")
    controls = (
        "button:not(:disabled), input:not(:disabled), select:not(:disabled), summary, [tabindex]"
    )
    wanted = page.page.evaluate(
        f"""() => {{
            window.reached = new Set();
            document.addEventListener("focusin", (event) => reached.add(event.target));
            document.activeElement.blur();
            return [...document.querySelectorAll({controls!r})]
                .filter((control) => control.checkVisibility()).length;
        }}"""
    )
    assert wanted > 15

    for _ in range(wanted + 3):
        page.page.keyboard.press("Tab")

    assert page.page.evaluate("() => reached.size") >= wanted


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_page(page: SimulatorPage, width: int) -> None:
    page.page.set_viewport_size({"width": width, "height": 740})
    page.press("open ankle coach")
    page.press(STIFF_HEEL)
    page.press("no")
    page.open("Voice and device")
    page.open("Why it says that")

    assert page.page.evaluate("() => document.documentElement.scrollWidth") <= width
    beyond = page.page.evaluate(
        """() => [...document.querySelectorAll("body *:not(.unseen)")]
            .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
            .map((part) => part.outerHTML.slice(0, 80))"""
    )
    assert beyond == []


def test_ending_the_session_puts_the_light_out_and_offers_to_begin_again(
    page: SimulatorPage,
) -> None:
    expect(page.button("End session")).to_be_disabled()
    page.press("open ankle coach")
    expect(page.light).to_have_text("Listening")

    page.button("End session").click()

    expect(page.log).to_contain_text("You ended the session.")
    expect(page.light).to_have_text("Session ended")
    expect(page.button("End session")).to_be_disabled()
    page.press("open ankle coach")
    expect(page.light).to_have_text("Listening")


def test_saying_nothing_lets_the_reprompt_be_heard_and_ends_the_session(
    page: SimulatorPage,
) -> None:
    page.press("open ankle coach")

    page.button("Say nothing").click()

    expect(page.replies).to_have_count(2)
    expect(page.log).to_contain_text("Nobody said anything.")
    expect(page.light).to_have_text("Session ended")


def test_a_new_user_has_another_account(page: SimulatorPage) -> None:
    page.open("Why it says that")
    request = page.page.get_by_role("region", name="Request")
    page.press("open ankle coach")
    before = request.inner_text()

    page.button("New user").click()
    expect(page.light).to_have_text("Session ended")
    page.press("open ankle coach")

    def users(text: str) -> set[str]:
        return {line.strip() for line in text.splitlines() if '"userId"' in line}

    assert len(users(before)) == 1
    assert users(before).isdisjoint(users(request.inner_text()))


def test_another_device_has_a_session_and_interfaces_of_its_own(page: SimulatorPage) -> None:
    page.open("Why it says that")
    page.open("Voice and device")
    request = page.page.get_by_role("region", name="Request")
    page.press("open ankle coach")
    expect(request).not_to_contain_text("Alexa.Presentation.APL")

    page.page.get_by_label("Device").select_option("With a screen")
    expect(page.light).to_have_text("No session yet")
    page.press("open ankle coach")
    expect(request).to_contain_text("Alexa.Presentation.APL")
    page.button("End session").click()
    expect(page.light).to_have_text("Session ended")

    page.page.get_by_label("Device").select_option("Speaker")
    expect(page.light).to_have_text("Listening")


def test_after_eight_seconds_of_silence_comes_the_reprompt_and_after_eight_more_the_end(
    blank: Page,
) -> None:
    blank.clock.install(time=MORNING)
    page = SimulatorPage(blank).opened()
    # From here on time stands still, and passes when told to.
    blank.clock.pause_at(MORNING + timedelta(hours=1))
    page.open("Voice and device")
    page.press("open ankle coach")
    # Nobody asked for it yet, so time means nothing.
    blank.clock.run_for(60_000)
    expect(page.light).to_have_text("Listening")

    blank.get_by_label("Count silence as an Echo does").check()
    blank.clock.run_for(7_900)
    expect(page.replies).to_have_count(1)
    blank.clock.run_for(200)
    expect(page.replies).to_have_count(2)
    expect(page.light).to_have_text("Listening")
    blank.clock.run_for(8_000)

    expect(page.light).to_have_text("Session ended")
    expect(page.replies).to_have_count(2)


def test_where_the_skill_cannot_be_reached_the_page_says_what_to_do(
    page: SimulatorPage, watched: Watched
) -> None:
    page.page.route("**/say", lambda route: route.abort())

    page.chip("open ankle coach").click()

    expect(page.log).to_contain_text("Is make run still running?")
    assert len(watched.errors) == 1
    watched.errors.clear()
    page.page.unroute("**/say")
    page.press("open ankle coach")


def test_every_chip_is_understood_where_it_is_offered(
    page: SimulatorPage, simulator: Simulator
) -> None:
    fitting = page.page.evaluate("async () => (await import('/page/chips.js')).FITTING")
    phrases = {
        chip if isinstance(chip, str) else chip["say"]
        for chips in fitting.values()
        for chip in chips
    }
    assert len(phrases) > 15

    assert [said for said in phrases if _meant(simulator, said) == "AMAZON.FallbackIntent"] == []


def _meant(simulator: Simulator, said: str) -> str | None:
    return simulator.matcher.meant(said).intent
