"""What the page keeps out, and whom it keeps in: its security policy, and axe's rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.row import row
from tests.simulator.page.conftest import Watched
from tests.simulator.page.simulator_page import SimulatorPage

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
STIFF_HEEL = "the back of my heel is stiff in the morning"


ATTEMPTS = (
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
)


def test_what_the_page_did_not_bring_is_refused(page: SimulatorPage, watched: Watched) -> None:
    page.page.evaluate(
        "() => addEventListener('securitypolicyviolation',"
        " (event) => { document.body.dataset.refused = event.effectiveDirective; })"
    )
    for attempt, directive in ATTEMPTS:
        with row(directive):
            page.page.evaluate(f"() => {{ delete document.body.dataset.refused; {attempt} }}")

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


def test_axe_finds_nothing_from_the_first_look_to_the_end(page: SimulatorPage) -> None:
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
    """What axe finds where the page stands, on each screen by day and by night."""
    return [
        f"{scheme}, {width} wide: {found['id']}: {node['html'][:100]}"
        for width in shown_on_each_screen(page)
        for scheme in shown_by_day_and_night(page)
        for found in Axe().run(page.page).response["violations"]
        for node in found["nodes"]
    ]


def shown_on_each_screen(page: SimulatorPage) -> Iterator[int]:
    """Each width, while the page is that wide."""
    for width in (360, 1280):
        page.page.set_viewport_size({"width": width, "height": 740})
        yield width


def shown_by_day_and_night(page: SimulatorPage) -> Iterator[str]:
    """Each scheme of colours, while the page is shown in it."""
    for scheme in SCHEMES:
        page.page.emulate_media(color_scheme=scheme)
        yield scheme
