"""Where a certificate may come from: Amazon's address in any of its forms, and no other."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.authority import NOW
from tests.web.world import (
    Refusals,
    World,
    is_refused,
    post,
    sent_at,
)


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
