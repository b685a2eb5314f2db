"""An answer in the check and a question in one breath: it counts, and the question is answered."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

TWISTED = ("open ankle coach", "my right ankle hurts on the outside after i twisted it yesterday")
GROWN = (*TWISTED, "i'm forty")
CREPT = (
    "open ankle coach",
    "the inside of my right shin hurts when i run, it came on slowly over three weeks",
    "i'm forty",
)
QUESTIONS = {
    "the age": TWISTED,
    "a snap": GROWN,
    "the shape": (*GROWN, "no"),
    "four steps": (*GROWN, "no", "no"),
    "sore bones": (*GROWN, "no", "no", "yes"),
    "a shin": CREPT,
    "the next of a shin": (*CREPT, "no"),
}
"""What is said before, by what is asked then."""
ASKED = {
    "should i ice it": "answer",
    "is that bad": "not-yet",
    "what's a tendon": "answer",
    "what are shin splints": "answer",
    "how long will it take": "answer",
    "how many more questions": "questions-left",
    "is it broken": "not-yet",
    "do i need an x-ray": "not-yet",
    "could it be a clot": "answer",
    "what happens if it is": "not-yet",
}
"""How the act begins that answers each question."""
ANSWERS = ("no", "yes", "i think so", "not really")
JOINED = ("{0} and {1}", "{0} {1}", "{1} but {0}", "{1} {0}")
EACH = [
    (place, ANSWERS[(at + n) % 4], asked, JOINED[(at + 2 * n + n // 4) % 4])
    for n, asked in enumerate(ASKED)
    for at, place in enumerate(QUESTIONS)
]
"""Every question with every other one; the answers and the orders take turns."""


@pytest.mark.parametrize(("place", "answer", "asked", "way"), EACH)
def test_the_answer_counts_and_the_question_is_answered(
    simulator: Simulator, place: str, answer: str, asked: str, way: str
) -> None:
    plain, both = held(simulator, QUESTIONS[place]), held(simulator, QUESTIONS[place])
    alone = acts_of(plain, answer)

    acts = acts_of(both, way.format(answer, asked))

    told = any(act.startswith(("care-", "fits")) for act in acts)
    assert told or any(act.startswith(ASKED[asked]) for act in acts)
    assert acts[-1] == alone[-1]


NO_QUESTION = (
    ("four steps", "no way can i stand on that", "no"),
    ("four steps", "no how could i", "no"),
    ("a snap", "okay and must i get an x-ray", None),
)


@pytest.mark.parametrize(("place", "said", "as_if"), NO_QUESTION)
def test_what_only_looks_like_a_question_is_none(
    simulator: Simulator, place: str, said: str, as_if: str | None
) -> None:
    before = held(simulator, QUESTIONS[place])
    asked = str(
        held(simulator, QUESTIONS[place][:-1]).take(Line(say=QUESTIONS[place][-1])).acts[-1]
    )
    after = acts_of(before, said)[-1]

    assert after == (acts_of(held(simulator, QUESTIONS[place]), as_if)[-1] if as_if else asked)
