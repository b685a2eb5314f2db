"""A muscle that works gets sore the longer it works: that is rated, and tells of no artery."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import ends, say_in

OF_A_RUN = ("worse-running", "worse-as-run-goes-on", "same-minute-each-run")
TIRED = (
    "my calf gets sore the longer I hold",
    "calf gets more and more sore as I go on",
    "my calf is burning the longer I go",
    "the calf hurts more the longer I go",
    "it builds up as I go and then goes away when I stop",
    "it got sorer the longer it went",
    "calf got sore at the end of the set but it eases straight away",
    "calf was burning by the end of it",
)
GRAVE = (
    "my foot gets numb when I hold",
    "my foot goes cold as I go on",
    "calf gets sore and my toes go numb the longer I hold",
    "calf is swollen and warm",
    "something went in my calf",
    "it went, there was a pop",
)


@pytest.mark.parametrize("part", ["a set", "the question for pain"])
@pytest.mark.parametrize("said", TIRED)
def test_it_ends_nothing(simulator: Simulator, part: str, said: str) -> None:
    talk, acts = say_in(simulator, part, said)
    kept = str(talk.take(Line(say="repeat")).request)

    assert not ends(acts)
    assert not any(id in kept for id in OF_A_RUN)


@pytest.mark.parametrize("said", GRAVE)
def test_what_may_be_grave_ends_it(simulator: Simulator, said: str) -> None:
    assert ends(say_in(simulator, "a set", said)[1])


@pytest.mark.parametrize("said", ["just muscle fatigue", "muscle soreness only"])
def test_a_tired_muscle_is_what_it_should_feel_like(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a set", said)[1][0].startswith("how-it-feels")
