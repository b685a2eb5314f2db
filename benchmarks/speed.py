"""`python -m benchmarks.speed`: speed as ratios, all of one run on one machine.

The yardstick is a hello-world skill on ask-sdk-core that gets the same requests.
"""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ask_sdk_core.skill_builder import SkillBuilder

from benchmarks.copies import enlarged
from benchmarks.hello_world import LambdaHandler, hello_world
from benchmarks.protocol import patient_of
from simulator import envelope
from simulator.envelope import Caller, FilledSlot, Session
from skill.alexa.skill import build_skill
from skill.interview.knowledge import knowledge_of
from skill.library.types import Answer, Library
from skill.settings import Settings
from tools.content.load import load

FACTS = {"pain-outer-ankle": True, "over-six-weeks": True, "dull-ache": True}
"""A patient whose place alone is told at first, so that there is something left to ask."""
OPENING = FilledSlot("place", "PLACE", "outer ankle", "pain-outer-ankle", "outer ankle")

WARM_ROUNDS = 40
COLD_ROUNDS = 15
"""After a first one that fills the caches."""
TIMES = 100
LARGE_ROUNDS = 1
"""So much content makes turns slow enough to be measured at once."""

AT = datetime(2026, 1, 1, tzinfo=UTC)
CALLER = Caller("benchmark", "benchmark", "benchmark", "speaker")
INTENTS = {
    Answer.YES: "AMAZON.YesIntent",
    Answer.KIND_OF: "KindOfIntent",
    Answer.NOT_SURE: "NotSureIntent",
    Answer.NOT_REALLY: "NotReallyIntent",
    Answer.NO: "AMAZON.NoIntent",
}

Requests = list[dict[str, Any]]


def main() -> None:
    """Measure and print."""
    library = load()
    _print_warm(library)
    with tempfile.TemporaryDirectory() as folder:
        _print_cold(Path(folder) / "launch.json")
    _print_growth(library)


def _print_warm(library: Library) -> None:
    ours = _skill(library)
    requests = _conversation(ours, library)
    own, hello = _turns([ours, hello_world(SkillBuilder())], requests, WARM_ROUNDS)
    yardstick = statistics.median(hello)
    print(f"Warm turn against hello world, over the {len(requests)} turns of one conversation")
    print(f"  median turn   {statistics.median(own) / yardstick:6.2f} x")
    print(f"  slowest turn  {max(own) / yardstick:6.2f} x")


def _print_cold(request: Path) -> None:
    request.write_text(json.dumps(_enveloped(None, envelope.launch("0", AT))), encoding="utf-8")
    skills = ["ankle-coach", "hello-world"]
    if importlib.util.find_spec("ask_sdk") is not None:
        skills.append("hello-world-with-dynamodb")
    commands = [
        [sys.executable, "-m", "benchmarks.cold_start", skill, str(request)] for skill in skills
    ]
    _first, *rounds = [[_cold(command) for command in commands] for _ in range(1 + COLD_ROUNDS)]
    own, *others = [_medians(list(of_skill)) for of_skill in zip(*rounds, strict=True)]
    print("Cold start and first turn, from the first import (with the start of Python itself)")
    for skill, other in zip(skills[1:], others, strict=True):
        imports, process = (mine / its for mine, its in zip(own, other, strict=True))
        print(f"  against {skill:26}{imports:6.2f} x ({process:.2f} x)")
    if len(others) == 1:
        print("  against hello-world-with-dynamodb: not measured, as ask-sdk is not installed")


def _print_growth(library: Library) -> None:
    small = _skill(library)
    large = _skill(enlarged(library, TIMES))
    requests = _conversation(small, library)
    (before,) = _turns([small], requests, WARM_ROUNDS)
    (after,) = _turns([large], requests, LARGE_ROUNDS)
    print(f"Turn with {TIMES} times the content, against the content as it is")
    print(f"  median turn   {statistics.median(after) / statistics.median(before):6.2f} x")
    print(f"  slowest turn  {max(after) / max(before):6.2f} x")


def _skill(library: Library) -> LambdaHandler:
    """The skill, with this content."""
    return build_skill(Settings(), library).answer


def _conversation(skill: LambdaHandler, library: Library) -> Requests:
    """The requests of a conversation up to its result."""
    patient = patient_of(knowledge_of(library), FACTS, Answer.NOT_REALLY)
    requests = [_enveloped(None, envelope.launch("0", AT))]
    while True:
        attributes = skill(requests[-1], None)["sessionAttributes"]
        if "result" in attributes:
            return requests
        asking = attributes.get("asking")
        name, slots = (INTENTS[patient(asking)], []) if asking else ("PlaceIntent", [OPENING])
        said = envelope.intent(str(len(requests)), AT, name, slots, [], CALLER.application_id)
        requests.append(_enveloped(attributes, said))


def _enveloped(attributes: dict[str, Any] | None, request: dict[str, Any]) -> dict[str, Any]:
    session = Session("benchmark", attributes is None, attributes or {})
    return envelope.envelope(CALLER, session, request)


def _turns(skills: Sequence[LambdaHandler], requests: Requests, rounds: int) -> list[list[float]]:
    """Median seconds of each turn, by skill; the skills take turns."""
    taken: list[list[list[float]]] = [[[] for _ in requests] for _ in skills]
    for _ in range(rounds):
        for turn, request in enumerate(requests):
            for of_skill, skill in zip(taken, skills, strict=True):
                of_skill[turn].append(_seconds(skill, request))
    return [[statistics.median(times) for times in of_skill] for of_skill in taken]


def _seconds(skill: LambdaHandler, request: dict[str, Any]) -> float:
    started = time.perf_counter()
    skill(request, None)
    return time.perf_counter() - started


def _cold(command: Sequence[str]) -> tuple[float, float]:
    """Seconds from the first import, and of the whole process."""
    started = time.perf_counter()
    # boto3 wants a region before it makes anything; nothing is sent there.
    environment = {**os.environ, "AWS_DEFAULT_REGION": "us-east-1"}
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(ran.stdout), time.perf_counter() - started


def _medians(rounds: list[tuple[float, float]]) -> tuple[float, float]:
    imported, process = zip(*rounds, strict=True)
    return statistics.median(imported), statistics.median(process)


if __name__ == "__main__":
    main()
