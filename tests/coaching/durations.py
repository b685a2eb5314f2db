"""How long an exercise takes, reckoned from its YAML alone: no code of the coach has a say."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.paths import CONTENT
from tests.yaml_file import plain

EXERCISES = CONTENT / "exercises"

COUNT_IN = 3
SHORTEST_REST = 5
TO_SWITCH = 10
TO_SWITCH_WITH_EQUIPMENT = 25


@cache
def exercise(id: str) -> dict[str, Any]:
    """The file of an exercise."""
    read = plain(EXERCISES / f"{id}.yaml")
    assert isinstance(read, dict)
    return read


def every_dose() -> list[tuple[str, int]]:
    """Every exercise at every level, counted from 1."""
    ids = sorted(path.stem for path in EXERCISES.glob("*.yaml"))
    return [(id, level) for id in ids for level in range(1, len(exercise(id)["levels"]) + 1)]


LONG_HOLD = 10
"""From this length on, in seconds, a phase keeps its length at any pace."""
ALONE_RESTS = 2
"""Times as long rests a side that is worked alone."""


def takes(
    id: str,
    level: int,
    pace: float = 1.0,
    *,
    one_is_sore: bool = False,
    only_one: bool = False,
) -> float:
    """Seconds from the wait before the first set to the end of the last repetition."""
    content = exercise(id)
    dose = content["levels"][level - 1]
    sore = one_is_sore and content.get("one_sore", {}).get("work") == "sore"
    alone = sore or (only_one and content["sides"] == "each")
    sides = 2 if content["sides"] == "each" and not alone else 1
    switch = TO_SWITCH_WITH_EQUIPMENT if content.get("equipment") else TO_SWITCH
    seconds = [phase["seconds"] for phase in content["repetition"]["phases"]]
    repetition = sum(one if one >= LONG_HOLD else one * pace for one in seconds)
    side = COUNT_IN + dose["repetitions"] * repetition
    a_set = sides * side + (sides - 1) * switch
    rest = max(dose["rest"] * (ALONE_RESTS if alone else 1), SHORTEST_REST)
    return float(content["fetch"] + dose["sets"] * a_set + (dose["sets"] - 1) * rest)


def repetitions(id: str, level: int) -> list[tuple[int, int]]:
    """The set and the number of every repetition in their order, one side after the other."""
    content = exercise(id)
    dose = content["levels"][level - 1]
    sides = 2 if content["sides"] == "each" else 1
    return [
        (in_set, number)
        for in_set in range(1, dose["sets"] + 1)
        for _ in range(sides)
        for number in range(1, dose["repetitions"] + 1)
    ]


def begun(id: str, level: int) -> int:
    """How often work begins: with each set, and with each side of it."""
    content = exercise(id)
    return int(content["levels"][level - 1]["sets"]) * (2 if content["sides"] == "each" else 1)


def rests(id: str, level: int) -> int:
    """How often one rests between sets."""
    return int(exercise(id)["levels"][level - 1]["sets"]) - 1
