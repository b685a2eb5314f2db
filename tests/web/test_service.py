"""The web service: what Amazon signed is answered, and nothing else is."""

from __future__ import annotations

import http.client
import inspect
import json
import logging
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Event, Semaphore, Thread
from typing import Any

import pytest
from ask_sdk_core.exceptions import AskSdkException
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.storage import choice
from skill.web.__main__ import main
from skill.web.adapter import SkillAdapter
from skill.web.app import MOST_BYTES, StartError, create_app, serving
from skill.web.certificates import Certificates
from skill.web.server import THREADS, Server
from skill.web.verification import Verifier
from tests.paths import ROOT
from tests.processes import process_of
from tests.web import amazon_samples
from tests.web.authority import NOW, VALID_FROM, VALID_UNTIL, Authority, Chain, new_key
from tools.content.load import load

SKILL_ID = amazon_samples.APPLICATION_ID
URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
REFUSAL = b'{"error":"Bad Request"}\n'

Json = dict[str, Any]
Refusals = Callable[[], list[Json]]


class World:
    """What the service sees of the world: the time, and what lies at addresses."""

    def __init__(self, chain: Chain) -> None:
        self.now = NOW
        self.chain = chain
        self.fetched: list[str] = []

    def clock(self) -> datetime:
        return self.now

    def fetch(self, url: str) -> bytes:
        self.fetched.append(url)
        return self.chain.pem


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def world(authority: Authority) -> World:
    return World(authority.chain())


@pytest.fixture
def app(authority: Authority, world: World) -> Flask:
    settings = Settings(skill_id=SKILL_ID)
    return create_app(settings, load(), clock=world.clock, fetch=world.fetch, roots=authority.roots)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def refusals(caplog: pytest.LogCaptureFixture) -> Refusals:
    """What the log says of refused requests so far."""

    def so_far() -> list[Json]:
        lines = [json.loads(record.getMessage()) for record in caplog.records]
        return [line for line in lines if line["event"] == "refused"]

    caplog.set_level(logging.INFO, logger="ankle_coach")
    return so_far


def sent_at(at: datetime, sample: Json = amazon_samples.LAUNCH) -> Json:
    """The sample, as if it were sent at that time."""
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {**sample, "request": {**sample["request"], "timestamp": stamp}}


def signed(world: World, body: bytes, **changed: str | None) -> dict[str, str]:
    """The headers of a request with that body. `changed`: signature or url; None leaves it out."""
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "SignatureCertChainUrl": changed.get("url", URL),
        "Signature-256": (
            changed["signature"] if "signature" in changed else world.chain.signature(body)
        ),
    }
    return {name: value for name, value in headers.items() if value is not None}


def post(client: FlaskClient, world: World, event: Json | bytes, **changed: Any) -> TestResponse:
    body = event if isinstance(event, bytes) else json.dumps(event).encode()
    return client.post("/alexa", data=body, headers=signed(world, body, **changed))


def is_refused(answered: TestResponse, refusals: Refusals, why: str) -> bool:
    """Whether it is 400 with nothing about why in the body, and the reason in the log."""
    reasons = [line["reason"] for line in refusals()]
    assert (answered.status_code, answered.get_json()) == (400, {"error": "Bad Request"})
    assert len(reasons) == 1
    assert why in reasons[0]
    return True


def speech_of(answered: TestResponse) -> str:
    assert answered.status_code == 200
    return str(answered.get_json()["response"]["outputSpeech"]["ssml"])


# --- What Amazon signed is answered ---------------------------------------------------------


def test_a_signed_launch_is_answered_in_speech_through_flask_ask_sdk(
    app: Flask, world: World
) -> None:
    answered = post(app.test_client(), world, sent_at(NOW))

    assert "Welcome to Ankle Coach" in speech_of(answered)
    assert isinstance(app.extensions["ASK_SDK_SKILL_ADAPTER"]["alexa"], SkillAdapter)
    assert world.fetched == [URL]


