"""Servers of the project as processes of their own."""

from __future__ import annotations

import subprocess
import sys

from tests.paths import ROOT


def process_of(module: str, **environment: str) -> subprocess.Popen[str]:
    """Start `python -m MODULE` in this environment alone, with what it prints to be read."""
    return subprocess.Popen(
        # Amazon's packages warn where Python compiles them for the first time.
        [sys.executable, "-W", "ignore::SyntaxWarning", "-m", module],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
