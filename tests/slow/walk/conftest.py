"""Reports what the walk measured."""

from __future__ import annotations

import pytest

from tests.slow.walk import rules
from tests.slow.walk.findings_never_asked import never_asked


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The longest turn of each kind, and the findings that were volunteered but never asked."""
    if rules.longest:
        terminalreporter.section("longest turns of the walk, in estimated seconds")
        for kind, (seconds, _) in sorted(rules.longest.items(), key=lambda one: -one[1][0]):
            terminalreporter.write_line(f"{seconds:5.1f}  ends in {kind}")
    if never_asked:
        terminalreporter.section("findings that the walk never asked, only heard")
        terminalreporter.write_line(", ".join(never_asked))
