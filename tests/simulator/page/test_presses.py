"""Pressing fast: a press counts once, none answers a question unseen, none is lost in silence."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.simulator.page.script import Scripted
from tests.simulator.page.set_player import opened_still
from tests.simulator.page.simulator_page import SimulatorPage
from tests.simulator.sets import in_apla, in_ssml, silence, speech

STIFF_HEEL = "the back of my heel is stiff in the morning"
INJURY = (in_ssml("Any new injury?"), "safety-today")
REST = (in_ssml("Does it hurt at rest?"), "safety-person")
SETTLED_MS = 600


MOST_LOOKS = 500


def hold_replies(page: Page) -> list[Route]:
    """The requests for replies from now on, which wait for the test to let them go."""
    waiting: list[Route] = []
    page.route("**/say", lambda route: waiting.append(route))
    return waiting


def let_go(page: Page, waiting: list[Route]) -> None:
    """Let the one reply come that is held; its request may still be on the way to here."""
    for _ in range(MOST_LOOKS):
        if waiting:
            break
        page.evaluate("0")  # Each answer of the page brings what it has sent before.
    waiting.pop().fallback()


def test_a_double_click_answers_one_question(page: SimulatorPage) -> None:
    page.press("open ankle coach")
    page.press(STIFF_HEEL)
    said = page.log.get_by_text("You: ").locator("xpath=..")

    page.chip("no").dblclick()

    expect(page.notice).to_have_text("“no” counted once.")
    expect(page.replies).to_have_count(3)
    page.press("not sure")
    expect(said).to_have_text(
        ["You: open ankle coach", f"You: {STIFF_HEEL}", "You: no", "You: not sure"]
    )


def test_two_presses_of_the_enter_key_answer_one_question_and_keep_the_place(
    blank: Page,
) -> None:
    skill = Scripted(blank, INJURY, REST)
    page = opened_still(blank)
    page.press("open ankle coach")
    blank.clock.run_for(SETTLED_MS)
    page.chip("no").focus()

    blank.keyboard.press("Enter")
    blank.keyboard.press("Enter")

    expect(page.replies.last).to_contain_text("at rest")
    expect(page.notice).to_have_text("“no” counted once.")
    expect(page.chip("no")).to_be_focused()
    assert [line["say"] for line in skill.lines] == ["open ankle coach", "no"]


def test_no_press_counts_while_a_reply_is_under_way(page: SimulatorPage) -> None:
    page.press("open ankle coach")
    expect(page.chip("help")).to_be_enabled()
    bright = page.chip("help").evaluate("chip => getComputedStyle(chip).opacity")
    waiting = hold_replies(page.page)
    page.chip("help").click()

    for pressed in (page.chip("stop"), page.button("End session"), page.button("New user")):
        expect(pressed).to_be_disabled()
        assert pressed.evaluate("button => getComputedStyle(button).opacity") < bright
        pressed.click(force=True)
        expect(page.notice).to_have_text("Too early: press again.")

    assert len(waiting) == 1
    let_go(page.page, waiting)
    expect(page.replies).to_have_count(2)
    expect(page.chip("stop")).to_be_enabled()
    page.chip("stop").click()
    expect(page.notice).to_be_empty()
    let_go(page.page, waiting)
    expect(page.light).to_have_text("Session ended")


def test_no_press_counts_until_new_chips_could_be_seen(blank: Page) -> None:
    skill = Scripted(blank, INJURY, REST)
    page = opened_still(blank)
    page.press("open ankle coach")

    page.chip("yes").click(force=True)

    expect(page.notice).to_have_text("Too early: press again.")
    blank.clock.run_for(SETTLED_MS)
    page.press("yes")
    expect(page.notice).to_be_empty()
    assert [line["say"] for line in skill.lines] == ["open ankle coach", "yes"]


def test_a_press_meant_for_a_set_is_no_number_for_the_pain_at_its_end(blank: Page) -> None:
    begins = in_apla(speech("Let's begin."), silence(9000), speech("How much?"))
    skill = Scripted(blank, (begins, "how-much-pain"))
    page = opened_still(blank)
    page.press("open ankle coach")
    blank.clock.run_for(8000)
    expect(page.chip("pause")).to_be_enabled()

    page.button("Skip 10 s").click()
    page.chip("4").click(force=True)

    expect(page.notice).to_have_text("Too early: press again.")
    assert len(skill.lines) == 1


def test_words_typed_while_a_reply_is_under_way_are_kept(page: SimulatorPage) -> None:
    waiting = hold_replies(page.page)
    page.chip("open ankle coach").click()
    page.words.fill(STIFF_HEEL)
    page.words.press("Enter")

    expect(page.notice).to_have_text("Not said yet: say it again.")
    expect(page.words).to_have_value(STIFF_HEEL)
    assert len(waiting) == 1
    let_go(page.page, waiting)
    expect(page.replies).to_have_count(1)
    page.words.press("Enter")
    expect(page.words).to_have_value("")
    expect(page.log).to_contain_text(f"You: {STIFF_HEEL}")
    let_go(page.page, waiting)
    expect(page.replies).to_have_count(2)
