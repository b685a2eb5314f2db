"""The web service over a real socket."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Semaphore, Thread
from typing import Any

import pytest
from flask import Flask

from skill.web.__main__ import main
from skill.web.app import MOST_BYTES
from skill.web.server import THREADS, Server
from tests.processes import process_of
from tests.web import amazon_samples
from tests.web.authority import NOW
from tests.web.world import (
    REFUSAL,
    SKILL_ID,
    World,
    sent_at,
    signed,
)


@pytest.fixture
def served(app: Flask) -> Iterator[Server]:
    server = Server(app, "127.0.0.1", 0)
    thread = Thread(target=server.run)
    thread.start()
    yield server
    server.stop()
    thread.join()


def test_who_is_told_to_stop_after_the_end_is_not_troubled(app: Flask) -> None:
    server = Server(app, "127.0.0.1", 0)
    thread = Thread(target=server.run)
    thread.start()
    server.stop()
    thread.join()

    server.stop()


def exchange(
    server: Server, body: Any, headers: Mapping[str, str], **more: Any
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request("POST", "/alexa", body, dict(headers), **more)
        answered = connection.getresponse()
        return answered.status, answered.read()
    finally:
        connection.close()


def test_over_a_real_socket_a_signed_request_is_answered_and_others_are_refused(
    served: Server, world: World
) -> None:
    body = json.dumps(sent_at(NOW)).encode()

    status, answered = exchange(served, body, signed(world, body))
    assert status == 200
    assert "Welcome" in json.loads(answered)["response"]["outputSpeech"]["ssml"]
    assert exchange(served, body + b" ", signed(world, body)) == (400, REFUSAL)
    assert exchange(served, body, {}) == (400, REFUSAL)
    assert exchange(served, iter([body]), signed(world, body))[0] == 200


def flooded(served: Server, body: Any) -> int | None:
    """The status; None where the server hung up while more was still being sent.

    It answers before it has read everything, and what arrives after that resets the connection:
    whether the sender still gets to read the answer is then a race.
    """
    try:
        return exchange(served, body, {})[0]
    except (ConnectionResetError, BrokenPipeError):
        return None


def test_over_a_real_socket_a_flood_is_413_however_it_is_sent(served: Server) -> None:
    assert flooded(served, iter([b" " * 65_536] * 8)) in {413, None}
    assert flooded(served, b" " * (MOST_BYTES + 1)) in {413, None}
    # Announced and never sent: nobody is cut off in the middle, so the answer is read for sure.
    assert exchange(served, None, {"Content-Length": str(10**8)})[0] == 413


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"GET /health HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 20_000 + b"\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: x\r\nX: secret\nsecret\r\n\r\n",
        b"secret /health HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n",
        b"POST /alexa HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: secret\r\n\r\n",
        b"POST /alexa HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nsecret\r\n",
    ],
    ids=[
        "nonsense",
        "a negative length",
        "two lengths",
        "a huge header",
        "a bare line feed",
        "a method in small letters",
        "a length that is too much",
        "a transfer that nobody knows",
        "a chunk without a size",
    ],
)
def test_over_a_real_socket_broken_http_is_refused_without_a_trace_of_the_code(
    served: Server, sent: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=30) as connection:
        connection.sendall(sent)
        with connection.makefile("rb") as answer:
            head = b"".join(iter(answer.readline, b"\r\n"))
            body = answer.readline()

    status, reason = re.findall(rb"HTTP/1\.[01] (4\d\d|501) ([A-Za-z ]+)\r\n", head)[0]
    assert body == b'{"error":"%s"}\n' % reason
    assert f"Content-Length: {len(body)}".encode() in head
    for header in (b"X-Content-Type-Options: nosniff", b"Connection: close"):
        assert header in head
    for telling in (b"Traceback", b"Server:", b"Via:", b"waitress", b"generated", b"secret"):
        assert telling.lower() not in (head + body).lower()
    assert int(status) in {400, 413, 431, 501}


def test_a_stop_lets_what_is_being_answered_and_what_waits_in_line_be_answered() -> None:
    asked, go_on = Semaphore(0), Event()
    app = Flask(__name__)

    @app.post("/alexa")
    def slow() -> str:
        asked.release()
        assert go_on.wait(30)
        return "answered"

    server = Server(app, "127.0.0.1", 0)
    running = Thread(target=server.run)
    running.start()
    with ThreadPoolExecutor(THREADS + 1) as people:
        answers = [people.submit(exchange, server, b"", {}) for _ in range(THREADS + 1)]
        for _ in range(THREADS):
            assert asked.acquire(timeout=30)
        latest = time.monotonic() + 30
        while server.under_way <= THREADS and time.monotonic() < latest:
            pass
        server.stop()
        go_on.set()
        running.join()

    assert [answer.result() for answer in answers] == [(200, b"answered")] * (THREADS + 1)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.port), timeout=30).close()


def serving_process(**environment: str) -> subprocess.Popen[str]:
    return process_of("skill.web", **environment)


def test_the_command_serves_refuses_says_why_in_its_log_and_stops_gracefully() -> None:
    with serving_process(SKILL_ID=SKILL_ID, PORT="0") as process:
        assert process.stdout is not None
        port = int(re.findall(r"http://127\.0\.0\.1:(\d+)", process.stdout.readline())[0])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/health")
        assert connection.getresponse().read() == b'{"status":"ok"}\n'
        connection.request("POST", "/alexa", json.dumps(amazon_samples.LAUNCH))
        assert connection.getresponse().read() == REFUSAL
        connection.close()
        process.terminate()
        _, log = process.communicate(timeout=60)

    assert process.returncode == 0
    (line,) = log.splitlines()
    assert json.loads(line)["reason"] == "the timestamp is not of now"


def test_a_taken_port_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main({"SKILL_ID": SKILL_ID, "PORT": str(port)}) == 1

    complaint = capsys.readouterr().err
    assert str(port) in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("port", ["five", "-1", "65536", "9" * 5000])
def test_a_port_that_is_no_port_is_one_sentence(
    port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main({"SKILL_ID": SKILL_ID, "PORT": port}) == 1

    complaint = capsys.readouterr().err
    assert complaint.startswith("PORT is ")
    assert complaint.count("\n") == 1