@pytest.mark.parametrize("sample", amazon_samples.SPOKEN.values(), ids=amazon_samples.SPOKEN)
def test_amazons_published_samples_are_answered_in_speech(
    client: FlaskClient, world: World, sample: Json
) -> None:
    assert speech_of(post(client, world, sent_at(NOW, sample)))


@pytest.mark.parametrize("sample", amazon_samples.SILENT.values(), ids=amazon_samples.SILENT)
def test_amazons_published_samples_that_take_no_words_are_answered_without(
    client: FlaskClient, world: World, sample: Json
) -> None:
    answered = post(client, world, sent_at(NOW, sample))

    assert answered.status_code == 200
    assert "outputSpeech" not in answered.get_json()["response"]


def test_a_signed_request_of_a_kind_that_nobody_knows_is_answered(
    client: FlaskClient, world: World
) -> None:
    event = sent_at(NOW)
    event["request"]["type"] = "Alexa.Tomorrow"

    assert post(client, world, event).status_code == 200


def test_a_conversation_goes_on_over_signed_requests(client: FlaskClient, world: World) -> None:
    launched = post(client, world, sent_at(NOW)).get_json()
    event = sent_at(NOW, amazon_samples.INTENT)
    event["session"] = {**event["session"], "attributes": launched["sessionAttributes"]}
    event["request"]["intent"] = {"name": "AMAZON.NoIntent", "confirmationStatus": "NONE"}

    answered = post(client, world, event)

    assert answered.get_json()["sessionAttributes"]["asking"]


# --- Signatures and certificates ------------------------------------------------------------


@pytest.mark.parametrize("header", ["Signature-256", "SignatureCertChainUrl"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_request_without_a_header_of_the_signature_is_refused(
    client: FlaskClient, world: World, refusals: Refusals, header: str, value: str | None
) -> None:
    changed = {"signature" if header == "Signature-256" else "url": value}

    assert is_refused(post(client, world, sent_at(NOW), **changed), refusals, header)
    assert world.fetched == []


def test_a_signature_by_sha_1_alone_is_refused(
    client: FlaskClient, world: World, refusals: Refusals
) -> None:
    body = json.dumps(sent_at(NOW)).encode()
    headers = signed(world, body, signature=None) | {"Signature": world.chain.signature(body)}

    answered = client.post("/alexa", data=body, headers=headers)

    assert is_refused(answered, refusals, "Signature-256")


@pytest.mark.parametrize(
    "alter",
    [
        lambda body: body + b" ",
        lambda body: body.replace(b"en-US", b"en-GB"),
        lambda body: body.replace(b": ", b":"),
        lambda body: json.dumps(json.loads(body), sort_keys=True).encode(),
    ],
    ids=["a space", "a locale", "the same in fewer bytes", "the same in another order"],
)
def test_a_body_that_differs_by_one_byte_is_refused(
    client: FlaskClient, world: World, refusals: Refusals, alter: Any
) -> None:
    body = json.dumps(sent_at(NOW)).encode()

    answered = client.post("/alexa", data=alter(body), headers=signed(world, body))

    assert is_refused(answered, refusals, "signature")


@pytest.mark.parametrize(
    "alter",
    [
        lambda signature: ("B" if signature[0] == "A" else "A") + signature[1:],
        lambda signature: signature[4:],
        lambda signature: "AAAA",
        lambda signature: "not base 64",
        lambda signature: f"{signature}, {signature}",
        lambda signature: "\u00e9",
    ],
    ids=["a letter", "shorter", "very short", "no base 64", "twice", "not ASCII"],
)
def test_an_altered_signature_is_refused(
    client: FlaskClient, world: World, refusals: Refusals, alter: Any
) -> None:
    event = sent_at(NOW)
    signature = world.chain.signature(json.dumps(event).encode())

    assert is_refused(post(client, world, event, signature=alter(signature)), refusals, "signature")


def test_a_signature_by_another_key_is_refused(
    client: FlaskClient, world: World, refusals: Refusals, authority: Authority
) -> None:
    body = json.dumps(sent_at(NOW)).encode()
    forged = authority.chain(key=new_key("a stranger's")).signature(body)

    assert is_refused(post(client, world, body, signature=forged), refusals, "signature")


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["echo-api.amazon.com.example.com"], "chain"),
        (["example.com"], "chain"),
        (["api.amazon.com"], "chain"),
        (["*.amazon.com"], "name"),
        ([], "chain"),
    ],
    ids=lambda value: str(value),
)
def test_a_certificate_for_another_name_is_refused(
    client: FlaskClient,
    world: World,
    refusals: Refusals,
    authority: Authority,
    names: list[str],
    why: str,
) -> None:
    world.chain = authority.chain(names=[x509.DNSName(name) for name in names])

    assert is_refused(post(client, world, sent_at(NOW)), refusals, why)


