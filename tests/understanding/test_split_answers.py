"""Whether it is so at one time and not at another, at questions about the body."""

from __future__ import annotations

import pytest

from skill.understanding.heard import AnswerHeard
from tests.row import each_row
from tests.understanding.hearing import heard_at

TIMES = ("first thing", "in the morning", "at first", "when i get up", "after a run", "last week")
NOT_THEN = ("later no", "by lunch no", "otherwise no", "after that it's fine", "now i'm fine")
QUESTIONS = ("limping", "swelling", "severe-pain", "numbness", "fever", "cold-foot")


@each_row("time", TIMES)
@each_row("rest", NOT_THEN)
@each_row("question", QUESTIONS)
def test_a_yes_for_a_time_is_no_plain_no(question: str, time: str, rest: str) -> None:
    """What was so at one time stays told, whatever is fine at another."""
    assert _answer(question, f"{time} yes {rest}") in ("only_when", "kind_of", "yes")


@pytest.mark.parametrize(
    ("question", "said", "answer"),
    [
        ("night-pain", "at night no in the morning yes", "no"),
        ("night-pain", "in the morning no at night yes", "yes"),
        ("night-pain", "at night yes in the day no", "yes"),
        ("night-pain", "no not at night", "no"),
    ],
)
def test_of_the_time_that_is_asked_about_its_own_word_counts(
    question: str, said: str, answer: AnswerHeard
) -> None:
    """What is said of another time answers nothing."""
    assert _answer(question, said) == answer


def _answer(question: str, said: str) -> AnswerHeard | None:
    return heard_at(question, said).answer
