"""The walks, each gone once a test run, and a report of what was never asked."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.slow.walk.completeness import NEVER_ASKED, Met, meet
from tests.slow.walk.patients import states_to_an_offer
from tests.slow.walk.safety_walk import Walk, walk
from tests.slow.walk.situations import Exploration, Visit, explore

T = TypeVar("T")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder that all processes of a test run see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(request.config, "workerinput") else own


def once(folder: Path, name: str, work: Callable[[], T]) -> T:
    """What `work` gives: one process of the test run does it, and the others read it."""
    file = folder / f"{name}.pickle"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            file.write_bytes(pickle.dumps(work()))
    done: T = pickle.loads(file.read_bytes())
    return done


@pytest.fixture(scope="session")
def safety(shared: Path) -> Walk:
    """Every answer to the safety questions."""
    return once(shared, "safety", walk)


@pytest.fixture(scope="session")
def exploration(shared: Path, safety: Walk) -> Exploration:
    """Every situation, from those of the safety questions on, and from an offer of exercise."""
    offered: list[Visit] = [(state, None) for state in states_to_an_offer()]
    starts = [*safety.representatives.values(), *offered]
    return once(shared, "exploration", lambda: explore(starts))


@pytest.fixture(scope="session")
def met(shared: Path, safety: Walk, exploration: Exploration) -> Met:
    """What is said and concluded anywhere in the walks."""
    return once(shared, "met", lambda: meet(safety, exploration))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The findings that were volunteered but never asked."""
    passed = terminalreporter.stats.get("passed", [])
    told = [dict(report.user_properties).get(NEVER_ASKED) for report in passed]
    told = [findings for findings in told if findings]
    if told:
        terminalreporter.section(NEVER_ASKED)
        terminalreporter.write_line(str(told[0]))
