"""`python -m benchmarks.speed`: speed as ratios, all of one run on one machine.

What is measured is the artifact that ships, for this machine (build/host), beside a hello-world
skill on ask-sdk-core in the same folder and one on ask-sdk's StandardSkillBuilder with DynamoDB.
They take turns, pair by pair; a ratio is the median over the pairs, which other work on the machine
disturbs least. No figure hangs on a variable of the environment: each process gets an empty one.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import load as requests_a_second
from benchmarks.copies import enlarge
from benchmarks.turns import kinds
from skill.alexa.skill import build_skill
from skill.settings import Settings
from tools.content.load import load
from tools.package.build import to_zip

ROOT = Path(__file__).parents[1]
ARTIFACT = ROOT / "build" / "host"
WITH_DYNAMODB = ROOT / "build" / "bench"
PROGRAM = Path(__file__).with_name("cold_start.py")

OWN, HELLO, DYNAMODB = "ankle-coach", "hello-world", "hello-world-with-dynamodb"
FOLDERS = {OWN: ARTIFACT, HELLO: ARTIFACT, DYNAMODB: WITH_DYNAMODB}

COLD_PAIRS = 15
"""After a first one that fills the machine's caches of files."""
WARM_PAIRS = 25
EACH = 20
"""Times that each request is answered in a round."""
TIMES = (1, 10, 100)
GROWN_ROUNDS = 40
GROWN = ("free speech", "question", "result")

