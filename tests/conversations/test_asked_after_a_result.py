"""Practical questions after a result, and a visit that is put off: each has its own answer."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import held

RESULTS = {
    "self care": (
        "open ankle coach",
        "the outside of my right ankle hurts when i run, it came on slowly over three weeks",
        "i'm forty",
        *("no",) * 7,
    ),
    "911": (
        "open ankle coach",
        "i twisted my ankle an hour ago and the bone is poking out through the skin",
        "yes",
    ),
}
"""What is said up to each result."""
ASKED = (
    ("self care", "i'm on warfarin, can i have ibuprofen", "Ask a pharmacist"),
    ("self care", "can i keep gardening", "what doesn't hurt"),
    ("self care", "may i carry on with the housework", "what doesn't hurt"),
    ("self care", "so it isn't gout then", "Gout comes"),
    ("911", "can i keep gardening", "help comes first"),
    ("911", "should i ring the surgery tomorrow instead", "this can't wait"),
    ("911", "i'll go to bed and see", "this can't wait"),
    ("911", "i might sleep on it and decide", "this can't wait"),
    ("911", "so it isn't a stroke then", "can't be told by voice"),
    ("911", "what do i do about the white bit poking out", "clean, dry cloth"),
    ("911", "should i push it back in", "don't straighten it or push"),
    ("911", "should i lie down", "keep the leg still"),
)
"""After which result, what is asked, and words of the answer."""


@pytest.mark.parametrize(("after", "asked", "words"), ASKED)
def test_it_is_answered(simulator: Simulator, after: str, asked: str, words: str) -> None:
    talk = held(simulator, RESULTS[after])

    reply = talk.take(Line(say=asked))

    assert reply.session_open
    assert words in reply.speech


IN_THE_CHECK = ("open ankle coach", "my ankle hurts after i twisted it yesterday", "i'm forty")


@pytest.mark.parametrize(
    "said", ["leave it, stop", "no, leave it, I'm stopping", "that's enough, stop now", "stop"]
)
def test_who_leaves_the_check_has_left_it(simulator: Simulator, said: str) -> None:
    assert not held(simulator, IN_THE_CHECK).take(Line(say=said)).session_open
