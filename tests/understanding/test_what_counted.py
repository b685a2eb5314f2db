"""A no takes back what counted before where it is said of that, not where it answers another."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from benchmarks.understand import context_of
from skill.understanding.read import read
from tools.content.load import load

CALF = "calf-swollen-or-warm"
"""What was told before, in each row."""

OF_THE_QUESTION = (
    ("circulation", "no, warm as toast"),
    ("circulation", "nope, nice and warm"),
    ("circulation", "it isn't cold, it's warm"),
    ("infection", "not hot, no"),
    ("infection", "no, it's not warm"),
    ("hot-or-red", "no, not hot at all"),
)
OF_THE_CALF = (
    ("repeat-offer", "my calf isn't warm"),
    ("repeat-offer", "hang on, the calf is not swollen"),
    ("severity", "no, and it's not swollen"),
)


def _calf(question: str, say: str) -> bool | None:
    library = load()
    context = replace(context_of(library, question), counted=(CALF,))
    return read(library.words["en"].lexicon, say, context).findings.get(CALF)


@pytest.mark.parametrize(("question", "say"), OF_THE_QUESTION)
def test_what_answers_a_question_takes_no_danger_back(question: str, say: str) -> None:
    assert _calf(question, say) is not False


@pytest.mark.parametrize(("question", "say"), OF_THE_CALF)
def test_a_denial_of_what_counted_takes_it_back(question: str, say: str) -> None:
    assert _calf(question, say) is False
