"""Fresh clones of this project as it is on this disk, changes that nobody committed included."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.paths import ROOT

AUTHOR = ("-c", "user.name=Tests", "-c", "user.email=tests@localhost", "-c", "commit.gpgsign=false")

# What a make, a virtual environment or an account of whoever runs the tests would lend a command.
LENT = ("MAKE", "MFLAGS", "VIRTUAL_ENV", "PYTHON", "PYTEST", "AWS_", "SAM_", "GIT_")


def environment(**more: str) -> dict[str, str]:
    """What a terminal has, without any account."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LENT)}
    no_account = {
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    return {**kept, **no_account, **more}


def repository(folder: Path) -> Path:
    """A repository of one commit: all files that git knows or would take."""
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, *AUTHOR, "commit", "--quiet", "--message", "As it is")
    return folder


def clone(repository: Path, folder: Path) -> Path:
    """A clone of it in a new folder."""
    git(repository, "clone", "--quiet", str(repository), str(folder))
    return folder


def changed(clone: Path) -> str:
    """What git would commit after a command, a line for each file."""
    return git(clone, "status", "--porcelain")


def git(folder: Path, *arguments: str) -> str:
    """What git prints; raises subprocess.CalledProcessError where it fails."""
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment(),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
