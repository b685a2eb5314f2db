"""The end of every reply is in sight, at the size of a laptop and of a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize

from tests.simulator.page.simulator_page import MOST_QUESTIONS, SimulatorPage

STIFF_HEEL = "the back of my heel is stiff in the morning"
SAFETY = ("no", "no")
"""Injury, rest, age, and broken bones: the clam asks no more."""

END_IS_SEEN = """() => {
    const last = document.querySelector("[role=log]").lastElementChild;
    const words = document.createRange();
    words.selectNodeContents(last.lastChild);
    const { right, bottom } = [...words.getClientRects()].at(-1);
    return last.contains(document.elementFromPoint(right - 2, bottom - 2));
}"""


LAPTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture(params=[LAPTOP, PHONE], ids=["laptop", "phone"])
def sized(page: SimulatorPage, request: pytest.FixtureRequest) -> SimulatorPage:
    page.page.set_viewport_size(request.param)
    return page


def see_the_end(page: SimulatorPage) -> None:
    page.page.wait_for_function(END_IS_SEEN)


def see_the_end_in_both(page: SimulatorPage) -> None:
    """In the size in which it came, and in the other one, in which the next reply comes."""
    see_the_end(page)
    page.page.set_viewport_size(PHONE if page.page.viewport_size == LAPTOP else LAPTOP)
    see_the_end(page)


def test_the_end_of_every_question_and_of_the_result_is_seen(page: SimulatorPage) -> None:
    for chip in ("open ankle coach", STIFF_HEEL, "why"):
        page.press(chip)
        see_the_end_in_both(page)
    for _ in range(MOST_QUESTIONS):
        if page.at_result():
            break
        of_age = page.replies.last.get_by_text("eighteen").count()
        page.press("yes" if of_age else "no")
        see_the_end_in_both(page)

    assert page.at_result()
    page.press("why do you think so")
    see_the_end_in_both(page)


def test_the_end_is_seen_when_a_set_starts_is_held_and_goes_on(page: SimulatorPage) -> None:
    page.type("teach me the clam")
    for answer in SAFETY:
        page.press(answer)
        see_the_end_in_both(page)
    for said in ("pause", "how many left", "ready", "pause", "resume"):
        page.press(said)
        see_the_end_in_both(page)
    page.button("End session").click()
    see_the_end_in_both(page)


def test_the_end_is_seen_with_the_settings_open_and_in_a_smaller_window(
    sized: SimulatorPage,
) -> None:
    sized.press("open ankle coach")
    sized.press(STIFF_HEEL)
    sized.open("Voice and device")
    see_the_end(sized)
    sized.open("Voice and device")
    sized.page.set_viewport_size({"width": 320, "height": 600})
    see_the_end(sized)


def test_whoever_reads_further_up_is_left_there(sized: SimulatorPage) -> None:
    for said in ("open ankle coach", "help", STIFF_HEEL, "why", "why"):
        sized.type(said)
    sized.page.set_viewport_size({"width": 360, "height": 620})
    see_the_end(sized)

    sized.log.hover()
    sized.page.mouse.wheel(0, -2000)
    sized.page.wait_for_function("() => document.querySelector('[role=log]').scrollTop === 0")
    sized.page.set_viewport_size({"width": 360, "height": 580})
    sized.page.evaluate("() => new Promise(requestAnimationFrame).then(() => null)")

    assert sized.log.evaluate("log => log.scrollTop") == 0
