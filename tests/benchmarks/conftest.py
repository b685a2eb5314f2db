"""What the interview knows; a file of stories, and what is measured or complained of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.evaluate import main
from skill.interview.interview import Knowledge, knowledge_of
from tools.content.load import load

Measure = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return knowledge_of(load())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "stories.yaml"


@pytest.fixture
def measure(file: Path, capsys: pytest.CaptureFixture[str]) -> Measure:
    def measured(*stories: str, options: tuple[str, ...] = ()) -> dict[str, Any]:
        file.write_text("vignettes:\n" + "".join(stories), encoding="utf-8")
        assert main(["--vignettes", str(file), "--json", *options]) == 0
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answer

    return measured


@pytest.fixture
def complaint(file: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    def complained(text: str) -> str:
        file.write_text(text, encoding="utf-8")
        assert main(["--vignettes", str(file), "--json"]) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        return printed.err

    return complained
