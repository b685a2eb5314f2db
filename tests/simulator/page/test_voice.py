"""Speaking and listening, with a browser's voice and ear replaced by ones that tests can move."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.simulator.page.simulator_page import SimulatorPage

VOICE = """
    window.spoken = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const voices = [
        { name: "Far away", lang: "en-US", localService: false },
        { name: "Local", lang: "en-GB", localService: true },
        { name: "Local too", lang: "en-US", localService: true },
    ];
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => voices,
        addEventListener() {},
        speak: (utterance) => spoken.push(utterance),
        cancel() { spoken.cut = true; },
    } });
"""

EAR = """
    window.ears = [];
    window.SpeechRecognition = class {
        start() { ears.push(this); }
        abort() { this.onend(); }
    };
    window.hear = (words, isFinal) => {
        const results = [Object.assign([{ transcript: words }], { isFinal })];
        ears.at(-1).onresult({ results });
    };
"""

STARTED = "() => ears.length"


@pytest.fixture
def page(blank: Page) -> SimulatorPage:
    blank.add_init_script(VOICE + EAR)
    return SimulatorPage(blank).opened()


def agree(page: SimulatorPage) -> None:
    """Let it listen, having read where the sound goes."""
    page.button("Listen").first.click()
    page.page.get_by_role("dialog").get_by_role("button", name="Listen").click()
    expect(page.button("Listen")).to_have_attribute("aria-pressed", "true")


def test_it_speaks_only_when_asked_to_and_with_a_voice_of_this_machine(page: SimulatorPage) -> None:
    page.press("open ankle coach")
    assert page.page.evaluate("() => spoken.length") == 0

    page.open("Voice and device")
    page.page.get_by_label("Speak the replies").check()
    page.page.get_by_label("Voice speed").fill("1.4")
    page.press("the front of my shin aches")

    expect(page.light).to_have_text("Speaking")
    said = page.page.evaluate("() => [spoken[0].text, spoken[0].voice.name, spoken[0].rate]")
    assert f"Alexa: {said[0]}" == page.replies.last.text_content()
    assert said[1:] == ["Local too", 1.4]
    page.page.evaluate("() => spoken[0].onend()")
    expect(page.light).to_have_text("Listening")


def test_an_answer_in_the_middle_of_a_reply_cuts_the_speech(page: SimulatorPage) -> None:
    page.open("Voice and device")
    page.page.get_by_label("Speak the replies").check()
    page.press("open ankle coach")
    expect(page.light).to_have_text("Speaking")

    page.press("stop")

    assert page.page.evaluate("() => [spoken.length, spoken.cut]") == [2, True]
    page.page.evaluate("() => spoken[1].onend()")
    expect(page.light).to_have_text("Session ended")


def test_without_a_voice_of_this_machine_it_offers_none(blank: Page) -> None:
    blank.add_init_script(VOICE.replace("localService: true", "localService: false"))
    page = SimulatorPage(blank).opened()
    page.open("Voice and device")

    expect(page.page.get_by_label("Speak the replies")).to_be_disabled()
    expect(page.page.get_by_text("no English voice of its own")).to_be_visible()


def test_it_listens_only_after_it_said_where_the_sound_goes(page: SimulatorPage) -> None:
    page.button("Listen").first.click()

    dialog = page.page.get_by_role("dialog", name="Before it listens")
    expect(dialog).to_contain_text("may send what the microphone hears")
    dialog.get_by_role("button", name="Not now").click()
    expect(dialog).to_be_hidden()
    assert page.page.evaluate(STARTED) == 0

    page.button("Listen").first.click()
    page.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.page.evaluate(STARTED) == 0

    agree(page)
    assert page.page.evaluate(STARTED) == 1


def test_what_it_hears_is_said_and_it_listens_again_after_the_reply(page: SimulatorPage) -> None:
    agree(page)

    page.page.evaluate("() => hear('open ankle', false)")
    expect(page.words).to_have_value("open ankle")
    page.page.evaluate("() => hear('open ankle coach', true)")

    expect(page.replies).to_have_count(1)
    expect(page.words).to_have_value("")
    assert page.page.evaluate(STARTED) == 2
    page.page.evaluate("() => hear('stop', true)")
    expect(page.light).to_have_text("Session ended")
    expect(page.button("Listen")).to_have_attribute("aria-pressed", "false")
    assert page.page.evaluate(STARTED) == 2


def test_a_microphone_that_is_refused_is_explained(page: SimulatorPage) -> None:
    agree(page)

    page.page.evaluate("() => ears[0].onerror({ error: 'not-allowed' })")

    expect(page.log).to_contain_text("does not let this page use the microphone")
    expect(page.button("Listen")).to_have_attribute("aria-pressed", "false")


def test_without_an_ear_there_is_no_button_for_it(blank: Page) -> None:
    blank.add_init_script("delete window.SpeechRecognition; delete window.webkitSpeechRecognition;")
    page = SimulatorPage(blank).opened()

    expect(page.button("Listen")).to_have_count(0)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_light_moves_only_for_those_who_do_not_mind_motion(
    page: SimulatorPage, motion: str
) -> None:
    page.page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    page.press("open ankle coach")

    moving = page.page.evaluate("() => document.getAnimations().length")
    assert (moving == 0) == (motion == "reduce")
