"""What the pages name exists: files, functions and make targets."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.paths import ROOT

PAGES = sorted(
    page
    for page in (
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "tests").rglob("*.md"),
    )
    if page.name not in {"CHANGELOG.md", "coverage.md"}
)
FOLDERS = (
    *("benchmarks", "content", "deploy", "docs", "interaction_models", "requirements"),
    *("simulator", "skill", "tests", "tools"),
)
BUILT = {"skill.json", "content.json"}
"""Files that are made, and named after they are."""
SPAN = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"(?:[\w-]+/)*[\w-]+\.(?:yaml|py|md|json|toml|js|sh|txt|in)")
MEMBER = re.compile(r"(?:\w+/)*([a-z_]+)\.([A-Za-z_]+)(?:\.\w+)?")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)


@cache
def files() -> tuple[str, ...]:
    """Every file below the folders of the project, and beside them, from the root."""
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.*")]
    return tuple(str(path.relative_to(ROOT)) for path in (*found, *ROOT.glob("*.*")))


@cache
def members() -> dict[str, set[str]]:
    """The functions, classes and constants of each module, by the last part of its name."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in files():
        if file.endswith(".py"):
            for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.ClassDef):
                    found[Path(file).stem].add(node.name)
                elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    found[Path(file).stem].add(node.id)
    return found


def is_there(span: str) -> bool:
    """Whether what a page has between backticks exists, where it is a name of the project's."""
    if FILE.fullmatch(span):
        made = span.rsplit("/", 1)[-1] in BUILT
        return made or any(f"/{file}".endswith(f"/{span}") for file in files())
    if span.startswith("make "):
        targets = TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))
        wanted = re.match(r"make ([a-z-]+)", span)
        return wanted is None or wanted[1] in targets
    member = MEMBER.fullmatch(span)
    if member is None or member[1] in FOLDERS or member[1] not in members():
        return True
    return member[2] in members()[member[1]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_exists(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert [span for span in SPAN.findall(text) if not is_there(span)] == []
