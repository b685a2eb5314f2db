"""At the question for an age only what speaks of age is an answer: "none of that" is no child."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held
from tests.row import each_row

ASKED = ("open ankle coach", "my ankle hurts on the outside and it crept up over three weeks")
ASKED_AGAIN = ["missed-once", "ask-otherwise:under-eighteen"]
OF_A_LIST = """
none of that | none of those | none of these | none of them | none | none at all | none of it
nothing like that | nothing of the sort | nothing of the kind | nothing | nothing at all
no nothing like that | no none of that | nope none of those | all good | all fine | all clear
all okay | it's all good | i'm fine | i'm good | fine | good | no problems | no problem | no issues
no trouble | no complaints | nothing to report | nothing wrong | everything's fine | no symptoms
no pain | never had that | never | neither | neither of those | no worries | so far so good
not that i've noticed | no sign of it | not at all | no to all of that
i don't have any of that | i haven't got any of those | can't complain
"""
CHILD = ("no", "nope", "no i'm not", "no i'm seventeen", "not yet", "i'm sixteen")
GROWN_UP = ("yes", "i'm forty", "none of that, i'm forty", "of course", "no, i'm fifty two")


def answers(table: str) -> list[str]:
    return [one.strip() for line in table.strip().splitlines() for one in line.split("|")]


@each_row("said", answers(OF_A_LIST))
def test_what_is_said_of_a_list_is_no_age(simulator: Simulator, said: str) -> None:
    talk = held(simulator, ASKED)

    assert acts_of(talk, said) == ASKED_AGAIN
    assert "so-young" not in acts_of(talk, said)


@pytest.mark.parametrize("said", CHILD)
def test_a_plain_no_is_a_child(simulator: Simulator, said: str) -> None:
    assert {"so-young", "child"} & {*acts_of(held(simulator, ASKED), said)}


@pytest.mark.parametrize("said", GROWN_UP)
def test_an_age_goes_on(simulator: Simulator, said: str) -> None:
    assert acts_of(held(simulator, ASKED), said) == ["ask:circulation"]
