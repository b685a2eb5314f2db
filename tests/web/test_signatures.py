"""A signature counts only with a certificate of Amazon's that is valid now."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from flask.testing import FlaskClient

from skill.settings import Settings
from skill.web.app import create_app
from tests.web.authority import NOW, VALID_FROM, VALID_UNTIL, Authority, Chain, new_key
from tests.web.world import (
    SKILL_ID,
    Refusals,
    World,
    is_refused,
    post,
    sent_at,
    signed,
)
from tools.content.load import load


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
