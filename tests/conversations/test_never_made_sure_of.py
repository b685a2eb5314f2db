"""Who is only not heard at the question for an emergency, and goes on without it, is sent to be
seen today, and hears what to do if it is so; who told of it before is sent for help (decision 11).
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from skill.dialog.state import State
from skill.interview.assessment import assess
from skill.library.types import Answer, Care
from tests.conversations.in_the_check import knowledge, say

GREW = {"pain-outer-ankle": Answer.YES, "under-eighteen": Answer.NO, "injury": Answer.NO}
EMERGENCIES = (
    *("black-or-dusky-skin", "bladder-or-bowel", "breathless-or-chest-pain", "cannot-move-toes"),
    *("cold-foot", "deformity", "heavy-bleeding", "heavy-blow", "open-wound", "saddle-numbness"),
    *("stroke", "sudden-numbness", "weak-both-legs"),
)
ONWARD = ("yes", "skip it", "go on", "next question", "yes leave it", "sure, carry on")
CIRCULATION = "circulation"


def offered(id: str, **told: object) -> State:
    """The state in which it is offered to go on without an answer that was missed twice."""
    state = State(pending="skip-offer", asked=("how-it-began", id), given=GREW, misses=2)
    return replace(state, **told)


def care_after(state: State, words: str) -> int:
    """The rank of the care that the answers call for after some words."""
    after = say(state, words).state
    assert after is not None
    assert after.pending != "skip-offer"
    return assess(knowledge().library, after.given).rank


@pytest.mark.parametrize("words", ONWARD)
@pytest.mark.parametrize("id", EMERGENCIES)
def test_what_nobody_told_of_is_looked_at_today(id: str, words: str) -> None:
    assert care_after(offered(id), words) == Care.SAME_DAY.rank


@pytest.mark.parametrize("told", [{"alarms": ("cold-foot",)}, {"unsure": ("cold-foot",)}])
@pytest.mark.parametrize("words", ONWARD)
def test_what_was_told_or_half_told_stays_an_emergency(
    words: str, told: dict[str, tuple[str, ...]]
) -> None:
    assert care_after(offered("cold-foot", **told), words) == Care.EMERGENCY.rank


@pytest.mark.parametrize(
    ("unheard", "care"), [((), Care.EMERGENCY), ((CIRCULATION,), Care.SAME_DAY)]
)
def test_a_yes_to_several_things_counts_where_it_was_understood(
    unheard: tuple[str, ...], care: Care
) -> None:
    given = {**GREW, CIRCULATION: Answer.KIND_OF}
    state = offered("cold-foot", given=given, unheard=unheard)
    assert care_after(state, "yes") == care.rank


def test_who_would_rather_answer_is_asked_again() -> None:
    after = say(offered("cold-foot"), "no").state
    assert after is not None
    assert after.asking == "cold-foot"
