"""The pictures of the page in the README: `python -m tests.simulator.page.screenshots`."""

from __future__ import annotations

import sys
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.paths import ROOT
from tests.simulator.page.chromium import NoBrowser, browser
from tests.simulator.page.service import served

IMAGES = ROOT / "docs" / "images"
STIFF_HEEL = "the back of my heel is stiff in the morning"


def main() -> int:
    """Take both pictures; 1 after a sentence where there is no browser."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    try:
        with served() as address, browser() as started:
            wide = _page(started, address, 1120, 750, "light")
            _talk(wide, "open ankle coach", STIFF_HEEL, "no", "yes", "no")
            wide.locator("#drawer > summary").click()
            _take(wide, "simulator.png")
            narrow = _page(started, address, 360, 740, "dark")
            _talk(narrow, "open ankle coach", STIFF_HEEL, "no", "why")
            _take(narrow, "simulator-narrow.png")
    except NoBrowser as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


def _page(
    started: Browser, address: str, width: int, height: int, scheme: Literal["light", "dark"]
) -> Page:
    page = started.new_page(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page.goto(address)
    return page


def _talk(page: Page, *chips: str) -> None:
    for chip in chips:
        replies = page.locator(".alexa").count()
        page.get_by_role("group", name="What you could say now").get_by_role(
            "button", name=chip, exact=True
        ).click()
        page.locator(".alexa").nth(replies).wait_for()
    page.locator(".chips button[aria-disabled=false]").first.wait_for()


def _take(page: Page, name: str) -> None:
    path = IMAGES / name
    page.screenshot(path=path)
    print(f"docs/images/{name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
