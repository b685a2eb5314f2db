"""Every clinical value as a row: what it is, its sources, status and date of review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from skill.interview.rules import RULES
from tools.content.faults.shelf import Filed, Shelf, walk
from tools.content.yaml_files import Path

PARTS = {
    "red_flags": "Red flags: the care that they call for, and what raises them",
    "gravity.yaml": "Gravity: which reason of one level of care is told first",
    "gates": "Safety questions for several things at once: what they ask for, and of whom",
    "pain_rules.yaml": "Pain rules: up to which number of ten it goes on, and with less",
    "stop_signs.yaml": "Signs that stop an exercise",
    "exercises": "Exercises: doses, seconds, rests and loads, level by level",
    "routines": "Routines: exercises and days, step by step",
    "conditions": "Conditions: care, incidence, and how often each sign is there",
    "look_alikes": "Look-alikes: care, incidence, and how often each sign is there",
    "something_else.yaml": "Something else",
    "findings": "Findings: how often they are there in any other trouble, and who is asked",
    "likelihoods.yaml": "What a word of frequency and a grade of an answer are worth",
}
"""The kinds of facts that hold clinical values, in the order in which they are read."""

HEAD = ("where", "value", "sources", "status", "reviewed")
BESIDE = "_evidence"
"""`care_evidence` is the evidence of `care`, which stands beside it."""
BEHIND = frozenset({"status", "sources", "reason", "reviewed", "differs", "order"})
"""Keys that stand behind a value, or put it in its place, and are none."""


class Value(NamedTuple):
    """One row, its cells as they are printed."""

    where: str
    value: str
    sources: str
    status: str
    reviewed: str


def values(shelf: Shelf) -> Iterator[tuple[str, list[Value]]]:
    """The values of each kind of facts, under its title."""
    for place, title in PARTS.items():
        yield title, [value for file in shelf.of(place) for value in _of(file)]


def _of(file: Filed) -> Iterator[Value]:
    if file.kind.place == "likelihoods.yaml":
        words = file.mapping("frequencies")
        yield Value(f"{file.name} / frequencies", _compact(words), "", "", _reviewed(file))
    for path, found in walk(file.document.data):
        if isinstance(found, dict) and {"status", "sources"} <= found.keys():
            where = (file.name, *(_step(one) for one in path))
            value = _beside(file, path) or _own(found)
            yield Value(
                " / ".join(where),
                value,
                ", ".join(found["sources"]),
                str(found["status"]),
                _reviewed(file),
            )


def _reviewed(file: Filed) -> str:
    return str(file.value("reviewed"))


def _step(one: str | int) -> str:
    return str(one + 1) if isinstance(one, int) else one.removesuffix(BESIDE)


def _beside(file: Filed, path: Path) -> str:
    """The value that evidence of its own stands for; nothing where it stands in its value."""
    if not path or not str(path[-1]).endswith(BESIDE):
        return ""
    about: Any = file.document.data
    for step in path[:-1]:
        about = about[step]
    return _compact(about.get(str(path[-1]).removesuffix(BESIDE)))


def _own(found: Mapping[str, Any]) -> str:
    """What the evidence stands in, without what has its own. A rule is told in words."""
    kept = {
        key: value
        for key, value in found.items()
        if key not in BEHIND and not _is_elsewhere(found, key, value)
    }
    said = _compact(kept)
    rule = RULES.get(str(found.get("rule")))
    return f"{said}. Rule: {rule.__doc__}" if rule is not None else said


def _is_elsewhere(found: Mapping[str, Any], key: str, value: object) -> bool:
    """Whether a value has a row of its own, or holds others that have."""
    if key.endswith(BESIDE) or f"{key}{BESIDE}" in found:
        return True
    return any(isinstance(one, dict) and "status" in one for _, one in walk(value))


def _within(value: object) -> str:
    return f"({_compact(value)})" if isinstance(value, dict) else _compact(value)


def _compact(value: object) -> str:
    """A value in one line, as a clinician reads it."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {_within(one)}" for key, one in value.items())
    if isinstance(value, list):
        return f"({'; '.join(map(_compact, value))})"
    return str(value).lower() if isinstance(value, bool) else str(value)
