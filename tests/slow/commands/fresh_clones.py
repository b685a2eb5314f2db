"""Each documented command, run as the first one in a fresh clone of its own: `make test-commands`.

It takes many minutes, so `make test` leaves it out and reads what make would do (test_set_up.py).
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO

import pytest

from tests.slow.commands.clone import changed, clone, environment, repository
from tests.slow.commands.documentation import commands

SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
LONGEST = 30 * 60
"""Seconds for a command, with its set-up."""

ITSELF = "make test-commands"
SERVED = {"run": "/", "serve": "/alexa"}
TALK = "open ankle coach\nwhat are shin splints\nstop\n"
# A test of the command and no search for faults: see make fuzz for that.
SHORTER = {"FUZZ": "--requests 2000"}
WRITING = {"make screenshots", "make lock LOCK=--upgrade"}
"""What changes files that are committed, even where they are up to date."""


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("repository"))


@pytest.mark.parametrize("command", [one for one in commands() if one != ITSELF])
def test_a_command_works_as_the_first_one(command: str, committed: Path, tmp_path: Path) -> None:
    python = re.search(r"PYTHON=(\S+)", command)
    if python and not works(python[1]):
        pytest.skip(f"{python[1]} is not on this machine")
    fresh = clone(committed, tmp_path / "clone")
    typed = command.replace("amzn1.ask.skill...", SKILL_ID)
    target = typed.split()[1] if typed.startswith("make ") else ""

    if target in SERVED:
        assert_serves(typed, fresh, SERVED[target])
    elif target == "deploy":
        assert_builds_and_lacks_an_account(typed, fresh)
    else:
        code, printed = run(typed, fresh, said=TALK if target == "chat" else "")
        assert code == 0, printed
        assert target != "chat" or printed.count("Alexa:") == TALK.count("\n"), printed

    if command not in WRITING:
        assert not changed(fresh)
    # Hundreds of megabytes of packages; after a failure they are left to be looked at.
    shutil.rmtree(fresh)


def works(python: str) -> bool:
    """Whether a Python is there: a name may be, and lead to none."""
    found = shutil.which(python)
    return (
        bool(found) and subprocess.run([python, "--version"], capture_output=True).returncode == 0
    )


def run(command: str, folder: Path, said: str) -> tuple[int, str]:
    """A command's exit code and the end of what it printed, given this as its input."""
    with (
        (folder.parent / "printed").open("w+") as printed,
        started(command, folder, printed, subprocess.PIPE) as process,
    ):
        try:
            process.communicate(said, timeout=LONGEST)
        finally:
            end(process)
        return process.returncode, end_of(printed)


def assert_serves(command: str, folder: Path, path: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}{path}"
    with (
        (folder.parent / "printed").open("w+") as printed,
        started(command, folder, printed, subprocess.DEVNULL, PORT=str(port)) as process,
    ):
        try:
            until = time.monotonic() + LONGEST
            while not answers(url):
                assert process.poll() is None, end_of(printed)
                assert time.monotonic() < until, end_of(printed)
                time.sleep(0.2)
        finally:
            end(process)


def assert_builds_and_lacks_an_account(command: str, folder: Path) -> None:
    code, printed = run(command, folder, said="")

    assert "Build Succeeded" in printed
    assert (folder / ".aws-sam/build/AnkleCoachFunction/skill/library/content.json").is_file()
    assert code != 0
    assert re.search("credentials", printed, flags=re.IGNORECASE), printed


def started(
    command: str, folder: Path, printed: IO[str], said: int, **variables: str
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        shell=True,
        cwd=folder,
        env=environment(**SHORTER, **variables),
        stdin=said,
        stdout=printed,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def answers(url: str) -> bool:
    """Whether a server answers there, be it with a refusal."""
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except urllib.error.HTTPError as refusal:
        refusal.close()
    except OSError:
        return False
    return True


def end(process: subprocess.Popen[str]) -> None:
    """End a command and whatever it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def end_of(printed: IO[str]) -> str:
    printed.seek(0)
    return printed.read()[-6_000:]
