"""Dangers in everyday words: told at the opening, well in place of a no, and what only sounds so.

Of some nine hundred such sentences, a few for each danger.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.row import each_row
from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "dangers.yaml")


@each_row("danger", WAYS["told"])
def test_a_danger_is_heard_at_the_opening(danger: str) -> None:
    said = WAYS["told"][danger]
    assert not [one for one in said if not heard_at("launch", one).findings.get(danger)]


@pytest.mark.parametrize("danger", WAYS["well"])
def test_what_is_well_is_a_no(danger: str) -> None:
    said = WAYS["well"][danger]
    assert not [one for one in said if heard_at(danger, one).answer != "no"]


@pytest.mark.parametrize("danger", WAYS["harmless"])
def test_what_only_sounds_like_a_danger_is_none(danger: str) -> None:
    said = WAYS["harmless"][danger]
    assert not [one for one in said if heard_at("launch", one).findings.get(danger)]


@pytest.mark.parametrize(
    ("danger", "said"),
    [
        ("saddle-numbness", "not pain down there more like novocaine"),
        ("fainted", "could a sore ankle make somebody pass out like i did"),
        ("fever", "should i be worried that i'm feverish with this"),
        ("cold-foot", "is it normal for one foot to go white and cold"),
        ("weak-both-legs", "i'm worried because both my legs are weak"),
    ],
)
def test_a_question_or_a_comparison_tells_it_too(danger: str, said: str) -> None:
    assert heard_at("launch", said).findings.get(danger)