def test_amazons_name_may_stand_among_others(
    client: FlaskClient, world: World, authority: Authority
) -> None:
    names = ["example.com", "echo-api.amazon.com"]
    world.chain = authority.chain(names=[x509.DNSName(name) for name in names])

    assert post(client, world, sent_at(NOW)).status_code == 200


@pytest.mark.parametrize(
    "at",
    [VALID_FROM - timedelta(seconds=1), VALID_UNTIL + timedelta(seconds=1)],
    ids=["not yet valid", "expired"],
)
def test_a_certificate_outside_its_validity_is_refused(
    client: FlaskClient, world: World, refusals: Refusals, at: datetime
) -> None:
    world.now = at

    assert is_refused(post(client, world, sent_at(at)), refusals, "not valid")


@pytest.mark.parametrize("at", [VALID_FROM, VALID_UNTIL], ids=["first", "last"])
def test_a_certificate_is_taken_in_its_first_and_its_last_second(
    client: FlaskClient, world: World, at: datetime
) -> None:
    world.now = at

    assert post(client, world, sent_at(at)).status_code == 200


def test_a_chain_to_another_root_is_refused(
    client: FlaskClient, world: World, refusals: Refusals
) -> None:
    world.chain = Authority("a stranger").chain()

    assert is_refused(post(client, world, sent_at(NOW)), refusals, "chain")


def test_a_chain_to_a_root_of_its_own_is_refused_by_the_public_roots(
    world: World, refusals: Refusals
) -> None:
    app = create_app(Settings(skill_id=SKILL_ID), load(), clock=world.clock, fetch=world.fetch)

    assert is_refused(post(app.test_client(), world, sent_at(NOW)), refusals, "chain")


def test_a_chain_with_a_link_missing_is_refused(
    client: FlaskClient, world: World, refusals: Refusals
) -> None:
    world.chain = Chain(world.chain.certificates[:1], world.chain.key)

    assert is_refused(post(client, world, sent_at(NOW)), refusals, "chain")


def test_a_leaf_that_a_leaf_certified_is_refused(
    client: FlaskClient, world: World, refusals: Refusals, authority: Authority
) -> None:
    stranger = Authority("a stranger")
    leaf = stranger.chain().certificates[0]
    world.chain = Chain((leaf, *authority.chain().certificates), stranger.chain().key)

    assert is_refused(post(client, world, sent_at(NOW)), refusals, "chain")


def test_a_key_of_another_kind_is_refused(
    client: FlaskClient, world: World, refusals: Refusals, authority: Authority
) -> None:
    world.chain = authority.chain(key=ec.generate_private_key(ec.SECP256R1()))

    assert is_refused(post(client, world, sent_at(NOW), signature="AAAA"), refusals, "kind")


@pytest.mark.parametrize(
    "fetched",
    [
        b"",
        b"<html>",
        b"\xff" * 60_000,
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----\n" * 2_000,
    ],
)
def test_what_is_no_certificate_is_refused(
    authority: Authority, world: World, refusals: Refusals, fetched: bytes
) -> None:
    app = create_app(
        Settings(skill_id=SKILL_ID),
        load(),
        clock=world.clock,
        fetch=lambda _: fetched,
        roots=authority.roots,
    )

    assert is_refused(post(app.test_client(), world, sent_at(NOW)), refusals, "cannot be read")


