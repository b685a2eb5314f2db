"""A signed request counts only now, and for this skill."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.web import amazon_samples
from tests.web.authority import NOW
from tests.web.world import (
    SKILL_ID,
    Refusals,
    World,
    is_refused,
    post,
    sent_at,
)


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
