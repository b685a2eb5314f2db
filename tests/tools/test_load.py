"""Built content is read where it is younger than whatever it was made of, else the YAML is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools.content.load import is_as_built

BUILT_AT = 1_000_000_000


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Built content beside a folder of content and one of code, both older."""
    for file in ("content/gates/rest.yaml", "code/types/gate.py"):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).touch()
    (tmp_path / "content.json").touch()
    for path in sorted(tmp_path.rglob("*")):
        os.utime(path, (BUILT_AT - 10, BUILT_AT - 10))
    os.utime(tmp_path / "content.json", (BUILT_AT, BUILT_AT))
    return tmp_path


def is_read(folder: Path) -> bool:
    return is_as_built(folder / "content.json", folder / "content", [folder / "code"])


def test_content_that_nothing_is_younger_than_is_as_built(built: Path) -> None:
    assert is_read(built)

    (built / "content.json").unlink()
    assert not is_read(built)


@pytest.mark.parametrize("changed", ["content/gates/rest.yaml", "code/types/gate.py", "content"])
def test_what_changed_since_is_read_anew(built: Path, changed: str) -> None:
    os.utime(built / changed)

    assert not is_read(built)


def test_a_file_of_content_that_is_gone_is_missed(built: Path) -> None:
    (built / "content/gates/rest.yaml").unlink()

    assert not is_read(built)


def test_bytecode_that_python_keeps_beside_the_code_changes_nothing(built: Path) -> None:
    (built / "code/types/__pycache__").mkdir()
    (built / "code/types/__pycache__/gate.cpython-311.pyc").touch()

    assert is_read(built)
