"""`python -m benchmarks.load`: the web service under load, beside a hello-world skill.

Both run in a process of their own under the production server and verify every signature; the
requests are the turns of one conversation. Everything stays on 127.0.0.1.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.serialization import Encoding
from werkzeug.datastructures import Headers

from benchmarks.load_server import verifier_of
from benchmarks.turns import STILL_WORKS
from skill.alexa.skill import AnkleCoachSkill, build_skill
from skill.settings import Settings
from tests.alexa.requests import intent, launch, slot
from tests.paths import ROOT
from tests.web.authority import Authority, Chain
from tools.content.load import load

SKILLS = ("hello-world", "ankle-coach")
THREADS = 4
ROUNDS = 5
"""The skills take turns, so that both meet the same weather."""
IN_A_ROUND = 400
URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"

Sent = tuple[bytes, dict[str, str]]


class Served(NamedTuple):
    """Where a skill is served, and the id of the process that does it."""

    port: int
    process: int


@dataclass
class Load:
    """What a skill stood: seconds of each request, of all, and what went wrong.

    `processor` are the seconds that the server's process was on a processor, which other work on
    the machine lengthens little.
    """

    seconds: list[float] = field(default_factory=list)
    took: float = 0.0
    processor: float = 0.0
    failures: list[str] = field(default_factory=list)


def main() -> int:
    """Measure and print; 1 where any request failed."""
    authority = Authority()
    chain = authority.chain()
    requests = [_signed(body, chain) for body in _conversation()]
    root = authority.root.public_bytes(Encoding.PEM)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "root.pem").write_bytes(root)
        (Path(folder) / "chain.pem").write_bytes(chain.pem)
        loads = _measured(requests, folder)
    count = ROUNDS * IN_A_ROUND
    print(f"{count} signed requests each, {THREADS} threads, {len(requests)} different ones")
    for name, stood in loads.items():
        print(f"  {name:<12} {_figures(stood)}")
    hello, own = (statistics.median(loads[name].seconds) for name in SKILLS)
    print(f"  median latency against hello world  {own / hello:.2f} x")
    hello, own = (loads[name].processor for name in SKILLS)
    if own:
        print(f"  requests for the same processor time {hello / own:.2f} x")
    print(f"  verifying one request, alone        {_verifying(root, chain, requests):.2f} ms")
    failures = [failure for stood in loads.values() for failure in stood.failures]
    for failure in failures[:10]:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _figures(load: Load) -> str:
    ms = sorted(1000 * seconds for seconds in load.seconds)
    return (
        f"{len(ms) / load.took:5.0f} a second, median {statistics.median(ms):5.1f} ms, "
        f"95 % within {ms[int(0.95 * len(ms))]:5.1f} ms, {len(load.failures)} failures; "
        f"processor {1000 * load.processor / len(ms):.3f} ms"
    )


def _conversation() -> Iterator[bytes]:
    """Requests of a sound adult, from the first word to the result, with the attributes of each."""
    skill: AnkleCoachSkill = build_skill(Settings(), load())
    event = launch(new=True)
    then = intent("PlaceIntent", slot("place", "outer ankle", "pain-outer-ankle"))
    while True:
        yield json.dumps(event).encode()
        reply = skill.answer(event, None)
        attributes = reply.get("sessionAttributes") or {}
        if "result" in attributes:
            return
        event, able = then, attributes.get("asking") in STILL_WORKS
        if attributes.get("asking") is not None:
            event = intent("AMAZON.YesIntent" if able else "AMAZON.NoIntent")
        event["session"]["attributes"] = attributes


def _signed(body: bytes, chain: Chain) -> Sent:
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "SignatureCertChainUrl": URL,
        "Signature-256": chain.signature(body),
    }
    return body, headers


def _measured(requests: Sequence[Sent], folder: str) -> dict[str, Load]:
    loads = {name: Load() for name in SKILLS}
    with _served(SKILLS[0], folder) as first, _served(SKILLS[1], folder) as second:
        servers = dict(zip(SKILLS, (first, second), strict=True))
        for name in SKILLS:
            _round(servers[name], requests, Load())  # warms up
        for _ in range(ROUNDS):
            for name in SKILLS:
                _round(servers[name], requests, loads[name])
    return loads


@contextmanager
def _served(name: str, folder: str) -> Iterator[Served]:
    """A process that serves this skill."""
    command = [sys.executable, "-m", "benchmarks.load_server", name, folder]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        try:
            yield Served(int(process.stdout.readline()), process.pid)
        finally:
            process.terminate()


def _on_processor(process: int) -> float:
    """Seconds that a process and its threads were on a processor; 0 where no system tells."""
    status = Path(f"/proc/{process}/stat")
    if not status.exists():
        return 0.0
    fields = status.read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _round(server: Served, requests: Sequence[Sent], load: Load) -> None:
    started, before = time.perf_counter(), _on_processor(server.process)
    with ThreadPoolExecutor(THREADS) as pool:
        for _ in pool.map(
            lambda thread: _send(server.port, requests, load, thread),
            range(THREADS),
        ):
            pass
    load.took += time.perf_counter() - started
    load.processor += _on_processor(server.process) - before


def _send(port: int, requests: Sequence[Sent], load: Load, thread: int) -> None:
    """This thread's share, over one connection as Alexa would keep it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for number in range(IN_A_ROUND // THREADS):
        body, headers = requests[(number + thread) % len(requests)]
        started = time.perf_counter()
        connection.request("POST", "/alexa", body, headers)
        answered = connection.getresponse()
        reply = answered.read()
        load.seconds.append(time.perf_counter() - started)
        if answered.status != 200 or b"<speak>" not in reply:
            load.failures.append(f"{answered.status} {reply[:200]!r}")
    connection.close()


def _verifying(root: bytes, chain: Chain, requests: Sequence[Sent]) -> float:
    """Milliseconds, the certificate being kept."""
    verifier = verifier_of(root, chain.pem)
    taken = []
    for body, headers in [*requests] * 40:
        event, sent = json.loads(body), Headers(headers)
        started = time.perf_counter()
        verifier.verify(sent, body, event)
        taken.append(time.perf_counter() - started)
    return 1000 * statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main())
