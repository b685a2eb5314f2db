"""The locked lists of packages that make installs from."""

import json
import re
from pathlib import Path

import pytest

from tests.paths import ROOT

REQUIREMENTS = ROOT / "requirements"
LISTS = sorted(REQUIREMENTS.glob("*.txt"))


def pins(name: str) -> set[str]:
    text = (REQUIREMENTS / name).read_text()
    return set(re.findall(r"^([a-z0-9][^ ]*==[^ ]+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize(
    ("smaller", "larger"), [("lambda.txt", "run.txt"), ("run.txt", "test.txt")]
)
def test_what_is_tested_is_what_runs_and_what_ships(smaller: str, larger: str) -> None:
    assert pins(smaller)
    assert pins(smaller) <= pins(larger)


@pytest.mark.parametrize("locked", LISTS, ids=lambda path: path.name)
def test_a_lock_names_no_index_and_no_folder(locked: Path) -> None:
    text = locked.read_text()

    assert "://" not in text
    assert not re.findall(r"^\s*(?!--hash=sha256:)[-/.].*", text, flags=re.MULTILINE)


@pytest.mark.parametrize("locked", LISTS, ids=lambda path: path.name)
def test_every_pin_has_a_hash(locked: Path) -> None:
    entries = re.split(r"^(?=[a-z0-9])", locked.read_text(), flags=re.MULTILINE)

    assert not [entry for entry in entries if entry and "--hash=sha256:" not in entry]


def test_what_comes_from_npm_is_pinned_by_hash_and_names_no_index() -> None:
    text = (REQUIREMENTS / "npm" / "package-lock.json").read_text()
    locked = json.loads(text)["packages"]
    asked_for = json.loads((REQUIREMENTS / "npm" / "package.json").read_text())["devDependencies"]

    assert "://" not in text
    assert locked.pop("")["devDependencies"] == asked_for
    assert {f"node_modules/{name}" for name in asked_for} <= set(locked)
    assert all(package["integrity"].startswith("sha512-") for package in locked.values())
    assert all(re.fullmatch(r"[0-9.]+", version) for version in asked_for.values())
