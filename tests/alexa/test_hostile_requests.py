"""Requests of any shape, broken anywhere, deep or huge: each gets a valid answer."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alexa.front_door import LIBRARY, QUESTION, answer
from tests.alexa.intents import INTENTS
from tests.alexa.requests import intent, launch, request, slot

WHOLE = (
    launch(new=True),
    intent("AMAZON.YesIntent", attributes=QUESTION),
    intent(
        "DescribeIntent",
        {**slot("place", "calf", "pain-calf"), **slot("side", "left", "left")},
        attributes=QUESTION,
    ),
    intent("AgeIntent", {"age": {"name": "age", "value": "9"}}, attributes=QUESTION),
    request("SessionEndedRequest", reason="USER_INITIATED", attributes=QUESTION),
)

IDS = st.sampled_from([*LIBRARY.places, *LIBRARY.findings, *LIBRARY.red_flags, *LIBRARY.gates])
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.sampled_from(
        ["<speak>&", "question", "yes", "x" * 30_000, ["injury"] * 9_000, "\ud800", "\x00"]
    )
    | IDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=4,
)


def paths(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a JSON value, the whole included."""
    yield way
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*way, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*way, index))


def changed(whole: Any, way: tuple[str | int, ...], odd: object, *, leave_out: bool) -> Any:
    """The value with something else at one place, or nothing there."""
    if not way:
        return odd
    event = copy.deepcopy(whole)
    inner = event
    for key in way[:-1]:
        inner = inner[key]
    if leave_out:
        del inner[way[-1]]
    else:
        inner[way[-1]] = odd
    return event


@given(st.data())
@settings(derandomize=True, database=None, deadline=None, max_examples=700)
def test_a_request_broken_anywhere_is_answered(data: st.DataObject) -> None:
    event: Any = data.draw(st.sampled_from(WHOLE))
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(list(paths(event))))
        event = changed(event, way, data.draw(ODD), leave_out=data.draw(st.booleans()))

    answer(event)


@given(
    attributes=st.fixed_dictionaries(
        {"pending": st.sampled_from(["question", "why-offer", "until-offer", "go-on"])},
        optional={
            "asking": IDS | ODD,
            "asked": st.lists(IDS, max_size=60) | ODD,
            "unsure": st.lists(IDS, max_size=60) | ODD,
            "given": st.dictionaries(IDS, st.sampled_from(["yes", "no", "not-sure"])) | ODD,
            "misses": st.integers(-1, 5) | ODD,
            "side": st.sampled_from(["left", "both"]) | ODD,
            "result": st.fixed_dictionaries(
                {
                    "care": st.sampled_from(["emergency", "same_day", "self_care", "none"]),
                    "matches": st.lists(st.sampled_from(sorted(LIBRARY.conditions)), max_size=3),
                    "flags": st.lists(st.sampled_from(sorted(LIBRARY.red_flags)), max_size=9),
                },
                optional={"exercise_offered": st.booleans()},
            ),
        },
    ),
    name=st.sampled_from(INTENTS),
)
@settings(derandomize=True, database=None, deadline=None, max_examples=600)
def test_attributes_of_any_shape_are_answered(attributes: dict[str, Any], name: str) -> None:
    answer(intent(name, attributes=attributes))


@pytest.mark.parametrize("deep", [50, 900, 100_000])
def test_a_request_of_any_depth_is_answered(deep: int) -> None:
    nested: list[Any] = []
    for _ in range(deep):
        nested = [nested]

    answer(intent("AMAZON.YesIntent", attributes={"given": nested}))
    answer({"request": nested})


@pytest.mark.parametrize("event", [None, [], "text", 3, {}, {"request": None}, float("nan")])
def test_what_is_no_request_at_all_is_answered(event: object) -> None:
    answer(event)


def test_a_huge_request_is_answered_within_the_limits() -> None:
    answer(intent("x" * 500_000, {f"slot{i}": {"name": "y"} for i in range(5_000)}))