SNAPSHOT = {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
# boto3 wants a region before it makes anything; nothing is sent there.
REGION = {"AWS_DEFAULT_REGION": "us-east-1"}

Json = dict[str, Any]


@dataclass(frozen=True)
class Compared:
    """Our seconds, the other's, and the median of the ratios of the pairs."""

    own: float
    other: float
    ratio: float

    @classmethod
    def of(cls, own: Sequence[float], other: Sequence[float]) -> Compared:
        """From pairs that were measured one after the other."""
        ratios = [mine / its for mine, its in zip(own, other, strict=True)]
        return cls(statistics.median(own), statistics.median(other), statistics.median(ratios))

    def row(self, name: str) -> str:
        """A line of a table, in milliseconds."""
        return f"  {name:<34}{1000 * self.own:9.2f}{1000 * self.other:9.2f}{self.ratio:8.2f} x"


def main() -> int:
    """Measure and print; 1 where a request under load failed."""
    requests = kinds(build_skill(Settings(), load()).answer)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "requests.json"
        file.write_text(json.dumps(requests), encoding="utf-8")
        launch = Path(folder) / "launch.json"
        launch.write_text(json.dumps({"launch": requests["launch"]}), encoding="utf-8")
        _print_cold(launch)
        _print_snapshot(file)
        _print_warm(file)
    _print_size()
    _print_growth()
    print("Requests a second through the verified web service")
    return requests_a_second.main()


def _print_cold(launch: Path) -> None:
    others = [HELLO, *([DYNAMODB] if WITH_DYNAMODB.is_dir() else [])]
    rounds = [[_started(skill, launch) for skill in (OWN, *others)] for _ in range(1 + COLD_PAIRS)]
    own, *theirs = zip(*rounds[1:], strict=True)
    for name, of_skill in zip(others, theirs, strict=True):
        print(f"Cold start against {name}{'':<{16 - len(name[:16])}} own ms   its ms   ratio")
        for what, seconds in (("import", _import), ("first turn", _first), ("both", _both)):
            print(Compared.of([*map(seconds, own)], [*map(seconds, of_skill)]).row(what))
        memory = [[one["megabytes"] for one in starts] for starts in (own, of_skill)]
        mine, its = map(statistics.median, memory)
        print(f"  {'memory after it, MB':<34}{mine:9.1f}{its:9.1f}{mine / its:8.2f} x")
    if DYNAMODB not in others:
        print("Not measured: hello-world-with-dynamodb, which make bench installs.")


def _import(start: Json) -> float:
    return float(start["import"])


def _first(start: Json) -> float:
    return float(start["first"]["launch"])


def _both(start: Json) -> float:
    return _import(start) + _first(start)


def _print_snapshot(file: Path) -> None:
    pairs = [
        (_started(OWN, file, **SNAPSHOT)["first"], _started(OWN, file)["first"])
        for _ in range(COLD_PAIRS)
    ]
    print("First turns of a process             from snapshot   without   ratio")
    for kind in ("launch", "free speech", "question", "set"):
        own, other = ([one[kind] for one in side] for side in zip(*pairs, strict=True))
        print(Compared.of(own, other).row(kind))


def _print_warm(file: Path) -> None:
    with ExitStack() as processes:
        pair = [processes.enter_context(_running(skill, file)) for skill in (OWN, HELLO)]
        rounds = [[_round(process) for process in pair] for _ in range(WARM_PAIRS)]
    print("Warm turns against hello-world           own ms   its ms   ratio")
    ratios = {}
    for kind in rounds[0][0]:
        compared = Compared.of([own[kind] for own, _ in rounds], [its[kind] for _, its in rounds])
        ratios[kind] = compared.ratio
        print(compared.row(kind))
    slowest = max(ratios, key=lambda kind: ratios[kind])
    print(f"  median over kinds {statistics.median(ratios.values()):.2f} x, ", end="")
    print(f"slowest {slowest} {ratios[slowest]:.2f} x")


def _print_size() -> None:
    files = {
        str(path.relative_to(ARTIFACT)): path.read_bytes()
        for path in ARTIFACT.rglob("*")
        if path.is_file()
    }
    bytecode = sum(len(data) for path, data in files.items() if path.endswith(".pyc"))
    whole = sum(map(len, files.values()))
    print(
        f"Artifact: {whole / 1e6:.1f} MB, of which bytecode {bytecode / 1e6:.1f} MB; "
        f"zipped {len(to_zip(files)) / 1e6:.1f} MB"
    )


def _print_growth() -> None:
    """Processor time, as a turn of milliseconds is interrupted where other work wants a core."""
    library = load()
    requests = kinds(build_skill(Settings(), library).answer)
    skills = {times: build_skill(Settings(), enlarge(library, times)).answer for times in TIMES}
    gc.freeze()  # As what ships does.
    print("Content times                                     free    question  result")
    rounds = [
        {times: _grown(skill, requests) for times, skill in skills.items()}
        for _ in range(1 + GROWN_ROUNDS)
    ]
    for times in TIMES:
        medians = [
            statistics.median(one[times][at] / one[1][at] for one in rounds[1:])
            for at in range(len(GROWN))
        ]
        print(f"  {times:<44}" + "".join(f"{ratio:8.2f} x" for ratio in medians))


def _grown(skill: Any, requests: Json) -> list[float]:
    """The seconds of each kind, behind turns of other kinds, as those of a skill are."""
    return [_seconds(skill, requests[kind]) for kind in GROWN]


def _seconds(skill: Any, request: Json) -> float:
    started = time.thread_time()
    skill(request, None)
    return time.thread_time() - started


def _command(skill: str, file: Path) -> list[str]:
    python = [sys.executable, "-I", "-S", "-W", "ignore", str(PROGRAM)]
    return [*python, str(FOLDERS[skill]), skill, str(file), str(EACH)]


def _started(skill: str, file: Path, **environment: str) -> Json:
    """What a process tells of its start."""
    done = subprocess.run(
        _command(skill, file),
        input="",
        capture_output=True,
        text=True,
        check=True,
        env={**REGION, **environment},
    )
    told: Json = json.loads(done.stdout.splitlines()[0])
    return told


@contextmanager
def _running(skill: str, file: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        _command(skill, file),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=REGION,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def _round(process: subprocess.Popen[str]) -> dict[str, float]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("again\n")
    process.stdin.flush()
    taken: dict[str, float] = json.loads(process.stdout.readline())
    return taken


if __name__ == "__main__":
    sys.exit(main())
