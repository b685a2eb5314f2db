"""What the web service sees of the world, and a request that Amazon signed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web import amazon_samples
from tests.web.authority import NOW, Chain

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
