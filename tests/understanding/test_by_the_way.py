"""What is said by the way beside a clear no takes nothing from it, and hides no danger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from skill.understanding.heard import Heard
from tests.row import each_row, row
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "by_the_way.yaml")
HARMLESS = frozenset({"swelling", "bruising", "dull-ache", "male", "can-bear-weight"})
"""What may be told beside a no, and changes nothing."""


def _framed(asides: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for asked, said in asides.items():
        for one, frame in product(said, WAYS["frames"]):
            yield asked, frame.format(one)


def _taken(heard: Heard) -> set[str]:
    """What is told to be so and changes what is asked or told next."""
    so = {id for id, true in heard.findings.items() if true} - HARMLESS
    so = {id for id in so if not id.startswith(("place-", "pain-", "worse-"))}
    return {*so, *heard.danger, *([heard.person] if heard.person == "child" else [])}


@pytest.mark.parametrize("kind", WAYS["asides"])
def test_a_no_stays_one_whatever_is_said_by_the_way(kind: str) -> None:
    for asked, said in _framed(WAYS["asides"][kind]):
        with row(asked, said):
            heard = heard_at(asked, said, mine=True)
            assert heard.answer in ("no", "not_really")
            assert not _taken(heard)


def test_what_may_be_another_s_is_asked_once_where_it_is_open_whose_leg_it_is() -> None:
    for asked, said in _framed(WAYS["asides"]["somebody_else"]):
        with row(asked, said):
            heard = heard_at(asked, said)
            assert heard.answer in ("no", "not_sure")
            assert not _taken(heard)


def test_a_joke_is_asked_about_at_most() -> None:
    for asked, said in _framed(WAYS["jests"]):
        with row(asked, said):
            heard = heard_at(asked, said, mine=True)
            assert heard.answer in ("no", "not_really", "not_sure")
            assert not _taken(heard)


@each_row(("asked", "said", "id"), WAYS["tells"])
def test_a_danger_beside_a_no_is_told(asked: str, said: str, id: str | None) -> None:
    heard = heard_at(asked, said, mine=True)
    if id is None:  # It is a yes, or asked about once more.
        assert heard.answer not in ("no", "not_really")
    else:
        assert heard.findings.get(id)
