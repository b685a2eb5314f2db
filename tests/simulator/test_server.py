"""The simulator's web server: what it serves on this machine, and how it starts and stops."""

from __future__ import annotations

import http.client
import importlib
import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from flask.testing import FlaskClient

from simulator.server import listen, main
from simulator.start import Simulator
from tests.processes import process_of
from tests.simulator.page_line import HERE, say


def server_process(**environment: str) -> subprocess.Popen[str]:
    return process_of("simulator.server", **environment)


def test_alexa_requests_are_answered_through_flask_ask_sdk(
    client: FlaskClient, simulator: Simulator, launch: dict[str, Any]
) -> None:
    answered = client.post("/alexa", json=launch, base_url=HERE)

    assert answered.status_code == 200
    assert "flask_ask_sdk.skill_adapter" in sys.modules
    response = answered.get_json()["response"]
    assert response == simulator.skill.skill.answer(launch, None)["response"]
    assert "Welcome to Ankle Coach" in response["outputSpeech"]["ssml"]


def test_the_page_holds_its_own_conversation(client: FlaskClient) -> None:
    opened = say(client, {"say": "open ankle coach"}).get_json()
    going_on = say(client, {"say": "no"}).get_json()
    elsewhere = say(client, {"say": "no", "conversation": "another-page"}).get_json()

    assert opened["acts"] == ["welcome"]
    assert going_on["request"]["session"]["new"] is False
    assert elsewhere["request"]["session"]["new"] is True


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"say": ""},
        {"say": "yes", "event": "launch"},
        {"event": "timeout"},
        {"say": "yes", "conversation": "no"},
        {"say": "yes", "conversation": 12_345_678},
    ],
)
def test_a_line_of_the_page_that_cannot_be_taken_is_400_with_a_sentence(
    client: FlaskClient, line: dict[str, Any]
) -> None:
    answered = say(client, line)

    assert answered.status_code == 400
    assert answered.get_json()["error"].endswith(".")


def test_the_page_and_all_that_it_names_is_served_by_us_alone(client: FlaskClient) -> None:
    with client.get("/", base_url=HERE) as page:
        named = re.findall(r'(?:src|href)="([^"]*)"', page.get_data(as_text=True))

    assert len(named) == 3
    for address in named:
        assert address.startswith("/page/")
        with client.get(address, base_url=HERE) as part:
            assert part.status_code == 200


@pytest.mark.parametrize("path", ["/", "/page/main.js", "/health", "/nothing", "/alexa"])
def test_every_answer_comes_with_a_strict_content_security_policy(
    client: FlaskClient, path: str
) -> None:
    with client.get(path, base_url=HERE) as answered:
        policy = answered.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_health_is_answered(client: FlaskClient) -> None:
    assert client.get("/health", base_url=HERE).get_json() == {"status": "ok"}


@pytest.fixture
def served() -> Iterator[int]:
    """The port of a server that answers over a real socket."""
    server = listen("127.0.0.1", 0)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server.port
    server.shutdown()
    thread.join()
    server.server_close()


def posted(port: int, body: Any) -> tuple[int, bool] | None:
    """The status, and whether JSON came back; None where the server hung up on the sender.

    It answers before it has read everything, and what arrives after that resets the connection:
    whether the sender still gets to read the answer is then a race.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("POST", "/alexa", body, {"Content-Type": "application/json"})
        answered = connection.getresponse()
        return answered.status, bool(json.loads(answered.read()))
    except (ConnectionResetError, BrokenPipeError):
        return None
    finally:
        connection.close()


def test_over_a_real_socket_a_flood_is_refused_and_a_launch_is_answered_after_it(
    served: int, launch: dict[str, Any]
) -> None:
    assert posted(served, iter([b" " * 1024] * 1024)) in {(413, True), None}
    assert posted(served, b" " * 1024 * 1024) in {(413, True), None}
    assert posted(served, json.dumps(launch).encode()) == (200, True)


def test_the_command_says_where_it_serves_and_stops_gracefully_when_told_to() -> None:
    with server_process(PORT="0") as process:
        assert process.stdout is not None
        port = int(re.findall(r"http://127\.0\.0\.1:(\d+)", process.stdout.readline())[0])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/health")
        assert connection.getresponse().status == 200
        connection.close()
        process.terminate()
        _, complaint = process.communicate(timeout=60)

    assert (process.returncode, complaint) == (0, "")


def test_a_taken_port_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with server_process(PORT=str(port)) as process:
            _, complaint = process.communicate(timeout=60)

    assert process.returncode == 1
    assert str(port) in complaint
    assert "PORT=5001" in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    "port", ["five", "-1", "65536", "5000.0", "9" * 5000, "\N{ARABIC-INDIC DIGIT FIVE}"]
)
def test_a_port_that_is_no_port_is_one_sentence(
    port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], {"PORT": port}) == 1

    complaint = capsys.readouterr().err
    assert complaint.startswith("PORT is ")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.com", ""])
def test_it_refuses_to_start_where_others_could_reach_it(
    host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--host", host], {"PORT": "0"}) == 1

    complaint = capsys.readouterr().err
    assert "use 127.0.0.1" in complaint
    assert complaint.count("\n") == 1


def test_the_stand_in_for_certvalidator_never_finds_a_certificate_valid() -> None:
    certvalidator = importlib.import_module("certvalidator")

    with pytest.raises(NotImplementedError, match=re.escape("cryptography.x509.verification")):
        certvalidator.CertificateValidator(b"certificate", [])