@pytest.mark.parametrize(
    "url",
    [
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/./echo.api/x/../echo-api-cert.pem",
        "HTTPS://S3.AmazonAWS.com/echo.api/echo-api-cert.pem",
    ],
)
def test_every_form_of_amazons_address_is_fetched_in_its_normal_form(
    client: FlaskClient, world: World, url: str
) -> None:
    assert post(client, world, sent_at(NOW), url=url).status_code == 200
    assert world.fetched == ["https://s3.amazonaws.com/echo.api/echo-api-cert.pem"]


@pytest.mark.parametrize(
    "url",
    [
        "http://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "ftp://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "file:///echo.api/echo-api-cert.pem",
        "//s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https:s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https:/s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https:///echo.api/echo-api-cert.pem",
        "https://notamazon.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com.example.com/echo.api/echo-api-cert.pem",
        "https://example.s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3-amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3xamazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com./echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com@example.com/echo.api/echo-api-cert.pem",
        "https://someone@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://example.com\\@s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:80/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:0443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443:443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem",
        "https://s3.amazonaws.com/invalid.path/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.apis/echo-api-cert.pem",
        "https://s3.amazonaws.com/echoxapi/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../someone/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../../someone/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/%2e%2e/someone/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/..%2fsomeone/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/..\\someone/echo-api-cert.pem",
        "https://s3.amazonaws.com//echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/someone/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api",
        "https://s3.amazonaws.com/echo.api/",
        "https://s3.amazonaws.com/echo.api/..",
        "https://s3.amazonaws.com/",
        "https://s3.amazonaws.com",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem?x=1",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem#x",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem;x",
        "https://s3.amazonaws.com/echo.api/echo api cert.pem",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem https://example.com/",
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem,https://example.com/",
        "https://s3.amazonaws.com/echo.api/\u00e9cho.pem",
        "https://s3.amazon\u00e4ws.com/echo.api/echo-api-cert.pem",
        "https://127.0.0.1/echo.api/echo-api-cert.pem",
        "https://[::1]/echo.api/echo-api-cert.pem",
        "/echo.api/echo-api-cert.pem",
        "x" * 8000,
    ],
)
def test_a_certificate_at_any_other_address_is_refused_and_not_fetched(
    client: FlaskClient, world: World, refusals: Refusals, url: str
) -> None:
    assert is_refused(post(client, world, sent_at(NOW), url=url), refusals, "address")
    assert world.fetched == []


# --- Time and addressee ---------------------------------------------------------------------


@pytest.mark.parametrize("seconds", [-150, -149, 0, 149, 150])
def test_a_request_may_be_150_seconds_old_or_early(
    client: FlaskClient, world: World, seconds: int
) -> None:
    event = sent_at(NOW + timedelta(seconds=seconds))

    assert post(client, world, event).status_code == 200


@pytest.mark.parametrize("seconds", [-151, 151, -3599, 86_400])
def test_a_replay_and_a_request_of_the_future_are_refused(
    client: FlaskClient, world: World, refusals: Refusals, seconds: int
) -> None:
    event = sent_at(NOW + timedelta(seconds=seconds))

    assert is_refused(post(client, world, event), refusals, "timestamp")


def test_what_was_accepted_is_refused_when_it_is_sent_again_later(
    client: FlaskClient, world: World, refusals: Refusals
) -> None:
    event = sent_at(NOW)
    assert post(client, world, event).status_code == 200

    world.now = NOW + timedelta(seconds=151)

    assert is_refused(post(client, world, event), refusals, "timestamp")


@pytest.mark.parametrize("kind", [["AlexaSkillEvent.SkillDisabled"], {"AlexaSkillEvent.": 1}, None])
def test_only_what_is_called_a_skill_event_may_be_old(
    client: FlaskClient, world: World, refusals: Refusals, kind: object
) -> None:
    event = sent_at(NOW - timedelta(seconds=3599), amazon_samples.SKILL_DISABLED)
    event["request"]["type"] = kind

    assert is_refused(post(client, world, event), refusals, "timestamp")


