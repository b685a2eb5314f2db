"""A small content folder without a fault, to be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the sound content, which a test may change."""
    copied = tmp_path / "content"
    shutil.copytree(Path(__file__).with_name("content"), copied)
    return copied
