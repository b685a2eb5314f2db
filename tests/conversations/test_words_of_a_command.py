"""What is wished for before and in an exercise: its words answer no question."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import BEGUN, acts_of, held, say_in

BEFORE = {
    "the first question before exercise": "safety-today",
    "the question about the person": "safety-person",
    "the question for the step": "which-level",
}
WISHED = (
    "can we rest a bit longer",
    "I need longer between sets",
    "I want it harder",
    "can we step it up",
    "all set, begin",
    "that's enough rest",
    "a stronger band",
    "a bit more load",
    "what do I do after this",
    "how many exercises are there",
    "remind me how it's done",
)
COUNTED = (
    "one moment please",
    "two ticks",
    "I need an easier one",
    "an easy one",
    "take me back one",
    "how does this one go",
    "go back to the last one",
    "a bit slower please",
    "take it down a bit",
)
STEPS = ("step two", "two", "number one", "the second one", "two, slower please")


@pytest.mark.parametrize(("part", "asked"), BEFORE.items())
@pytest.mark.parametrize("said", WISHED)
def test_a_wish_for_later_leaves_the_question_open(
    simulator: Simulator, said: str, part: str, asked: str
) -> None:
    _, acts = say_in(simulator, part, said)

    assert acts[-1].startswith(asked)
    assert "missed-once" not in acts


@pytest.mark.parametrize("said", COUNTED)
def test_a_number_or_a_bit_of_a_wish_is_no_step(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "the question for the step", said)[1][-1] == "which-level"


@pytest.mark.parametrize("said", STEPS)
def test_a_step_is_one_still(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "the question for the step", said)[1][-1] == "last-sessions"


@pytest.mark.parametrize("said", ["one moment please", "two ticks", "the baby's crying"])
def test_a_wait_rates_no_pain(simulator: Simulator, said: str) -> None:
    _, acts = say_in(simulator, "the question for pain", said)
    assert acts[0] == "paused-between"


@pytest.mark.parametrize("said", ["hang on, six", "wait, two"])
def test_a_number_behind_a_wait_does(simulator: Simulator, said: str) -> None:
    _, acts = say_in(simulator, "the question for pain", said)
    assert acts[0].startswith("pain-")


@pytest.mark.parametrize("said", ["none of those, make it easier", "none of that, make it easier"])
def test_what_is_denied_is_no_treatment(simulator: Simulator, said: str) -> None:
    _, acts = say_in(simulator, "the first question before exercise", said)
    assert acts == ["when-it-begins", "safety-person"]


def test_slower_beside_a_first_time_is_kept(simulator: Simulator) -> None:
    assert "slower-now" in acts_of(held(simulator, BEGUN[:3]), "first time, slower please")


@pytest.mark.parametrize(
    "said", ["a six year old could do this", "my three year old could do that"]
)
def test_a_child_to_whom_it_is_likened_does_not_exercise(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a set", said)[1][0] == "harder-after-a-set"


@pytest.mark.parametrize("said", ["I'm six years old", "this is for my six year old"])
def test_a_child_who_exercises_is_not_coached(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a set", said)[1][0] == "too-young"


@pytest.mark.parametrize("part", ["a set-up", "a rest", "a switch of sides"])
@pytest.mark.parametrize("said", ["I don't need the rest, let's go", "shorten the break please"])
def test_a_rest_that_is_not_needed_ends(simulator: Simulator, said: str, part: str) -> None:
    assert say_in(simulator, part, said)[1][0] == "resuming"


@pytest.mark.parametrize("part", ["a set-up", "the wait before a set", "a switch of sides"])
def test_who_has_done_it_before_leaves_nothing_out(simulator: Simulator, part: str) -> None:
    assert say_in(simulator, part, "I've done this before")[1][0] == "resuming"


@pytest.mark.parametrize("said", ["only the left one", "only do the left side"])
def test_one_side_in_the_middle_of_it_is_a_wish(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a switch of sides", said)[1][0] == "only-left"


def test_the_easiest_of_the_list_is_named(simulator: Simulator) -> None:
    talk = held(simulator, ("what exercises have you got",))
    assert acts_of(talk, "is there an easier one")[0] == "which-routine"
