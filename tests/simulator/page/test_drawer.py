"""The drawer that shows what happened inside: intent, slots, belief, and the JSON."""

from __future__ import annotations

import json

from playwright.sync_api import Locator, expect

from tests.simulator.page.simulator_page import SimulatorPage

STIFF_HEEL = "the back of my heel is stiff in the morning"
ACHILLES = "Achilles tendonitis"


def belief(page: SimulatorPage) -> Locator:
    return page.page.get_by_role("table", name="Belief over conditions")


def share(page: SimulatorPage, condition: str) -> int:
    row = belief(page).get_by_role("row").filter(has_text=condition)
    return int(row.get_by_role("cell").first.inner_text().removesuffix("%"))


def test_the_drawer_shows_what_was_understood_and_both_envelopes(page: SimulatorPage) -> None:
    page.open("Why it says that")
    page.press("open ankle coach")
    page.press(STIFF_HEEL)

    drawer = page.page.get_by_role("complementary", name="Inside the skill")
    for shown in (
        "SpeechIntent",
        "pain at the back of the heel (pain-back-of-heel): yes ← “back of my heel”",
        "stiffness in the morning (morning-stiffness): yes",
        "ask:how-it-began",
    ):
        expect(drawer).to_contain_text(shown)
    request = json.loads(page.page.get_by_role("region", name="Request").inner_text())
    assert request["request"]["intent"]["name"].endswith("SpeechIntent")
    response = json.loads(page.page.get_by_role("region", name="Response").inner_text())
    assert response["sessionAttributes"]["asking"] == "how-it-began"


def test_the_belief_moves_with_what_is_said_and_says_by_how_much(page: SimulatorPage) -> None:
    page.open("Why it says that")
    expect(page.page.get_by_text("Open the skill to see")).to_be_visible()
    page.press("open ankle coach")
    before = share(page, ACHILLES)

    page.press(STIFF_HEEL)

    after = share(page, ACHILLES)
    assert after > before
    row = belief(page).get_by_role("row").filter(has_text=ACHILLES)
    change = int(row.get_by_role("cell").last.inner_text().replace("+", ""))
    assert abs(change - (after - before)) <= 1
    effects = page.page.get_by_role("listitem")
    expect(effects.first).to_contain_text(f"“{STIFF_HEEL}” {ACHILLES} {before}% → {after}%")


def test_an_answer_is_shown_with_what_it_answered(page: SimulatorPage) -> None:
    page.open("Why it says that")
    for chip in ("open ankle coach", STIFF_HEEL, "no"):
        page.press(chip)

    effects = page.page.get_by_role("listitem")
    expect(effects).to_have_count(3)
    expect(effects.first).to_contain_text("“no” to “how it began”")


def test_an_earlier_turn_can_be_looked_at_again(page: SimulatorPage) -> None:
    page.open("Why it says that")
    page.press("open ankle coach")
    at_launch = share(page, ACHILLES)
    page.press(STIFF_HEEL)

    page.page.get_by_label("Turn").select_option("1: “open ankle coach”")

    assert share(page, ACHILLES) == at_launch
    expect(page.page.get_by_role("region", name="Request")).to_contain_text("LaunchRequest")


def test_a_new_session_begins_a_new_list_of_effects(page: SimulatorPage) -> None:
    page.open("Why it says that")
    page.press("open ankle coach")
    page.press(STIFF_HEEL)
    page.press("stop")
    page.press("open ankle coach")

    expect(page.page.get_by_role("listitem")).to_have_count(1)
    expect(page.page.get_by_role("listitem")).to_contain_text("begins with")
