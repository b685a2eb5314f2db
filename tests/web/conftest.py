"""The web service, and what it keeps of certificates, with a clock and an authority of its own."""

from __future__ import annotations

import json
import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skill.settings import Settings
from skill.web.app import create_app
from skill.web.certificates import Certificates
from tests.web.authority import Authority
from tests.web.certificate_host import Host
from tests.web.world import (
    SKILL_ID,
    Json,
    Refusals,
    World,
)
from tools.content.load import load


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


@pytest.fixture
def host(authority: Authority) -> Host:
    return Host(authority.chain())


@pytest.fixture
def kept(host: Host, authority: Authority) -> Certificates:
    return Certificates(host.fetch, authority.roots, host.clock, stopwatch=host.stopwatch)
