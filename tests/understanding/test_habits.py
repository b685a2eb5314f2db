"""What an ankle does again and again is no fresh twist, and a fresh one beside it stays."""

from __future__ import annotations

from itertools import product

import pytest

from benchmarks.understand import context_of
from skill.understanding.read import read
from tools.content.load import load

ANKLES = ("my ankle", "my husband's ankle")
TURNS = ("rolls over", "twists", "goes over")
HOW_OFTEN = ("all the time", "again and again", "every few weeks", "now and then", "whenever I run")
SINCE = ("", ", for years now", " and has done for years")
OTHER_HABITS = (
    "I am always twisting my ankle",
    "I roll my ankle all the time",
    "it turns over easily",
)
FRESH = (
    "my ankle rolls over all the time and yesterday I twisted it badly",
    "I keep rolling my ankle and did it again on Saturday",
    "I rolled my ankle yesterday",
    "it rolled over this morning and it's swollen",
    "I went over on my ankle last night, it does that a lot",
    "my ankle turns all the time, and last week it went over and popped",
    "I rolled it again two days ago",
    "it keeps giving way and I fell again today",
    "I twisted it three weeks ago and again yesterday",
    "my twelve year old twisted her ankle at gymnastics",
    "my son twisted his ankle at school today, he's ten",
    "the knobbly bit on the outside hurts ever since I twisted it at a wedding in June",
)
HABITS = [f"{a} {t} {h}{s}" for a, t, h, s in product(ANKLES, TURNS, HOW_OFTEN, SINCE)]


def _is_fresh(says: str) -> bool:
    library = load()
    heard = read(library.words["en"].lexicon, says, context_of(library, "launch"))
    return bool(heard.findings.get("recent-twist-or-fall"))


def test_a_habit_is_no_fresh_twist() -> None:
    assert not [one for one in (*HABITS, *OTHER_HABITS) if _is_fresh(one)]


@pytest.mark.parametrize("says", FRESH)
def test_a_fresh_twist_beside_a_habit_stays(says: str) -> None:
    assert _is_fresh(says)
