"""`python -m benchmarks.calls`: function calls of one turn of each kind (docs/performance.md).

A count says what a turn does twice, whatever else the machine is doing.
"""

from __future__ import annotations

import cProfile
import pstats
from typing import Any

from benchmarks.turns import Skill, kinds
from skill.alexa.skill import build_skill
from skill.settings import Settings
from tools.content.load import load

WARMING = 3
"""Turns before the one that is counted, which find every cache filled."""


def calls_of(skill: Skill, request: Any) -> int:
    """The function calls of one turn, warm, from request JSON to response JSON."""
    for _ in range(WARMING):
        skill(request, None)
    profile = cProfile.Profile()
    profile.runcall(skill, request, None)
    calls: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    return calls


def main() -> None:
    """Print a line for each kind of turn."""
    skill = build_skill(Settings(), load()).answer
    for kind, request in kinds(skill).items():
        print(f"{kind:20}{calls_of(skill, request):7,}")


if __name__ == "__main__":
    main()
