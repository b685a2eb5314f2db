"""What was told, or was misheard, is taken back in any plain words, and near words tell it."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.row import row
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


@pytest.mark.parametrize("question", ["severity", "repeated-sprains", "result"])
@pytest.mark.parametrize("id", WAYS["able"]["ways"])
def test_what_somebody_can_do_takes_back_that_they_can_not(id: str, question: str) -> None:
    for way, behind in product(WAYS["able"]["ways"][id], WAYS["able"]["behind"]):
        with row(behind.format(way)):
            heard = heard_at(question, behind.format(way), counted=(id,))
            assert heard.findings.get(id) is False


@pytest.mark.parametrize(("id", "say"), WAYS["unable"])
def test_near_words_of_what_somebody_can_not_do_tell_it(id: str, say: str) -> None:
    assert heard_at("severity", say, counted=(id,)).findings.get(id)


@pytest.mark.parametrize("question", ["circulation", "skin", "breath", "infection"])
@pytest.mark.parametrize("say", WAYS["other_things"])
def test_a_no_to_what_is_taken_answers_nothing_of_the_leg(say: str, question: str) -> None:
    assert heard_at(question, say).answer is None
    assert heard_at("tendon-medicine", "no tablets like that").answer == "no"


@pytest.mark.parametrize("question", ["severity", "result", "how-it-began"])
@pytest.mark.parametrize(("say", "side"), WAYS["sides"])
def test_one_side_takes_the_place_of_the_other(say: str, side: str, question: str) -> None:
    heard = heard_at(question, say)
    assert (heard.side, heard.command) == (side, None)


@pytest.mark.parametrize("say", ["no, like a three, it's just annoying", "nah like a six at worst"])
def test_how_much_it_hurts_takes_no_swelling_back(say: str) -> None:
    heard = heard_at("severe-pain", say, counted=("swelling",))
    assert heard.answer == "no"
    assert "swelling" not in heard.findings
