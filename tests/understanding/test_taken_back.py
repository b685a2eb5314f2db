"""What was told, or was misheard, is taken back in any plain words, and near words tell it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "taken_back.yaml")
QUESTIONS = ("repeated-sprains", "result")


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("way", WAYS["ways"])
def test_what_counted_is_denied_in_each_way(way: str, question: str) -> None:
    wrong = []
    for id, (clause, name, denial) in WAYS["told"].items():
        say = way.format(clause=clause, name=name, denial=denial)
        if heard_at(question, say, counted=(id,)).findings.get(id) is not False:
            wrong.append(say)
    assert not wrong


@pytest.mark.parametrize(("say", "id"), WAYS["tells"])
def test_near_words_tell_it(say: str, id: str) -> None:
    assert heard_at("tendon-history", say, counted=()).findings.get(id)


@pytest.mark.parametrize(("question", "id", "say"), WAYS["answers_nothing"])
def test_what_is_taken_back_answers_nothing_that_is_asked(question: str, id: str, say: str) -> None:
    heard = heard_at(question, say, counted=(id,))
    assert (heard.answer, heard.findings.get(id)) == (None, False)


@pytest.mark.parametrize(("id", "say"), WAYS["of_another"])
def test_who_is_hurt_stays_who_speaks(id: str, say: str) -> None:
    heard = heard_at("injury", say, counted=(id,))
    assert (heard.person, heard.findings.get(id)) == (None, False)


@pytest.mark.parametrize(("id", "say"), WAYS["of_a_child"])
def test_a_child_with_a_sore_leg_is_the_one_who_is_hurt(id: str, say: str) -> None:
    assert heard_at("injury", say, counted=(id,)).person == "child"
