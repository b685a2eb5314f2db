"""A break or an operation of a year that is named, in digits or in words, is an old one."""

from __future__ import annotations

import pytest

from benchmarks.understand import context_of
from skill.understanding.heard import Heard
from skill.understanding.read import read
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


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("say", OLD)
def test_a_break_of_a_year_long_past_is_old(say: str, year: str) -> None:
    heard = _heard(say.format(year))
    assert heard.findings.get("old-fracture-or-metal") is True
    assert heard.since_days is None


def test_a_trouble_that_began_in_a_year_has_been_there_since() -> None:
    heard = _heard("my ankle started hurting in 2019")
    assert heard.since_days is not None
    assert "old-fracture-or-metal" not in heard.findings
