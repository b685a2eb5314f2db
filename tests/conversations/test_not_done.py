"""An exercise that was not done, or not all of it, where it is asked how much it hurt."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, ends, say_in

PAIN = "the question for pain"
NOT_DONE = (
    "I have not done the bridge at all",
    "I skipped it",
    "none, I didn't do it",
    "zero, I wasn't doing it",
    "no, I skipped that one",
    "no pain, I didn't do it",
    "I left it out",
    "I gave it a miss",
    "I was just listening",
    "I never got round to that one",
    "I couldn't be bothered",
    "I decided to skip it",
)
IN_PART = (
    "I only did two",
    "I only got to five",
    "I gave up after two",
    "I stopped halfway",
    "I only did the left",
    "I did two of them",
    "I did about four and stopped",
    "just the one set",
    "I fell behind",
    "I didn't get to the end",
)
RATED = (
    "only a one",
    "one or two",
    "I only felt it at the end, two",
    "I haven't done this one before, two",
    "I didn't do it properly, three",
    "it only got to a two",
    "I got to the end, two",
)


@pytest.mark.parametrize("said", NOT_DONE)
def test_what_was_not_done_has_no_pain_and_is_not_counted(simulator: Simulator, said: str) -> None:
    talk, acts = say_in(simulator, PAIN, said)

    assert acts[:2] == ["not-done", "exercise-next"]
    for _ in range(3):
        acts_of(talk, "next")
    ended = acts_of(talk, "stop")
    assert not any(act.startswith("session-done") for act in ended)


@pytest.mark.parametrize("said", IN_PART)
def test_repetitions_are_no_pain(simulator: Simulator, said: str) -> None:
    talk, acts = say_in(simulator, PAIN, said)

    assert acts[0] == "done-in-part"
    assert acts[-1].startswith("how-much-pain")
    assert acts_of(talk, "one")[0] == "pain-go-on"


@pytest.mark.parametrize("said", RATED)
def test_a_rating_stays_one(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, PAIN, said)[1][0] == "pain-go-on"


def test_a_part_that_was_rated_is_not_counted_as_done(simulator: Simulator) -> None:
    talk, acts = say_in(simulator, PAIN, "no pain, but I only did half")
    assert acts[0] == "no-pain-go-on"

    assert not any(act.startswith("session-done") for act in acts_of(talk, "stop"))


@pytest.mark.parametrize("said", ["I skipped it because it hurt", "I stopped because it hurt"])
def test_who_left_it_for_pain_is_asked_for_a_number(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, PAIN, said)[1][0] == "pain-in-a-number"


def test_a_danger_beside_it_counts(simulator: Simulator) -> None:
    assert ends(say_in(simulator, PAIN, "I only did two because my foot went numb")[1])
