"""The packages in Lambda's artifact: each is imported by turns, and none is missed by any."""

from __future__ import annotations

import ast
import json
import re
import sys
from importlib.metadata import Distribution, PathDistribution, packages_distributions
from pathlib import Path
from random import Random
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.alexa.corruption import TIMES, broken
from tests.alexa.exercise_session import could_not_play, timestamp
from tests.alexa.forgeries import exercising
from tests.alexa.intents import anything
from tests.alexa.requests import launch
from tests.alexa.sdk_requests import kinds, whole
from tests.paths import ROOT
from tests.slow.artifact.artifact import ARTIFACT, LAMBDA_ARTIFACT, run_on_artifact_alone

TURNS = 400
NAMED_ZONES = ("2026-11-22T12:00:00 EST", "2026-11-22 12:00 GMT+3", "22 Nov 2026 12:00 Europe/Rome")

ANSWER_AND_TELL = """
import json

tried = set()

class Tried:
    @staticmethod
    def find_spec(name, path=None, target=None):
        tried.add(name)

sys.meta_path.insert(0, Tried)

from skill.lambda_function import handler

kept = {}
for event in json.load(sys.stdin):
    session = event.get("session") if isinstance(event, dict) else None
    if isinstance(session, dict) and session.get("attributes") == "as kept":
        session["attributes"] = kept
    kept = handler(event, None).get("sessionAttributes") or {}

print()
print(json.dumps({"tried": [*tried], "loaded": [*sys.modules]}))
"""

ASKED_FOR_AND_LEFT_OUT = {"ask-sdk-core": {"requests"}, "python-dateutil": {"tzdata"}}
MODULES_THAT_NEED_IT = {
    # A client of Amazon's services, for whoever passes one to the SDK.
    "ask_sdk_core/api_client.py": {"requests", "urllib3"},
    # Deprecated by dateutil itself.
    "dateutil/zoneinfo/__init__.py": {"tzdata"},
}
DOES_WITHOUT = {"typing_extensions"}
"""msgspec tries it before the standard library."""


def turns() -> list[Any]:
    """Requests of every kind, whole and broken, with times of every kind."""
    chance = Random(9)
    every_kind = [launch(new=True), *map(whole, kinds()), could_not_play()]
    events: list[Any] = [*every_kind]
    for number in range(TURNS):
        event = anything(chance)
        exercises = chance.random() < 0.15
        event["session"]["attributes"] = exercising(chance) if exercises else "as kept"
        odd = chance.choice((*TIMES, *NAMED_ZONES))
        event["request"]["timestamp"] = odd if number % 4 == 0 else timestamp(20 * number)
        events.append(broken(event, chance, every_kind) if number % 5 == 0 else event)
    return [event for event in events if _can_be_written(event)]


def _can_be_written(event: Any) -> bool:
    """Whether it is JSON, and not deeper than JSON is written."""
    try:
        json.dumps(event)
    except RecursionError:
        return False
    return True


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The modules that turns on the artifact alone tried to import, and those that they loaded."""
    folder = tmp_path_factory.mktemp("elsewhere")
    printed = run_on_artifact_alone(ANSWER_AND_TELL, json.dumps(turns()), folder)
    told = json.loads(printed.splitlines()[-1])
    return {name: set(modules) for name, modules in told.items()}


def shipped(artifact: Path = ARTIFACT) -> dict[str, Distribution]:
    """The packages in the artifact, by name."""
    found = [PathDistribution(path) for path in artifact.glob("*.dist-info")]
    return {canonicalize_name(one.metadata["Name"]): one for one in found}


def importable() -> set[str]:
    """What the artifact lets one import."""
    folders = {path.parent.name for path in ARTIFACT.glob("*/__init__.py")}
    return folders | {path.stem for path in ARTIFACT.glob("*.py")}


def modules_of(package: Distribution) -> list[Path]:
    """A package's modules, by their paths in the artifact."""
    files = [Path(file) for file in package.files or () if file.suffix == ".py"]
    return [file for file in files if ".." not in file.parts]


