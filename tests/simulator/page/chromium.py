"""A Chromium for the page to be tested in: one that the machine has, or one that make fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.paths import ROOT

FETCHED = ROOT / "build" / "browser" / "chromium"
"""Where `make browser` puts one, on a machine that has none and cannot install one."""

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# A test must not wait for hosts that the page never asks for.
_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(Exception):
    """There is no Chromium; the message says what to do, in a sentence."""


def find() -> str | None:
    """The path of a Chromium that starts; None where there is none."""
    for name in (*_NAMES, str(FETCHED)):
        path = shutil.which(name)
        if path is not None and _starts(path):
            return path
    return None


def _starts(path: str) -> bool:
    """Whether it is a browser indeed: some systems have a stand-in of that name."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless browser, closed afterwards.

    Raises:
        NoBrowser: the machine has none.
    """
    path = find()
    if path is None:
        raise NoBrowser("There is no Chromium to test the page in: make browser gets one.")
    # Chromium's own sandbox refuses to work for root.
    as_root = os.name == "posix" and os.geteuid() == 0
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=_FLAGS, chromium_sandbox=not as_root
        )
        try:
            yield started
        finally:
            started.close()
