"""`python -m benchmarks.cold_start SKILL REQUEST`: one skill's cold start.

Prints the seconds from the first import to the end of the first turn. REQUEST is a file of
request JSON. What a skill needs is imported only after the clock has started.
"""

import sys
import time

_STARTED = time.perf_counter()

import importlib  # noqa: E402
import json  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402


def _hello_world() -> Any:
    from ask_sdk_core.skill_builder import SkillBuilder

    from benchmarks.hello_world import hello_world

    return hello_world(SkillBuilder())


def _hello_world_with_dynamodb() -> Any:
    from benchmarks.hello_world import hello_world

    # Not a dependency, so the type checker may not find it.
    builder = importlib.import_module("ask_sdk.standard").StandardSkillBuilder
    return hello_world(builder(table_name="hello", auto_create_table=False))


def _ankle_coach() -> Any:
    from skill.lambda_function import handler

    return handler


SKILLS: dict[str, Callable[[], Any]] = {
    "hello-world": _hello_world,
    "hello-world-with-dynamodb": _hello_world_with_dynamodb,
    "ankle-coach": _ankle_coach,
}

if __name__ == "__main__":
    SKILLS[sys.argv[1]]()(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")), None)
    print(time.perf_counter() - _STARTED)
