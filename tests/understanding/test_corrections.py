"""A place, or a time, that is put right in the same breath."""

from __future__ import annotations

from itertools import permutations, product
from pathlib import Path
from typing import Any

import pytest

from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "corrections.yaml")
PLACES: dict[str, dict[str, str]] = WAYS["places"]


def _told(question: str, ways: list[str]) -> list[tuple[str, str, str]]:
    """Each pair of places in each way: what is said, the place before, the place behind."""
    pairs = permutations(PLACES[question].items(), 2)
    return [
        (way.format(name, other), id, meant)
        for ((id, name), (meant, other)), way in product(pairs, ways)
    ]


@pytest.mark.parametrize("question", PLACES)
def test_the_place_that_is_meant_takes_the_place_of_the_other(question: str) -> None:
    wrong = []
    for say, id, meant in _told(question, WAYS["ways"]):
        heard = heard_at(question, say)
        if not heard.findings.get(meant) or heard.findings.get(id) or heard.command == CHANGE:
            wrong.append((say, heard.findings, heard.command))
    assert not wrong


@pytest.mark.parametrize("question", PLACES)
def test_a_second_place_takes_nothing_from_the_first(question: str) -> None:
    told = _told(question, WAYS["adds"])
    assert not [say for say, id, _ in told if heard_at(question, say).findings.get(id) is False]


@pytest.mark.parametrize(("say", "days"), WAYS["times"])
def test_the_time_that_is_meant_takes_the_place_of_the_other(say: str, days: int) -> None:
    heard = heard_at("infection", say)
    assert (heard.since_days, heard.corrects_time) == (days, True)


@pytest.mark.parametrize(("say", "days"), WAYS["taken_up"])
def test_the_words_of_the_question_before_the_time_ask_nothing(say: str, days: int) -> None:
    heard = heard_at("how-it-began", say)
    assert (heard.since_days, heard.asks, heard.aspect, heard.answer) == (days, False, None, None)


CHANGE = "change_answer"
"""The command that goes back a question."""
