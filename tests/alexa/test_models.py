"""Requests become the SDK's models as Amazon's own serialiser makes them, only sooner."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from skill.alexa.models import read
from tests.alexa.exercise_session import could_not_play
from tests.alexa.requests import intent, launch, slot
from tests.alexa.sdk_requests import kinds, whole

AMAZONS = DefaultSerializer()
EVERY_KIND = [whole(kind) for kind in kinds()]
USUAL = [
    launch(new=True),
    intent("PlaceIntent", slot("place", "calf", "pain-calf"), attributes={"a": [1, {"b": None}]}),
    could_not_play(),
    {"version": "1.0", "session": None, "request": None, "tomorrow": {"new": ["thing"]}},
    {},
]
TIMES = ("2026-11-22T12:00:00.123456Z", "2026-11-22T12:00:00+05:30", "22 Nov 2026 12:00 GMT+3")


def by_amazon(event: dict[str, Any]) -> Any:
    return AMAZONS.deserialize(json.dumps(event), RequestEnvelope)


@pytest.mark.parametrize("event", [*EVERY_KIND, *USUAL])
def test_a_request_is_read_as_amazons_serialiser_reads_it(event: dict[str, Any]) -> None:
    try:
        amazons = by_amazon(event)
    # Of these a part nests deeper than the SDK's types can tell, so both refuse it.
    except SerializationException:
        with pytest.raises(LookupError):
            read(RequestEnvelope, event)
        return
    own = read(RequestEnvelope, event)

    assert own == amazons
    assert type(own.request) is type(amazons.request)


def test_most_kinds_of_request_can_be_compared() -> None:
    compared = 0
    for event in EVERY_KIND:
        with suppress(SerializationException):
            by_amazon(event)
            compared += 1

    assert compared > 0.8 * len(EVERY_KIND)


@pytest.mark.parametrize("time", TIMES)
def test_a_time_is_the_same_moment(time: str) -> None:
    event = launch(new=True)
    event["request"]["timestamp"] = time

    own, amazons = read(RequestEnvelope, event), by_amazon(event)

    assert own.request.timestamp == amazons.request.timestamp


@pytest.mark.parametrize(
    ("key", "value"),
    [("type", "Invented"), ("dialogState", "DREAMING"), ("timestamp", "soon"), ("intent", "x")],
)
def test_what_amazons_serialiser_refuses_is_refused(key: str, value: object) -> None:
    event = intent("AMAZON.YesIntent")
    event["request"][key] = value

    with pytest.raises((ValueError, AttributeError, LookupError, TypeError)):
        read(RequestEnvelope, event)


def test_attributes_of_the_session_are_taken_as_they_are() -> None:
    attributes = {"given": {"calf": "yes"}, "asked": ["a", "b"], "deep": {"er": [1.5, None, True]}}

    found = read(RequestEnvelope, intent("AMAZON.YesIntent", attributes=attributes))

    assert found.session.attributes == attributes
