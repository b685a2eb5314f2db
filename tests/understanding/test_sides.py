"""The side of the sore leg among the sides of other things."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.row import row
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "sides.yaml")
SIDES = {"left": "right", "right": "left"}
ASKED = ("circulation", "bone-risk", "how-it-began", "severity")


@pytest.mark.parametrize("side", SIDES)
def test_the_side_of_something_else_is_not_that_of_the_leg(side: str) -> None:
    for way in WAYS["of_something_else"]:
        aside, other = way.format(side=side), SIDES[side]
        for said, meant in (
            (f"my ankle hurts, {aside}", None),
            (f"{aside} and my heel is sore", None),
            (f"my {other} ankle hurts, {aside}", other),
            (f"{aside} and my {other} heel is sore", other),
            (f"my {side} ankle hurts, {aside}", side),
        ):
            with row(said):
                assert heard_at("launch", said).side == meant
        for asked in ASKED:
            with row(asked, aside):
                assert heard_at(asked, aside).side is None


def test_what_is_left_and_what_is_right_has_no_side() -> None:
    for said in WAYS["no_side"]:
        with row(said):
            assert heard_at("launch", f"my ankle hurts, {said}").side is None
            assert heard_at("launch", f"my left ankle hurts, {said}").side == "left"


@pytest.mark.parametrize("asked", ["launch", "how-it-began"])
def test_the_side_of_the_leg_is_heard(asked: str) -> None:
    for said, side in WAYS["of_the_leg"].items():
        with row(said):
            assert heard_at(asked, said).side == side
