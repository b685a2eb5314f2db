"""`python -I -S benchmarks/cold_start.py FOLDER SKILL REQUESTS [EACH]`: one skill in a process.

FOLDER is all that it imports from, beside the standard library, as in Lambda. REQUESTS is a JSON
object of request JSON by kind of turn. Prints a line of JSON: the seconds of the import and of the
first launch after it, and the memory then. Then, for each line that it reads, it answers every
request EACH times and prints the median seconds of each kind, until there are no more lines.
"""

import sys
import time

_STARTED = time.perf_counter()
sys.path.insert(0, sys.argv[1])

import importlib.util  # noqa: E402
import json  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402


def _hello_world(builder: Any) -> Any:
    file = Path(__file__).with_name("hello_world.py")
    spec = importlib.util.spec_from_file_location("hello_world", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.hello_world(builder)


def _handler(skill: str) -> Any:
    if skill == "ankle-coach":
        from skill.lambda_function import handler

        return handler
    if skill == "hello-world":
        from ask_sdk_core.skill_builder import SkillBuilder

        return _hello_world(SkillBuilder())
    # Not a dependency, so the type checker may not find it.
    standard = importlib.import_module("ask_sdk.standard").StandardSkillBuilder
    return _hello_world(standard(table_name="hello", auto_create_table=False))


def _seconds(handler: Any, request: Any) -> float:
    started = time.perf_counter()
    handler(request, None)
    return time.perf_counter() - started


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _megabytes() -> float:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Start, answer once, then answer as often as asked."""
    handler = _handler(sys.argv[2])
    imported = time.perf_counter() - _STARTED
    requests = json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    first = {kind: _seconds(handler, request) for kind, request in requests.items()}
    print(json.dumps({"import": imported, "first": first, "megabytes": _megabytes()}), flush=True)
    # Lambda's runtime has it, and then a line of log is made in each turn.
    importlib.import_module("logging")
    each = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    for _ in sys.stdin:
        taken = {
            kind: _median([_seconds(handler, request) for _ in range(each)])
            for kind, request in requests.items()
        }
        print(json.dumps(taken), flush=True)


if __name__ == "__main__":
    main()
