"""Whom the simulator's server refuses, and what: strangers, other types, too much."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from simulator.app import MOST_BYTES
from tests.broken_json import NO_OBJECTS
from tests.simulator.page_line import HERE, PORT, say


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "LocalHost"])
def test_this_machine_is_answered_by_each_of_its_names(client: FlaskClient, host: str) -> None:
    headers = {"Host": f"{host}:{PORT}", "Origin": f"http://{host}:{PORT}"}

    assert say(client, {"event": "launch"}, **headers).status_code == 200


@pytest.mark.parametrize("path", ["/", "/health", "/alexa", "/say", "/nothing"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "ankle.example.com"},
        {"Host": f"ankle.example.com:{PORT}"},
        {"Host": f"127.0.0.1.example.com:{PORT}"},
        {"Host": f"127.0.0.1:{PORT}@example.com"},
        {"Host": f"192.168.0.7:{PORT}"},
        {"Host": "127.0.0.1"},
        {"Host": f"127.0.0.1:{PORT + 1}"},
        {"Host": ""},
        {"Origin": "https://example.com"},
        {"Origin": f"http://127.0.0.1:{PORT + 1}"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Forwarded": "for=192.0.2.1"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-Host": f"127.0.0.1:{PORT}"},
        {"x-forwarded-proto": "https"},
        {"X-Real-IP": "127.0.0.1"},
        {"Via": "1.1 proxy"},
        {"CF-Connecting-IP": "192.0.2.1"},
        {"Ngrok-Trace-Id": "1"},
        {"True-Client-IP": "192.0.2.1"},
    ],
    ids=lambda headers: json.dumps(headers),
)
def test_strangers_are_refused_at_every_address_with_a_sentence(
    client: FlaskClient, launch: dict[str, Any], headers: dict[str, str], path: str
) -> None:
    sent = {"Host": f"127.0.0.1:{PORT}", **headers}
    asked = (
        client.post(path, json=launch, base_url=HERE, headers=sent)
        if path in {"/alexa", "/say"}
        else client.get(path, base_url=HERE, headers=sent)
    )

    assert asked.status_code == 403
    assert asked.get_json()["error"].endswith(".")


@pytest.mark.parametrize("path", ["/alexa", "/say"])
@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_what_does_not_call_itself_json_is_415(client: FlaskClient, path: str, kind: str) -> None:
    answered = client.post(path, data="{}", content_type=kind, base_url=HERE)

    assert answered.status_code == 415


@pytest.mark.parametrize("path", ["/alexa", "/say"])
@pytest.mark.parametrize("body", NO_OBJECTS, ids=lambda body: body[:8])
def test_what_is_no_json_object_is_400(client: FlaskClient, path: str, body: bytes) -> None:
    answered = client.post(path, data=body, content_type="application/json", base_url=HERE)

    assert answered.status_code == 400
    assert answered.get_json()["error"].endswith(".")


@pytest.mark.parametrize("path", ["/alexa", "/say"])
def test_a_body_of_more_than_256_kilobytes_is_413(client: FlaskClient, path: str) -> None:
    body = b"{}" + b" " * MOST_BYTES

    answered = client.post(path, data=body, content_type="application/json", base_url=HERE)

    assert answered.status_code == 413


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/alexa"),
        ("PUT", "/alexa"),
        ("DELETE", "/alexa"),
        ("OPTIONS", "/alexa"),
        ("GET", "/say"),
        ("POST", "/"),
        ("POST", "/health"),
    ],
)
def test_other_methods_are_405(client: FlaskClient, method: str, path: str) -> None:
    answered = client.open(path, method=method, base_url=HERE)

    assert answered.status_code == 405
    assert answered.headers["Allow"]


def test_no_file_outside_the_page_is_served(client: FlaskClient) -> None:
    for path in ("/page/../app.py", "/page/..%2fapp.py", "/app.py", "/page/"):
        assert client.get(path, base_url=HERE).status_code == 404
