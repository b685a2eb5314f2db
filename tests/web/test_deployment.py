"""The container and the unit of the web service: what they are made from is there, and starts."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

from tests.paths import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
UNIT = ROOT / "deploy" / "ankle-coach.service"


def instructions(name: str) -> list[str]:
    return re.findall(rf"^\s*{name} (.*)$", DOCKERFILE, flags=re.MULTILINE)


def test_the_container_is_built_from_what_is_let_in_and_from_nothing_else(tmp_path: Path) -> None:
    for line in IGNORED:
        if line.startswith("!"):
            source, into = ROOT / line[1:], tmp_path / line[1:]
            into.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                left_out = shutil.ignore_patterns("__pycache__", "content.json")
                shutil.copytree(source, into, ignore=left_out)
            else:
                shutil.copyfile(source, into)
    (compiling,) = (one for one in instructions("RUN") if "tools compile" in one)
    command = shlex.split(compiling.split("&&")[0])
    assert command[0] == "/venv/bin/python"

    done = subprocess.run(
        [sys.executable, *command[1:]], cwd=tmp_path, capture_output=True, text=True, timeout=300
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / command[-1]).is_file()


def test_the_container_runs_the_service_as_nobody_and_asks_after_its_health() -> None:
    assert json.loads(instructions("CMD")[-1]) == ["/venv/bin/python", "-m", "skill.web"]
    assert instructions("USER") == ["10001"]
    assert "/health" in DOCKERFILE
    assert "--require-hashes" in DOCKERFILE
    assert not re.search(r"SKILL_ID=amzn1\.ask\.skill\.[0-9a-f]", DOCKERFILE)


def test_the_unit_starts_a_module_that_is_there_and_restarts_it() -> None:
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(UNIT, encoding="utf-8")
    service = unit["Service"]

    python, option, module = service["ExecStart"].split()
    assert python.startswith(service["WorkingDirectory"])
    assert option == "-m"
    assert importlib.util.find_spec(module) is not None
    assert service["Restart"] == "on-failure"
    assert service["DynamicUser"] == "yes"
    # What is being answered may go out for eight seconds.
    assert int(service["TimeoutStopSec"]) > 8
