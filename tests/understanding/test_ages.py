"""An age among other numbers: an hour, a size, a weight, how warm it is, who else is how old."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.row import row
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "ages.yaml")
OF_AN_AGE = ("over-65", "under-eighteen")


@pytest.mark.parametrize("asked", ["age", "safety-person", "over-65", "launch", "how-it-began"])
def test_a_number_that_tells_something_else_is_no_age(asked: str) -> None:
    for said in WAYS["no_age"]:
        with row(said):
            heard = heard_at(asked, said)
            assert heard.age is None
            assert not any(heard.findings.get(id) for id in OF_AN_AGE)


def test_an_age_is_heard_where_it_is_asked_for() -> None:
    for said, years in WAYS["age"].items():
        with row(said):
            assert heard_at("age", said).age == years


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("my daughter is twelve, i'm thirty", 30),
        ("i'm sixty, my husband is seventy", 60),
        ("my husband is seventy, i'm sixty", 60),
        ("i've two kids aged ten and twelve and i'm forty", 40),
        ("a lad at the club is sixteen", None),
        ("my daughter is eighteen", None),
        ("i have a son of twenty", None),
    ],
)
def test_the_age_of_somebody_else_is_not_that_of_who_is_hurt(said: str, years: int | None) -> None:
    heard = heard_at("age", said, mine=True)
    assert (heard.age, heard.person) == (years, None)
