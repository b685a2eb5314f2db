"""What ships to Lambda beside our own code: an inventory in CycloneDX's form, and the licences."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements" / "lambda.txt"
LICENCE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.IGNORECASE)
WITHOUT_A_FILE = {
    "ask-sdk-core": "Apache-2.0",
    "ask-sdk-model": "Apache-2.0",
    "ask-sdk-runtime": "Apache-2.0",
    "six": "MIT",
}
"""The licences of packages, as their pages state them, that say them in free words only."""

Json = dict[str, Any]


class NotThere(Exception):
    """The artifact does not hold what the lock pins; the message says what to do."""


def packages_in(artifact: Path) -> list[Distribution]:
    """The packages in the artifact, by name.

    Raises:
        NotThere: they are not those that the lock pins.
    """
    found: list[Distribution] = [PathDistribution(path) for path in artifact.glob("*.dist-info")]
    there = {(_name(one), one.version) for one in found}
    if there != {(name, version) for name, version, _ in _pinned()}:
        raise NotThere(f"{artifact.name} does not hold what {LOCK.name} pins: make build.")
    return sorted(found, key=_name)


def inventory(artifact: Path) -> Json:
    """The software bill of materials of the artifact (CycloneDX 1.5), the same at each run."""
    hashes = {name: of_files for name, _, of_files in _pinned()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = {"type": "application", "name": project["name"], "version": project["version"]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {**own, "licenses": [{"license": {"id": project["license"]}}]},
        },
        "components": [_component(one, hashes[_name(one)]) for one in packages_in(artifact)],
    }


def licences(artifact: Path) -> str:
    """The licence of each package that ships, in full where it comes with it."""
    parts = []
    for package in packages_in(artifact):
        head = f"{_name(package)} {package.version} ({_licence(package)})"
        parts.append("\n".join((head, "=" * len(head), *_texts(package))))
    return "\n\n".join(parts) + "\n"


def _component(package: Distribution, hashes: tuple[str, ...]) -> Json:
    name = _name(package)
    return {
        "type": "library",
        "name": name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
        "licenses": [{"license": {"name": _licence(package)}}],
        # Of each file that the lock admits, one of which was installed.
        "properties": [{"name": "locked:sha256", "value": one} for one in hashes],
    }


def _licence(package: Distribution) -> str:
    known: Mapping[str, str] = WITHOUT_A_FILE
    facts = package.metadata
    said = facts["License-Expression"] or facts["License"] or ""
    classified = [
        one.rsplit(" :: ", 1)[-1]
        for one in facts.get_all("Classifier") or ()
        if one.startswith("License ::")
    ]
    short = said if said and "\n" not in said and len(said) < 60 else ""
    return known.get(_name(package)) or short or " / ".join(classified) or "not stated"


def _texts(package: Distribution) -> Iterator[str]:
    for file in sorted(package.files or (), key=str):
        if LICENCE.search(str(file)) and file.suffix != ".py":
            text = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
            yield f"\n--- {file.name}\n\n{text.strip()}"


def _name(package: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower()


def _pinned() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    entries = re.split(r"^(?=[a-z0-9])", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for entry in filter(None, entries):
        name, version = entry.split()[0].split("==")
        yield name, version, tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
