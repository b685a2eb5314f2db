"""What is no request is refused, whoever signed it."""

from __future__ import annotations

import json

import pytest
from ask_sdk_core.exceptions import AskSdkException
from flask.testing import FlaskClient

from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.web.app import MOST_BYTES, app_behind, create_app
from skill.web.certificates import Certificates
from skill.web.verification import Verifier
from tests.broken_json import NO_OBJECTS
from tests.web import amazon_samples
from tests.web.authority import NOW, Authority
from tests.web.world import (
    SKILL_ID,
    Refusals,
    World,
    is_refused,
    post,
    sent_at,
)
from tools.content.load import load


@pytest.mark.parametrize("body", NO_OBJECTS, ids=lambda body: body[:8])
def test_what_is_no_json_object_is_400_even_when_it_is_signed(
    client: FlaskClient, world: World, refusals: Refusals, body: bytes
) -> None:
    assert is_refused(post(client, world, body), refusals, "JSON")


@pytest.mark.parametrize("part", ["request", "context", "session"])
@pytest.mark.parametrize("value", [None, 1, "x", [], [{}], True, {}])
def test_a_request_with_a_part_of_another_shape_is_no_failure(
    client: FlaskClient, world: World, part: str, value: object
) -> None:
    answered = post(client, world, {**sent_at(NOW), part: value})

    assert answered.status_code in {200, 400}


def test_a_body_of_more_than_256_kilobytes_is_413_and_one_of_just_that_is_looked_at(
    client: FlaskClient, world: World
) -> None:
    just = json.dumps(sent_at(NOW)).encode().ljust(MOST_BYTES)

    assert post(client, world, just).status_code == 200
    assert post(client, world, just + b" ").status_code == 413


@pytest.mark.parametrize(
    ("method", "path"),
    [
        *((method, "/alexa") for method in ("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS")),
        ("POST", "/health"),
        ("OPTIONS", "/health"),
    ],
)
def test_other_methods_are_405(client: FlaskClient, method: str, path: str) -> None:
    answered = client.open(path, method=method)

    assert answered.status_code == 405
    assert answered.headers["Allow"]


@pytest.mark.parametrize(
    "path", ["/", "/alexa/", "/say", "/static/x", "/.env", "/page/index.html", "/health/x"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_there_is_nothing_else(client: FlaskClient, path: str, method: str) -> None:
    assert client.open(path, method=method).status_code == 404


def test_health_needs_no_signature(client: FlaskClient) -> None:
    assert client.get("/health").get_json() == {"status": "ok"}


@pytest.mark.parametrize("path", ["/health", "/alexa", "/nothing"])
def test_every_answer_forbids_what_a_browser_might_do_with_it(
    client: FlaskClient, path: str
) -> None:
    headers = client.get(path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers


def test_a_failure_of_our_own_is_500_without_a_word_of_it_and_the_log_holds_no_text_of_it(
    authority: Authority, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: str) -> bytes:
        raise RuntimeError("what somebody said")

    app = create_app(
        Settings(skill_id=SKILL_ID), load(), clock=world.clock, fetch=broken, roots=authority.roots
    )

    answered = post(app.test_client(), world, sent_at(NOW))

    assert (answered.status_code, answered.get_json()) == (
        500,
        {"error": "Internal Server Error"},
    )
    (record,) = caplog.records
    assert json.loads(record.getMessage())["fault"] == "RuntimeError"
    assert "what somebody said" not in caplog.text


def test_a_failure_inside_amazons_adapter_is_told_the_same_way(
    authority: Authority,
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(**_: object) -> None:
        raise AskSdkException("what somebody said")

    skill = build_skill(Settings(skill_id=SKILL_ID), load())
    monkeypatch.setattr(skill, "invoke", broken)
    certificates = Certificates(world.fetch, authority.roots, world.clock)
    app = app_behind(skill, Verifier(SKILL_ID, certificates, world.clock))

    answered = post(app.test_client(), world, sent_at(NOW))

    assert (answered.status_code, answered.get_json()) == (
        500,
        {"error": "Internal Server Error"},
    )
    (record,) = caplog.records
    assert json.loads(record.getMessage())["fault"] == "AskSdkException"
    assert "what somebody said" not in caplog.text


def test_a_refusal_names_the_request_in_the_log_and_nothing_else_of_it(
    client: FlaskClient, world: World, refusals: Refusals
) -> None:
    event = sent_at(NOW, amazon_samples.INTENT)

    post(client, world, event, signature="AAAA")

    (line,) = refusals()
    assert line.keys() == {"event", "request_id", "reason"}
    assert line["request_id"] == event["request"]["requestId"]
    assert "virgo" not in json.dumps(line)


def test_a_request_id_from_outside_cannot_forge_a_line_of_the_log(
    client: FlaskClient, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    event = sent_at(NOW)
    event["request"]["requestId"] = 'x"}\n{"event": "answered"}' + "y" * 1000

    post(client, world, event, signature="AAAA")

    (record,) = caplog.records
    assert "\n" not in record.getMessage()
    assert len(record.getMessage()) < 500
