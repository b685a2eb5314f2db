"""Before exercise an age or an illness of somebody else tells nothing of who speaks."""

from __future__ import annotations

from itertools import product

import pytest

from simulator.start import Simulator
from tests.conversations.parts import say_in

TODAY, PERSON = "the first question before exercise", "the question about the person"
NEXT = {TODAY: "safety-person", PERSON: "which-level"}
AGAIN = {TODAY: "safety-today", PERSON: "safety-person"}
NOES = ("no {}", "no, none of that, but {}", "{} but me, no", "no, I am forty five, {}")
OTHERS = (
    "my grandson is eight and he tingles when he laughs",
    "my son is twelve if that counts",
    "my daughter is five weeks off giving birth",
    "my boss is pregnant",
    "my mother fell last week",
    "the dog is diabetic",
    "my brother had knee surgery last month",
    "my neighbour is diabetic poor thing",
    "my niece just had a baby",
)
OWN = {
    "my son wants to do it, he's twelve": "too-young",
    "no, my son will do it, he's twelve": "too-young",
    "it's for my daughter, she is nine": "too-young",
    "no but I'm sixteen": "too-young",
    "no, but I'm eight months gone": "needs-word",
    "no, my baby is two weeks old": "finish-first",
    "my dad and I both are diabetic": "needs-word",
    "there's metal in my leg, my wife too": "needs-word",
}
"""What is of who speaks, or of a child that is to exercise, and how the reply begins."""


@pytest.mark.parametrize(("part", "other"), list(product(NEXT, OTHERS)))
def test_beside_a_no_it_is_left_out(simulator: Simulator, part: str, other: str) -> None:
    told = {no: say_in(simulator, part, no.format(other))[1] for no in NOES}

    assert not {no: acts for no, acts in told.items() if not acts[-1].startswith(NEXT[part])}


@pytest.mark.parametrize(("part", "other"), list(product(NEXT, OTHERS)))
def test_without_a_no_it_is_asked_again(simulator: Simulator, part: str, other: str) -> None:
    acts = say_in(simulator, part, other)[1]

    assert acts[-1].startswith(AGAIN[part])


@pytest.mark.parametrize(("part", "said"), list(product(NEXT, OWN)))
def test_what_is_of_who_exercises_stays(simulator: Simulator, part: str, said: str) -> None:
    assert say_in(simulator, part, said)[1][0] == OWN[said]
