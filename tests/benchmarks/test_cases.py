"""The published cases: each has a source, an id of its own, and facts that mean something."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from benchmarks.stories import vocabulary
from skill.library.types import Care

CASES = Path(__file__).parents[2] / "benchmarks" / "cases"
FILES = sorted(CASES.glob("*.yaml"))


def test_there_are_cases() -> None:
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_case_names_its_source_and_speaks_the_vocabulary(file: Path) -> None:
    cases = yaml.safe_load(file.read_text(encoding="utf-8"))["cases"]
    ids = [case["id"] for case in cases]

    assert len(ids) == len(set(ids))
    for case in cases:
        assert case["source"].startswith("http"), case["id"]
        assert Care(case["care"]), case["id"]
        assert case["facts"].keys() <= vocabulary().keys(), case["id"]
        assert set(case["facts"].values()) <= {True, False}, case["id"]