def test_a_skill_event_may_be_an_hour_old_and_no_older(
    client: FlaskClient, world: World, refusals: Refusals
) -> None:
    young, old = (
        sent_at(NOW - timedelta(seconds=seconds), amazon_samples.SKILL_DISABLED)
        for seconds in (3599, 3601)
    )

    assert post(client, world, young).status_code == 200
    assert is_refused(post(client, world, old), refusals, "timestamp")


@pytest.mark.parametrize(
    "stamp",
    [
        *(None, "", "now", 1_763_798_400_000, [], {}, True, "9" * 5000),
        "2026-11-22T08:00:00",
        "2026-11-22",
        "2026-W47-7T08:00:00Z",
        "2026-W47T08:00:00Z",
        "2026-326T08:00:00Z",
        "20261122T080000Z",
        "2026-11-22T08Z",
        "2026-11-22T08:00:00,5Z",
        "2026-11-22 08:00:00Z",
        "2026-11-22x08:00:00Z",
        "2026-11-22\ud80008:00:00Z",
        "2026-11-22T08:00:00Z\0",
        "2026-11-22T08:00:00Z\n",
        "2026-11-22T08:00:00Z2026-11-22T08:00:00Z",
        " 2026-11-22T08:00:00Z",
        "2026-11-22T08:00:00.123456789abcZ",
        "2026-11-22T08:00:00.1234567\u0661Z",
        "\u0662026-11-22T08:00:00Z",
        "2026-11-22T08:00:00+00:00:00.5",
        "2026-13-22T08:00:00Z",
        "2026-11-31T08:00:00Z",
        "2026-11-22T25:00:00Z",
        "2026-11-22T08:00:00+24:00",
        "0000-11-22T08:00:00Z",
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
    ],
    ids=ascii,
)
def test_a_request_without_a_time_that_can_be_read_is_refused(
    client: FlaskClient, world: World, refusals: Refusals, stamp: object
) -> None:
    event = sent_at(NOW)
    event["request"]["timestamp"] = stamp

    assert is_refused(post(client, world, event), refusals, "timestamp")


@pytest.mark.parametrize("second", ["00", "00.1", "00.123", "00.123456789"])
@pytest.mark.parametrize("zone", ["Z", "+00:00", "-00:00"])
def test_a_time_may_have_a_fraction_and_may_name_its_zone_by_its_offset(
    client: FlaskClient, world: World, second: str, zone: str
) -> None:
    event = sent_at(NOW)
    event["request"]["timestamp"] = f"2026-11-22T08:00:{second}{zone}"

    assert post(client, world, event).status_code == 200


@pytest.mark.parametrize(
    ("in_context", "in_session"),
    [
        ("amzn1.ask.skill.another", "amzn1.ask.skill.another"),
        (SKILL_ID, "amzn1.ask.skill.another"),
        ("amzn1.ask.skill.another", SKILL_ID),
        (SKILL_ID.upper(), SKILL_ID.upper()),
        (f"{SKILL_ID} ", f"{SKILL_ID} "),
        ("", ""),
        (None, None),
        ([], []),
        ([SKILL_ID], [SKILL_ID]),
        (SKILL_ID, {"id": SKILL_ID}),
        (True, 1),
    ],
)
def test_a_request_for_another_skill_is_refused(
    client: FlaskClient,
    world: World,
    refusals: Refusals,
    in_context: object,
    in_session: object,
) -> None:
    event = sent_at(NOW)
    event["context"] = {"System": {"application": {"applicationId": in_context}}}
    event["session"] = {**event["session"], "application": {"applicationId": in_session}}

    assert is_refused(post(client, world, event), refusals, "application id")
    assert world.fetched == []


