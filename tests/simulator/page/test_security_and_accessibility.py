"""What the page keeps out, and whom it keeps in: its security policy, and axe's rules."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.simulator.page.conftest import Watched
from tests.simulator.page.simulator_page import SimulatorPage

STIFF_HEEL = "the back of my heel is stiff in the morning"


@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        (
            "const script = document.createElement('script');"
            "script.textContent = 'window.broken = true'; document.body.append(script);",
            "script-src-elem",
        ),
        (
            "document.body.setAttribute('onclick', 'broken = 1'); document.body.click();",
            "script-src-attr",
        ),
        ("setTimeout('window.broken = true', 0);", "script-src"),
        ("document.body.setAttribute('style', 'display: none');", "style-src-attr"),
        (
            "const frame = document.createElement('iframe');"
            "frame.src = 'https://example.com/'; document.body.append(frame);",
            "frame-src",
        ),
        ("fetch('https://example.com/').catch(() => {});", "connect-src"),
        ("new Image().src = 'https://example.com/image.png';", "img-src"),
    ],
)
def test_what_the_page_did_not_bring_is_refused(
    page: SimulatorPage, watched: Watched, attempt: str, directive: str
) -> None:
    page.page.evaluate(
        "() => addEventListener('securitypolicyviolation',"
        " (event) => { document.body.dataset.refused = event.effectiveDirective; })"
    )
    page.page.evaluate(f"() => {{ {attempt} }}")

    expect(page.page.locator("body")).to_have_attribute("data-refused", directive)
    assert page.page.evaluate("() => window.broken") is None
    # The browser reports each refusal on its console, and names what it did not ask for.
    assert watched.errors
    watched.errors.clear()
    watched.foreign.clear()


def test_all_that_the_page_needs_comes_from_its_own_server(blank: Page, address: str) -> None:
    SimulatorPage(blank).opened().press("open ankle coach")

    names = blank.evaluate(
        "() => performance.getEntriesByType('resource').map((part) => part.name)"
    )
    assert len(names) >= 10
    assert all(name.startswith(f"{address}/") for name in names)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_from_the_first_look_to_the_end(
    page: SimulatorPage, scheme: Literal["light", "dark"], width: int
) -> None:
    page.page.emulate_media(color_scheme=scheme)
    page.page.set_viewport_size({"width": width, "height": 740})
    found = [violations(page)]

    page.press("open ankle coach")
    page.press(STIFF_HEEL)
    page.open("Voice and device")
    page.open("Why it says that")
    found.append(violations(page))

    page.button("Listen").click()
    expect(page.page.get_by_role("dialog")).to_be_visible()
    found.append(violations(page))
    page.button("Not now").click()

    page.press("stop")
    found.append(violations(page))
    assert found == [[], [], [], []]


def violations(page: SimulatorPage) -> list[str]:
    results = Axe().run(page.page)
    return [
        f"{found['id']}: {node['html'][:100]}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]