def imports_of(module: Path) -> set[str]:
    """The packages that a module imports on any of its paths, but for the standard library."""
    found = set()
    for node in ast.walk(ast.parse((ARTIFACT / module).read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module or "")
    return {name.partition(".")[0] for name in found} - sys.stdlib_module_names


ONLY_WITH_A_TABLE = "aws-request-signer"
"""Signs what is asked of a table, and none is set here."""


def test_every_package_that_ships_is_imported_by_turns(told: dict[str, set[str]]) -> None:
    assert "ask-sdk-core" in shipped()
    for name, package in shipped().items():
        modules = {re.sub(r"(/__init__)?\.py$", "", str(path)) for path in modules_of(package)}
        assert bool(told["loaded"] & {module.replace("/", ".") for module in modules}) is (
            name != ONLY_WITH_A_TABLE
        ), name


def test_no_turn_misses_a_package(told: dict[str, set[str]]) -> None:
    tried = {name.partition(".")[0] for name in told["tried"]}
    # Of all that the tests run with: the standard library also tries names of other Pythons.
    packages = set(packages_distributions())

    assert {"requests", "tzdata", "flask"} <= packages
    assert tried & packages <= importable() | DOES_WITHOUT


def test_what_a_shipped_package_asks_for_and_does_not_get_is_known() -> None:
    left_out: dict[str, set[str]] = {}
    for name, package in shipped().items():
        asked = [Requirement(line) for line in package.requires or ()]
        always: set[str] = {
            canonicalize_name(one.name)
            for one in asked
            if one.marker is None or one.marker.evaluate({"extra": ""})
        }
        if always - set(shipped()):
            left_out[name] = always - set(shipped())

    assert left_out == ASKED_FOR_AND_LEFT_OUT
    listed = (ROOT / "requirements" / "never-imported.in").read_text()
    assert set(re.findall(r"^[a-z].*", listed, flags=re.MULTILINE)) == set().union(
        *left_out.values()
    )


# Amazon's packages, as in pyproject.toml, which knows them by the names of their modules.
@pytest.mark.filterwarnings("ignore:.*invalid escape sequence")
def test_only_modules_that_no_turn_loads_import_what_is_left_out(
    told: dict[str, set[str]],
) -> None:
    leading_out = {
        str(module): imports_of(module) - importable()
        for name in ASKED_FOR_AND_LEFT_OUT
        for module in modules_of(shipped()[name])
    }

    assert {module: out for module, out in leading_out.items() if out} == MODULES_THAT_NEED_IT
    unloaded = {"ask_sdk_core.api_client", "dateutil.zoneinfo"}
    assert not told["tried"] & unloaded


def test_where_amazons_services_would_be_called_the_error_names_what_is_missing(
    tmp_path: Path,
) -> None:
    program = "try: import ask_sdk_core.api_client\nexcept ImportError as error: print(error)"

    assert run_on_artifact_alone(program, "", tmp_path) == "No module named 'requests'\n"


@pytest.mark.parametrize("artifact", [ARTIFACT, LAMBDA_ARTIFACT], ids=["host", "lambda"])
def test_every_licence_ships(artifact: Path) -> None:
    assert (artifact / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    apache = shipped(artifact)["ask-sdk-model"].read_text("LICENSE") or ""
    assert "Apache License" in apache
    assert "9. Accepting Warranty" in apache

    without = {
        name: package.metadata["License"]
        for name, package in shipped(artifact).items()
        if not [file for file in package.files or () if file.name.startswith("LICENSE")]
    }
    # Amazon's other two wheels come without the text that this one has, and say that it is theirs.
    assert without == dict.fromkeys(("ask-sdk-core", "ask-sdk-runtime"), "Apache 2.0")
