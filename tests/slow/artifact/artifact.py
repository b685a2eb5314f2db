"""What make builds for Lambda, and a Python that can import nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT

ARTIFACT = ROOT / "build" / "host"
"""The same as ships, for the machine of the tests."""
LAMBDA_ARTIFACT = ROOT / "build" / "lambda"


def run_on_artifact_alone(program: str, given: str, cwd: Path) -> str:
    """What the program prints where only the standard library and the artifact can be imported.

    It reads what it is given from its standard input.
    """
    with_artifact = f"import sys\nsys.path.insert(0, {str(ARTIFACT)!r})\n{program}"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", with_artifact],
        input=given,
        capture_output=True,
        cwd=cwd,
        env={},
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
