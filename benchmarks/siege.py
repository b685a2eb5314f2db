"""`python -m benchmarks.siege`: valid requests beside attacks on the web service.

The server of production, the attack and who measures are a process each; every signature is
verified. Valid requests are sent one after another, each on a connection of its own. Everything
stays on 127.0.0.1.
"""

from __future__ import annotations

import http.client
import json
import logging
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Event, Process
from multiprocessing.synchronize import Event as Over
from pathlib import Path
from threading import Thread

from benchmarks.load_server import SENT_AT
from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.web.app import app_behind
from skill.web.certificates import Certificates
from skill.web.chain import Untrusted
from skill.web.server import Server
from skill.web.verification import Verifier
from tests.alexa.requests import OWN_ID, launch
from tests.paths import ROOT
from tests.web.authority import Authority, Chain
from tools.content.load import load

OWN = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
NOWHERE = 0.1
"""Seconds after which the host of certificates says that nothing is there."""
SECONDS = 10.0
"""As long as an attack lasts."""
PATIENCE = 8.0
"""Seconds that Alexa waits for a reply."""
BODY = json.dumps(launch(new=True)).encode()
HALF = b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 10000\r\n\r\n{"

Attack = Callable[[int, Over, str], None]


def serve() -> None:
    """Serve the skill, by an authority made for the run; print the port and a signature."""
    logging.basicConfig(stream=sys.stderr, format="%(message)s")
    logging.getLogger("waitress").setLevel(logging.ERROR)
    authority = Authority()
    chain: Chain = authority.chain()

    def fetch(url: str) -> bytes:
        if url == OWN:
            return chain.pem
        time.sleep(NOWHERE)
        raise Untrusted("the certificate's address answered 404")

    certificates = Certificates(fetch, authority.roots, lambda: SENT_AT)
    verifier = Verifier(OWN_ID, certificates, lambda: SENT_AT)
    app = app_behind(build_skill(Settings(skill_id=OWN_ID), load()), verifier)
    server = Server(app, "127.0.0.1", 0)
    signal.signal(signal.SIGTERM, lambda *_: server.stop())
    print(server.port, chain.signature(BODY), flush=True)
    server.run()


# --- The attacks ----------------------------------------------------------------------------


def nothing(port: int, over: Over, signature: str) -> None:
    """No attack."""


def half_sent(port: int, over: Over, signature: str) -> None:
    """250 connections with half a request, which say nothing more."""
    kept = _connected(port, 250)
    over.wait(SECONDS)
    for one in kept:
        one.close()


def trickling(port: int, over: Over, signature: str) -> None:
    """250 connections that send a byte each second, and connect again when they are closed."""
    kept = _connected(port, 250)
    while not over.wait(1.0):
        for place, one in enumerate(kept):
            try:
                one.sendall(b" ")
            except OSError:
                one.close()
                kept[place] = _connected(port, 1)[0]
    for one in kept:
        one.close()


def unknown_certificates(port: int, over: Over, signature: str) -> None:
    """16 at a time, each naming a certificate of its own that is not there."""

    def send(number: int) -> None:
        count = 0
        while not over.is_set():
            count += 1
            _asked(port, signature, f"{OWN}.{number}.{count}")

    _many(16, send)


def one_unknown_certificate(port: int, over: Over, signature: str) -> None:
    """16 at a time, all naming the same certificate that is not there."""

    def send(_: int) -> None:
        while not over.is_set():
            _asked(port, signature, f"{OWN}.nowhere")

    _many(16, send)


ATTACKS: tuple[Attack, ...] = (
    nothing,
    half_sent,
    trickling,
    unknown_certificates,
    one_unknown_certificate,
)


def _connected(port: int, count: int) -> list[socket.socket]:
    made = []
    for _ in range(count):
        one = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        one.sendall(HALF)
        made.append(one)
    return made


def _many(count: int, send: Callable[[int], None]) -> None:
    threads = [Thread(target=send, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _asked(port: int, signature: str, url: str = OWN) -> bool:
    """Whether it is answered with 200 before Alexa gives up."""
    headers = {"SignatureCertChainUrl": url, "Signature-256": signature}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("POST", "/alexa", BODY, headers)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


# --- What they do ---------------------------------------------------------------------------


def main() -> int:
    """Measure and print; 1 where a valid request was not answered."""
    print(f"{'attack':<26}{'valid':>6}{'lost':>6}{'median':>9}{'95 %':>9}{'longest':>9}  ms")
    lost = 0
    for attack in ATTACKS:
        with _served() as (port, signature):
            _asked(port, signature)
            over = Event()
            attacking = Process(target=attack, args=(port, over, signature))
            attacking.start()
            taken, missed = _valid(port, signature)
            over.set()
            attacking.join()
        ms = sorted(1000 * seconds for seconds in taken)
        figures = (statistics.median(ms), ms[int(0.95 * len(ms))], ms[-1]) if ms else (0, 0, 0)
        cells = "".join(f"{figure:9.1f}" for figure in figures)
        print(f"{attack.__name__:<26}{len(ms):>6}{missed:>6}{cells}", flush=True)
        lost += missed
    with _served() as (port, signature):
        _remember(port, signature)
    return 1 if lost else 0


def _valid(port: int, signature: str) -> tuple[list[float], int]:
    """Seconds of each valid request that was answered, and how many were not."""
    taken, missed = [], 0
    time.sleep(1.0)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        started = time.monotonic()
        if _asked(port, signature):
            taken.append(time.monotonic() - started)
        else:
            missed += 1
        time.sleep(0.05)
    return taken, missed


def _remember(port: int, signature: str) -> None:
    """Print the server's memory over 20,000 requests, one in two of them refused."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    for count in range(1, 20_001):
        url = OWN if count % 2 else f"{OWN}@{count}"
        headers = {"SignatureCertChainUrl": url, "Signature-256": signature}
        connection.request("POST", "/alexa", BODY, headers)
        connection.getresponse().read()
        if count in {1_000, 10_000, 20_000}:
            print(f"{count:>6} requests: {_megabytes():.1f} MB", flush=True)
    connection.close()


_process: list[int] = []


def _megabytes() -> float:
    status = Path(f"/proc/{_process[0]}/status").read_text()
    (line,) = (one for one in status.splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


@contextmanager
def _served() -> Iterator[tuple[int, str]]:
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.siege", "serve"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        try:
            port, signature = process.stdout.readline().split()
            _process[:] = [process.pid]
            yield int(port), signature
        finally:
            process.terminate()


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        serve()
    else:
        sys.exit(main())
