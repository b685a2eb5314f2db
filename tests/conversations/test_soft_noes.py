"""A soft no is asked about once more only where an emergency may follow (decision 30)."""

from __future__ import annotations

import pytest

from skill.dialog.state import State
from skill.library.types import Answer
from tests.conversations.in_the_check import say

GREW = {"pain-outer-ankle": True, "under-eighteen": False, "injury": False}
TWISTED = {"pain-outer-ankle": True, "under-eighteen": False, "recent-twist-or-fall": True}

ORDINARY = (
    ("tendon-medicine", GREW),
    ("foot-at-risk", GREW),
    ("infection", GREW),
    ("severity", GREW),
    ("bone-risk", GREW),
    ("tender-bones", TWISTED),
)
GRAVE = (
    ("circulation", GREW),
    ("skin", GREW),
    ("injury-shape", TWISTED),
    ("deformity", TWISTED),
    ("cold-foot", TWISTED),
)
SOFT = (
    "no, I don't think so",
    "nope, don't think so",
    "I don't think so, no",
    "no I don't believe so",
    "not that I know",
    "not that I know of",
    "not that I'm aware of",
    "not to my knowledge",
    "nothing that I've noticed",
    "not as far as I can tell",
)
NONE_OF_THESE = (
    "not really",
    "I don't think so",
    "not that I know, I haven't looked",
    "not that I know but I'm not sure",
    "not that I was told",
    "no idea",
    "hard to say",
    "maybe not",
)


def _asked(question: str, told: dict[str, bool], *unsure: str) -> State:
    given = {id: Answer.YES if so else Answer.NO for id, so in told.items()}
    return State(
        pending="question",
        asking=question,
        asked=(question,),
        given=given,
        unsure=unsure,
        mine=True,
    )


def _grade(before: State, words: str) -> Answer | None:
    after = say(before, words).state
    assert after is not None
    assert before.asking is not None
    return after.given.get(before.asking)


@pytest.mark.parametrize(("question", "told"), ORDINARY)
def test_a_no_that_is_believed_is_asked_nothing_twice(question: str, told: dict[str, bool]) -> None:
    asked = _asked(question, told)

    assert not [one for one in SOFT if _grade(asked, one) is not Answer.NO]


@pytest.mark.parametrize(("question", "told"), ORDINARY)
def test_what_is_softer_is_put_once_more(question: str, told: dict[str, bool]) -> None:
    asked = _asked(question, told)

    assert not [one for one in NONE_OF_THESE if _grade(asked, one) is Answer.NO]


@pytest.mark.parametrize(("question", "told"), GRAVE)
def test_where_an_emergency_may_follow_it_is_put_once_more_and_counts_then(
    question: str, told: dict[str, bool]
) -> None:
    soft = [one for one in SOFT if not one.startswith(("I don't think so, no", "nope"))]
    asked, again = _asked(question, told), _asked(question, told, question)

    assert not [one for one in soft if _grade(asked, one) is not None]
    assert not [one for one in soft if _grade(again, one) is not Answer.NO]
