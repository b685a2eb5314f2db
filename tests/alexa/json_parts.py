"""The parts of a JSON value, by the way to each."""

from __future__ import annotations

from typing import Any

Json = Any
Path = tuple[str | int, ...]


def paths(value: Json) -> list[Path]:
    """The way to every part of a value, the whole of it first."""
    found: list[Path] = []
    left: list[tuple[Path, Json]] = [((), value)]
    while left:
        path, part = left.pop()
        found.append(path)
        if len(found) > 2_000:
            break
        if isinstance(part, dict):
            left.extend(((*path, key), inner) for key, inner in part.items())
        elif isinstance(part, list):
            left.extend(((*path, at), inner) for at, inner in enumerate(part))
    return found


def placed(value: Json, path: Path, part: Json) -> Json:
    """The value with another part at a path. Changes it in place, except for the whole of it."""
    if not path:
        return part
    part_at(value, path[:-1])[path[-1]] = part
    return value


def deep(levels: int) -> Json:
    """Objects and lists in one another."""
    value: Json = "bottom"
    for level in range(levels):
        value = {"a": value} if level % 2 else [value]
    return value


def part_at(value: Json, path: Path) -> Json:
    for step in path:
        value = value[step]
    return value
