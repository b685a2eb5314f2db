"""Reports how long the walked turns take to say."""

from __future__ import annotations

import pytest

from tests.walk import rules


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each kind of turn that was met: the longest, in estimated seconds."""
    if rules.longest:
        terminalreporter.section("longest turns of the walk, in estimated seconds")
        for kind, (seconds, _) in sorted(rules.longest.items(), key=lambda one: -one[1][0]):
            terminalreporter.write_line(f"{seconds:5.1f}  ends in {kind}")
