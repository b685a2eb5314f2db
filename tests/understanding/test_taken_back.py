"""What was told, or was misheard, is taken back in any plain words, and near words tell it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from benchmarks.understand import context_of
from skill.understanding.heard import Heard
from skill.understanding.read import read
from tests.yaml_file import plain
from tools.content.load import load

WAYS: dict[str, Any] = plain(Path(__file__).with_name("ways") / "taken_back.yaml")
QUESTIONS = ("repeated-sprains", "result")


def _heard(question: str, say: str, *counted: str) -> Heard:
    library = load()
    context = replace(context_of(library, question), counted=counted)
    return read(library.words["en"].lexicon, say, context)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("way", WAYS["ways"])
def test_what_counted_is_denied_in_each_way(way: str, question: str) -> None:
    wrong = []
    for id, (clause, name, denial) in WAYS["told"].items():
        say = way.format(clause=clause, name=name, denial=denial)
        if _heard(question, say, id).findings.get(id) is not False:
            wrong.append(say)
    assert not wrong


@pytest.mark.parametrize(("say", "id"), WAYS["tells"])
def test_near_words_tell_it(say: str, id: str) -> None:
    assert _heard("tendon-history", say).findings.get(id)


@pytest.mark.parametrize(("question", "id", "say"), WAYS["answers_nothing"])
def test_what_is_taken_back_answers_nothing_that_is_asked(question: str, id: str, say: str) -> None:
    heard = _heard(question, say, id)
    assert (heard.answer, heard.findings.get(id)) == (None, False)


@pytest.mark.parametrize(("id", "say"), WAYS["of_another"])
def test_who_is_hurt_stays_who_speaks(id: str, say: str) -> None:
    heard = _heard("injury", say, id)
    assert (heard.person, heard.findings.get(id)) == (None, False)


@pytest.mark.parametrize(("id", "say"), WAYS["of_a_child"])
def test_a_child_with_a_sore_leg_is_the_one_who_is_hurt(id: str, say: str) -> None:
    assert _heard("injury", say, id).person == "child"
