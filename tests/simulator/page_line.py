"""A line of the page, as the simulator's server is sent it."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PORT = 5000
HERE = f"http://127.0.0.1:{PORT}"
PAGE_ID = "0f8e1d2c-page"


def say(client: FlaskClient, line: dict[str, Any], **headers: str) -> TestResponse:
    body = {"conversation": PAGE_ID, **line}
    return client.post("/say", json=body, base_url=HERE, headers=headers)
