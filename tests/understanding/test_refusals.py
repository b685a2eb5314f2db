"""Words of a question that are taken up before its answer, whatever is said behind the "no"."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "refusals.yaml")
NAMES: dict[str, list[str]] = WAYS["names"]


def _said(question: str, ways: list[str]) -> list[str]:
    return [way.format(name) for name, way in product(NAMES[question], ways)]


@pytest.mark.parametrize("question", NAMES)
def test_a_no_behind_what_is_taken_up_is_a_no_whatever_follows(question: str) -> None:
    wrong = []
    for say in _said(question, WAYS["no"]):
        heard = heard_at(question, say)
        if heard.answer not in ("no", "not_really") or any(heard.findings.values()):
            wrong.append((say, heard.answer, heard.findings))
    assert not wrong


@pytest.mark.parametrize("question", NAMES)
def test_what_is_so_after_all_is_no_plain_no(question: str) -> None:
    said = _said(question, WAYS["yes"])
    assert not [say for say in said if heard_at(question, say).answer in ("no", "not_really")]


@pytest.mark.parametrize("question", NAMES)
def test_a_danger_that_is_told_besides_is_not_lost(question: str) -> None:
    said = _said(question, WAYS["beside"])
    assert not [say for say in said if not any(heard_at(question, say).findings.values())]
