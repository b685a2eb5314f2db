"""A break or an operation of a year that is named, in digits or in words, is an old one."""

from __future__ import annotations

import pytest

from benchmarks.understand import context_of
from skill.understanding.heard import Heard
from skill.understanding.read import read
from tests.row import each_row
from tools.content.load import load

OLD = (
    *("in {} I broke my ankle", "I broke my ankle in {}", "I broke my ankle back in {}"),
    *("in {} I had an operation on my ankle", "in {} they put a plate in my ankle"),
    *("I fractured my fibula in {}", "way back in {} I broke this foot"),
    *("in {} a surgeon put screws in my shin", "in {} I broke my ankle and now the heel hurts"),
)
YEARS = ("1962", "nineteen sixty two", "1998", "2009", "two thousand and nine", "2016")


def _heard(say: str) -> Heard:
    library = load()
    return read(library.words["en"].lexicon, say, context_of(library, "opening"))


@each_row("year", YEARS)
@each_row("say", OLD)
def test_a_break_of_a_year_long_past_is_old(say: str, year: str) -> None:
    heard = _heard(say.format(year))
    assert heard.findings.get("old-fracture-or-metal") is True
    assert heard.since_days is None


def test_a_trouble_that_began_in_a_year_has_been_there_since() -> None:
    heard = _heard("my ankle started hurting in 2019")
    assert heard.since_days is not None
    assert "old-fracture-or-metal" not in heard.findings


OLD_AND_TOLD_AT_LENGTH = (
    "broke my ankle back in ninety six when the heifer kicked me and it's been a bit stiff since",
    "broke it back in oh four and now the outside's sore",
    "I broke that ankle when I was twelve",
    "broke my ankle forty years ago",
    "the horse kicked me and broke my leg in seventy six",
    "fractured my leg in eighty four on the farm and it aches in the cold",
    "my left ankle's sore, I broke it as a kid",
)
"""Long tales of an old break."""
FRESH = (
    "broke it in ninety six and again last week",
    "broke my ankle in ninety six and again on tuesday",
    "I broke it as a kid and did it again yesterday",
    "broke the same ankle years ago and then twisted it on saturday",
    "I broke my foot last week",
    "broke my ankle yesterday",
    "I broke my ankle two weeks ago",
    "broke my ankle three weeks ago and it's in a cast",
)
"""What broke or twisted now, whatever broke before."""


@pytest.mark.parametrize("say", OLD_AND_TOLD_AT_LENGTH)
def test_an_old_break_in_a_long_tale_is_no_fresh_injury(say: str) -> None:
    heard = _heard(say)
    assert heard.findings.get("old-fracture-or-metal") is True
    assert not heard.findings.get("recent-twist-or-fall")
    assert heard.since_days is None


@pytest.mark.parametrize("say", FRESH)
def test_a_break_of_these_weeks_is_a_fresh_injury(say: str) -> None:
    heard = _heard(say)
    assert heard.findings.get("recent-twist-or-fall") is True
    assert heard.since_days is not None
    assert heard.since_days < 42


def test_of_an_old_and_a_fresh_break_both_are_told() -> None:
    assert _heard(FRESH[0]).findings.get("old-fracture-or-metal") is True
    assert not _heard("I broke my foot last week").findings.get("old-fracture-or-metal")
