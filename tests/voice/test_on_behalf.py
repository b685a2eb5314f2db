"""To whoever answers for a child or another adult, every question and reason is put of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from skill.library.region import regional
from tools.content.load import load

WORDS = load().words["en"]
OF_THE_LISTENER = re.compile(
    r"\b(are|do|have|can|did|were|had) you\b"
    r"|\byour (?!child|finger\b|doctor)\w+"
)
ASKED_OF_WHO_ANSWERS = ("have you noticed", "do you or a doctor")
ON_BEHALF = {"a child": WORDS.of_child, "another adult": WORDS.of_another}


def questions() -> Iterator[str]:
    for kind in (WORDS.red_flags, WORDS.gates, WORDS.findings):
        for words in kind.values():
            more = (getattr(words, key, None) for key in ("plainer", "confirm"))
            yield from filter(None, (words.ask, words.reprompt, *more))


def results() -> Iterator[str]:
    yield from (words.because for words in WORDS.red_flags.values())
    for condition in WORDS.conditions.values():
        yield from (condition.about, condition.until)


def left(texts: Iterator[str], instead: Mapping[str, str]) -> list[str]:
    put = [regional(instead)(text) for text in texts]
    return [
        text
        for text in put
        if OF_THE_LISTENER.search(text.lower())
        and not any(allowed in text.lower() for allowed in ASKED_OF_WHO_ANSWERS)
    ]


@pytest.mark.parametrize("whom", ON_BEHALF)
def test_no_question_is_put_of_who_answers(whom: str) -> None:
    assert left(questions(), ON_BEHALF[whom]) == []


@pytest.mark.parametrize("whom", ON_BEHALF)
def test_no_result_is_told_of_who_answers(whom: str) -> None:
    assert left(results(), ON_BEHALF[whom]) == []


def test_of_another_adult_nothing_is_said_as_of_a_child() -> None:
    assert [said for said in WORDS.of_another.values() if re.search(r"\bchild|they's", said)] == []
