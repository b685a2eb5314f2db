"""A question beside the no before exercise is answered, and the no counts."""

from __future__ import annotations

from itertools import product

import pytest

from simulator.start import Simulator
from tests.conversations.parts import say_in

PERSON = "the question about the person"
NOES = ("no", "nope,", "no, and", "none of that,")
ASKED = {
    "do I need a band": "to-fetch",
    "what do I need": "to-fetch",
    "how many questions are left": "last-question",
    "how long will it take": "exercises-in-all",
    "how many times a week": "how-often",
    "how hard is it": "exercises-after",
    "when can I run again": "answer:achilles-tendonitis/running",
    "should I wear shoes for it": "asked-at-offer",
}
PASSED_OVER = (
    "what happens if it hurts while I'm doing it",
    "should it feel warm afterwards",
    "does it matter which foot",
    "can my wife do it too",
)


@pytest.mark.parametrize(("no", "asked"), list(product(NOES, ASKED)))
def test_both_count(simulator: Simulator, no: str, asked: str) -> None:
    said = say_in(simulator, PERSON, f"{no} {asked}")[1]
    assert said[0].startswith(ASKED[asked])
    assert said[-1] == "which-level"


@pytest.mark.parametrize(("no", "asked"), list(product(NOES, PASSED_OVER)))
def test_no_question_loses_the_no(simulator: Simulator, no: str, asked: str) -> None:
    assert say_in(simulator, PERSON, f"{no} {asked}")[1][-1] == "which-level"
