"""Who asks whether to stop for a pain tells its number, and the set waits for their word."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, say_in

IN_A_SET = (
    "should I stop",
    "it hurts a bit, should I stop",
    "shall we quit here",
    "is it better to stop",
    "it's a little sore, do I need to stop",
    "would it be wise to stop now",
)


@pytest.mark.parametrize("part", ["a set", "a rest"])
@pytest.mark.parametrize("said", IN_A_SET)
def test_a_mild_number_leads_to_a_wait(simulator: Simulator, said: str, part: str) -> None:
    talk, acts = say_in(simulator, part, said)
    assert acts == ["stop-there", "how-much-pain-anywhere"]

    told = acts_of(talk, "a two")
    assert (told[0], told[-1]) == ("may-stop", "ready-question")
    assert acts_of(talk, "yes")[-1] == "how-much-pain-anywhere"


def test_a_strong_pain_ends_it_whoever_asks(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "should I stop")

    assert acts_of(talk, "six") == ["pain-stop", "check-offer"]


def test_who_asks_whether_to_go_on_goes_on(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "it hurts a bit, can I carry on")

    assert acts_of(talk, "two")[0] == "pain-go-on"


def test_what_was_asked_before_holds_no_later_number(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, "a set", "should I stop")
    acts_of(talk, "skip")

    assert acts_of(talk, "two")[0] == "pain-go-on"


@pytest.mark.parametrize("part", ["a set", "the question for pain"])
@pytest.mark.parametrize(
    "said", ["I'd say four, could I leave it there", "a two, may I end it here"]
)
def test_a_number_beside_the_wish_to_leave_it_counts(
    simulator: Simulator, said: str, part: str
) -> None:
    _, acts = say_in(simulator, part, said)

    assert (acts[0], acts[-1]) == ("may-stop", "ready-question")
