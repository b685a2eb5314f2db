"""An answer counts beside the question why it is wanted: "no, why do you ask"."""

from __future__ import annotations

import pytest

from benchmarks.understand import context_of
from skill.understanding.read import read
from tools.content.load import load

ASKED = (
    *("why do you ask", "why", "why you ask that", "why's that matter", "why do you want to know"),
    *("how come you ask", "what do you need that for", "what for", "why is that important"),
)


@pytest.mark.parametrize("why", ASKED)
@pytest.mark.parametrize(("said", "answer"), [("no", "no"), ("nope", "no"), ("yes", "yes")])
def test_an_answer_counts_beside_why(why: str, said: str, answer: str) -> None:
    library = load()
    lexicon = library.words["en"].lexicon
    heard = read(lexicon, f"{said}, {why}", context_of(library, "feeling"))
    assert (heard.answer, heard.command) == (answer, "why_ask")


@pytest.mark.parametrize("why", ASKED)
def test_why_alone_answers_nothing(why: str) -> None:
    library = load()
    heard = read(library.words["en"].lexicon, why, context_of(library, "feeling"))
    assert (heard.answer, heard.command) == (None, "why_ask")
