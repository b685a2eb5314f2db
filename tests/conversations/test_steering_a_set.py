"""What is said in the middle of an exercise to steer it: less talk, no rest, the other side."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import say_in

RUNNING = ("a set-up", "the wait before a set", "a set", "a rest", "between two parts", "a pause")
GOES_ON = {"resuming"}
WELL = (
    "fine",
    "I'm fine",
    "all good",
    "doing fine",
    "I'm okay thanks",
    "everything's fine here",
    "no problem",
    "no complaints so far",
    "it feels good",
    "feeling great",
    "that's better",
)
UNWELL = ("I'm not fine", "that's not good", "I'm not doing too great", "not okay")
LESS_TALK = (
    "less talking",
    "just count",
    "less chat please",
    "shut up and count",
    "no more explaining",
    "can you talk less",
    "you talk too much",
)
SILENCE = ("in silence", "can we do this in silence", "let me do it in peace", "silence")
NO_REST = ("no more resting", "no more rest", "okay no further rest", "okay enough rest")


@pytest.mark.parametrize("part", RUNNING)
@pytest.mark.parametrize("said", WELL)
def test_whoever_is_well_goes_on(simulator: Simulator, part: str, said: str) -> None:
    assert say_in(simulator, part, said)[1][0] == "resuming"


@pytest.mark.parametrize("said", UNWELL)
def test_whoever_is_not_well_is_not_counted_for(simulator: Simulator, said: str) -> None:
    assert not GOES_ON & set(say_in(simulator, "a set", said)[1])


@pytest.mark.parametrize(
    "said",
    ["it hurts but I'm fine", "ow that hurt but I'm okay"],
)
def test_what_hurts_is_asked_about_though_it_is_called_fine(
    simulator: Simulator, said: str
) -> None:
    assert say_in(simulator, "a set", said)[1] == ["stop-there", "how-much-pain-anywhere"]


@pytest.mark.parametrize("said", ["it hurts but I'm fine", "it hurts, but I am all fine"])
def test_a_pain_that_is_called_fine_is_no_zero(simulator: Simulator, said: str) -> None:
    acts = say_in(simulator, "the question for pain", said)[1]
    assert acts[-1] == "how-much-pain-anywhere"


@pytest.mark.parametrize("part", ["a set-up", "a set", "a rest"])
@pytest.mark.parametrize("said", LESS_TALK)
def test_whoever_wants_less_talk_is_counted_for(simulator: Simulator, part: str, said: str) -> None:
    assert "resuming" in say_in(simulator, part, said)[1][:2]


@pytest.mark.parametrize("part", ["a set-up", "a set", "a rest"])
@pytest.mark.parametrize("said", SILENCE)
def test_that_the_count_stays_is_told(simulator: Simulator, part: str, said: str) -> None:
    assert say_in(simulator, part, said)[1][:2] == ["count-stays", "resuming"]


@pytest.mark.parametrize("said", NO_REST)
def test_a_rest_that_is_not_wanted_ends(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a rest", said)[1][:2] == ["resuming", "set-soon"]


@pytest.mark.parametrize("said", ["turn it down", "turn that down a bit", "turn it up a little"])
def test_how_loud_it_is_changes_no_dose(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a set", said)[1][:2] == ["volume", "resuming"]


@pytest.mark.parametrize("said", ["turn it down a notch", "dial it down", "take it down a bit"])
def test_a_dose_is_still_turned_down(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a set", said)[1][0] == "made-easier-dose"


WRONG = ("hang on I'm on the wrong leg", "I did the wrong leg", "oops, wrong foot", "wrong side")
OTHER = ("swap sides", "other leg now", "let's switch legs", "on to the other side")


@pytest.mark.parametrize("said", WRONG)
def test_whoever_is_on_the_wrong_side_has_time_to_change(simulator: Simulator, said: str) -> None:
    acts = say_in(simulator, "a switch of sides", said)[1]
    assert acts[:2] == ["side-now-right", "paused-between"]


@pytest.mark.parametrize("said", OTHER)
def test_the_other_side_begins_at_once(simulator: Simulator, said: str) -> None:
    acts = say_in(simulator, "a switch of sides", said)[1]
    assert acts[:2] == ["resuming", "side-now-right"]


@pytest.mark.parametrize("said", [*WRONG, *OTHER, "both legs"])
def test_where_both_sides_work_it_is_told(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a set", said)[1][:2] == ["side-now-both", "resuming"]


@pytest.mark.parametrize("said", ["my other leg hurts", "this leg hurts"])
def test_a_leg_that_hurts_is_asked_about(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, "a set", said)[1] == ["stop-there", "how-much-pain-anywhere"]
