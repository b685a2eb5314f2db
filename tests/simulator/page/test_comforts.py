"""What the page says of itself, and what it spares whoever types."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.simulator.page.simulator_page import SimulatorPage

STIFF_HEEL = "the back of my heel is stiff in the morning"


def test_the_page_says_what_it_is_and_that_it_is_no_doctor(page: SimulatorPage) -> None:
    expect(page.page.get_by_role("banner")).to_contain_text("simulated. It is no doctor.")
    expect(page.log).to_contain_text("a skill for sore ankles and shins")
    expect(page.log).to_contain_text("in an emergency, call your local number")


def test_a_page_that_is_loaded_anew_says_that_the_conversation_is_gone(blank: Page) -> None:
    gone = "what was said before is gone"
    page = SimulatorPage(blank).opened()
    page.press("open ankle coach")
    expect(page.log).not_to_contain_text(gone)

    blank.reload()

    expect(page.log).to_contain_text(gone)
    expect(page.light).to_have_text("No session yet")


def test_a_device_of_another_country_is_told_its_own_number_to_call(page: SimulatorPage) -> None:
    page.open("Voice and device")
    page.page.get_by_label("Country").select_option("United Kingdom")
    page.press("open ankle coach")

    expect(page.log).to_contain_text("Your device is set to: United Kingdom.")
    expect(page.replies.last).to_contain_text("in an emergency, call 999")


def test_the_arrow_keys_bring_back_what_was_said(page: SimulatorPage) -> None:
    page.type("open ankle coach")
    page.press(STIFF_HEEL)
    page.type("no")
    page.type("no")

    for key, shown in (
        ("ArrowUp", "no"),
        ("ArrowUp", STIFF_HEEL),
        ("ArrowUp", "open ankle coach"),
        ("ArrowUp", "open ankle coach"),
        ("ArrowDown", STIFF_HEEL),
        ("ArrowDown", "no"),
        ("ArrowDown", ""),
        ("ArrowDown", ""),
    ):
        page.words.press(key)
        expect(page.words).to_have_value(shown)


def test_the_conversation_can_be_copied_as_text(page: SimulatorPage) -> None:
    page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.press("open ankle coach")
    page.open("Why it says that")

    page.button("Copy the conversation").click()

    expect(page.page.get_by_text("Copied.")).to_be_visible()
    lines = page.page.evaluate("() => navigator.clipboard.readText()").splitlines()
    assert lines[-2] == "You: open ankle coach"
    assert lines[-1] == page.replies.last.text_content()


def test_no_number_in_the_drawer_is_cut_off(page: SimulatorPage) -> None:
    page.open("Why it says that")
    page.press("open ankle coach")

    room = page.page.locator("#effects").evaluate(
        """list => {
            const text = document.createElement("canvas").getContext("2d");
            const { font, paddingLeft } = getComputedStyle(list);
            text.font = font;
            return parseFloat(paddingLeft) - text.measureText("100. ").width;
        }"""
    )
    assert room >= 0
