"""A soft no is asked about once more only where an emergency may follow (decision 30)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from skill.dialog.reply import Asking
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


SPOKEN, UNSPOKEN = (
    ("no, I don't think so", "nope, don't think so"),
    ("not really", "I don't think so"),
)


@pytest.mark.parametrize(("question", "told"), [*GRAVE[:3], ("injury", GREW), ("fever", GREW)])
def test_a_second_soft_no_ends_it_where_the_first_had_a_no_in_it(
    question: str, told: dict[str, bool]
) -> None:
    asked = _asked(question, told)
    doubted = [state for one in SPOKEN if (state := say(asked, one).state) and not state.misses]
    open_still = [state for state in doubted if state.asking == question]

    assert not [
        one for state in open_still for one in UNSPOKEN if _grade(state, one) is not Answer.NO
    ]


UNSUPPORTED = (("circulation", GREW), ("skin", GREW), ("infection", GREW), ("severity", GREW))
SUPPORTED = (
    ("injury-shape", TWISTED),
    ("circulation", {**GREW, "numbness": True}),
    ("heat-or-fever", {**GREW, "swelling": True}),
    ("clot-signs", {"pain-calf": True, "under-eighteen": False}),
)
BARE = ("not really", "I don't think so", "hmm dunno not really", "I wouldn't say so", "I doubt it")
HEDGED = ("I don't think so, well, a bit", "I don't think so or maybe", "not really, it might be")


def _answered_twice(question: str, told: dict[str, bool], first: str, second: str) -> Answer | None:
    doubted = say(_asked(question, told), first).state
    assert doubted is not None
    assert doubted.asking == question
    return _grade(doubted, second)


@pytest.mark.parametrize(("question", "told"), UNSUPPORTED)
def test_two_bare_soft_noes_are_a_no_where_nothing_told_speaks_for_the_danger(
    question: str, told: dict[str, bool]
) -> None:
    assert not [
        one for one in BARE if _answered_twice(question, told, one, "not really") is not Answer.NO
    ]


@pytest.mark.parametrize(("question", "told"), SUPPORTED)
def test_they_are_none_where_what_was_told_speaks_for_it(
    question: str, told: dict[str, bool]
) -> None:
    assert not [
        one for one in BARE if _answered_twice(question, told, one, "not really") is Answer.NO
    ]


@pytest.mark.parametrize(("question", "told"), UNSUPPORTED)
def test_what_leaves_room_for_a_yes_is_no_soft_no(question: str, told: dict[str, bool]) -> None:
    for words in HEDGED:
        assert _answered_twice(question, told, "not really", words) is not Answer.NO
        assert _answered_twice(question, told, words, "not really") is not Answer.NO


def test_of_a_breath_two_soft_noes_are_none() -> None:
    asked = _asked("breath", {"pain-calf": True, "under-eighteen": False})
    doubted = say(asked, "no, I don't think so").state

    assert doubted is not None
    assert _grade(doubted, "not really") is not Answer.NO


PARTS = (
    ("skin", "bitten? no", "puncture-or-bite"),
    ("skin", "nothing black", "black-or-dusky-skin"),
    ("infection", "not swollen, no", "swelling"),
    ("infection", "no fever no", "fever"),
    ("infection", "well it's not red", "hot-or-red"),
)


@pytest.mark.parametrize(("question", "words", "part"), PARTS)
def test_a_no_to_one_thing_leaves_the_rest_to_one_question(
    question: str, words: str, part: str
) -> None:
    before = {"circulation": False, "foot-drop": False}
    if question == "infection":
        before["skin"] = False
    asked = _asked(question, {**GREW, **before})
    reply = say(replace(asked, asked=("how-it-began", question)), words)

    assert isinstance(reply, Asking)
    assert reply.question.about == f"{question}/{part}"


def test_an_answer_beside_a_correction_is_taken() -> None:
    asked = replace(_asked("skin", {**GREW, "both-sides": True}), side="both")
    after = say(
        asked, "no black, no cuts, and it really is one foot, the right one, not both"
    ).state

    assert after is not None
    assert after.asking != "skin"
    assert after.side == "right"