def test_an_application_id_that_is_a_list_is_refused_though_nothing_is_signed(
    client: FlaskClient, refusals: Refusals
) -> None:
    body = b'{"session":{"application":{"applicationId":[]}},"request":{"requestId":"x"}}'

    assert is_refused(client.post("/alexa", data=body), refusals, "application id")


def test_a_request_that_names_no_skill_is_refused(
    client: FlaskClient, world: World, refusals: Refusals
) -> None:
    event = {"version": "1.0", "request": sent_at(NOW)["request"]}

    assert is_refused(post(client, world, event), refusals, "application id")


# --- What is no request ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"launch"',
        b"\xff{}",
        "{}".encode("utf-16"),
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        b'{"a":' * 40_000,
        b'{"a": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda body: body[:8],
)
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
    app = serving(skill, Verifier(SKILL_ID, certificates, world.clock))

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


# --- There is no way round it ---------------------------------------------------------------


def test_the_service_does_not_start_without_a_skill_id(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(StartError, match="SKILL_ID"):
        create_app(Settings(), load())

    for environment in ({}, {"SKILL_ID": ""}, {"SKILL_ID": "  "}):
        assert main(environment) == 1
        complaint = capsys.readouterr().err
        assert complaint.startswith("SKILL_ID is not set: ")
        assert complaint.count("\n") == 1


@pytest.mark.parametrize("name", ["SET_SPEECH", "LATENCY_SECONDS"])
def test_a_setting_that_makes_no_sense_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main({"SKILL_ID": SKILL_ID, name: "whatever"}) == 1

    complaint = capsys.readouterr().err
    assert complaint.startswith(f"{name} is ")
    assert complaint.count("\n") == 1


def test_nothing_that_the_entry_takes_turns_verification_off() -> None:
    read: set[str] = set()

    class Watched(dict[str, str]):
        def get(self, key: str, default: Any = None) -> Any:
            read.add(key)
            return super().get(key, default)

    assert main(Watched(SKILL_ID=SKILL_ID, HOST="no such host", PORT="0")) == 1

    own = {"SKILL_ID", "SET_SPEECH", "LATENCY_SECONDS", "HOST", "PORT"}
    assert read == own | set(choice.NAMES)
    assert set(inspect.signature(create_app).parameters) == {
        "settings",
        "library",
        "clock",
        "fetch",
        "roots",
        "bookmarks",
    }
    assert set(inspect.signature(serving).parameters) == {"skill", "verifier"}
    assert set(inspect.signature(Certificates).parameters) == {
        "fetch",
        "roots",
        "clock",
        "longest_wait",
        "stopwatch",
    }
    assert set(inspect.signature(Verifier).parameters) == {"skill_id", "certificates", "clock"}


@pytest.mark.parametrize(
    "settings",
    [
        {"ASK_SDK_VERIFY_SIGNATURE": False, "ASK_SDK_VERIFY_TIMESTAMP": False},
        {"DEBUG": True},
        {"TESTING": True},
        {"ENV": "development"},
    ],
    ids=lambda settings: ", ".join(settings),
)
def test_no_setting_of_flask_lets_an_unsigned_request_through(
    app: Flask, world: World, refusals: Refusals, settings: Mapping[str, Any]
) -> None:
    app.config.update(settings)
    body = json.dumps(sent_at(NOW)).encode()

    answered = app.test_client().post("/alexa", data=body, content_type="application/json")

    assert is_refused(answered, refusals, "Signature-256")


def test_the_module_that_serves_imports_nothing_that_does_not_ship() -> None:
    program = (
        "import sys, skill.web.__main__\n"
        "print([name for name in sys.modules if name.split('.')[0] in {'simulator', 'tools'}])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore::SyntaxWarning", "-c", program],
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=True,
    )

    assert done.stdout == "[]\n"


# --- Over a real socket ---------------------------------------------------------------------


@pytest.fixture
def served(app: Flask) -> Iterator[Server]:
    server = Server(app, "127.0.0.1", 0)
    thread = Thread(target=server.run)
    thread.start()
    yield server
    server.stop()
    thread.join()


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
