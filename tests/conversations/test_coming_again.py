"""Who comes again to exercises, and says so in their own words."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import acts_of, held, say_in

STEP = "the question for the step"
BEGINS = ("safety-today", "safety-today-bone")
AGAIN = {
    "round two of the shin thing": "shin-and-foot-strength",
    "round two of the calf exercises": "calf-strength",
    "part three of the arch work": "arch-and-nerve-gentle-work",
    "session four of the balance thing": "ankle-steadiness",
    "shin strength it's the third time": "shin-and-foot-strength",
    "calf strength, second go": "calf-strength",
    "another round of the calf work": "calf-strength",
    "shin exercises round two": "shin-and-foot-strength",
    "back again for the calves": "calf-strength",
    "me again, calves": "calf-strength",
}
TROUBLE = (
    "round two of shin splints",
    "it's the same pain again",
    "me again, my calves hurt",
    "second time my shin has gone",
    "back again with the calf pain",
)
NOT_NEW = (
    "no",
    "No I've done it before",
    "no, did it before",
    "not the first time",
    "it's not my first time",
    "nope been here before",
    "I've done this loads",
    "it's not new to me",
    "I'm no beginner",
)
NEW = ("first time", "it's my first time", "never done it before", "I've not done it before", "new")


@pytest.mark.parametrize(("said", "routine"), AGAIN.items())
def test_the_routine_is_named_by_how_often_it_was_done(
    simulator: Simulator, said: str, routine: str
) -> None:
    talk = held(simulator, ("open ankle coach",))
    reply = talk.take(Line(say=said))

    assert reply.acts[0] in BEGINS
    assert reply.heard["routine"] == routine


@pytest.mark.parametrize("said", TROUBLE)
def test_what_comes_again_and_hurts_is_checked(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, ("open ankle coach",)), said)

    assert acts[-1] == "ask:how-it-began"


@pytest.mark.parametrize("said", ["the usual please", "same again please", "same as last week"])
def test_nobody_keeps_what_was_done_without_a_bookmark(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, ("open ankle coach",)), said)

    assert acts == ["none-kept", "choose-routine"]


@pytest.mark.parametrize("said", NOT_NEW)
def test_who_has_done_it_before_is_asked_for_the_step_in_other_words(
    simulator: Simulator, said: str
) -> None:
    talk, acts = say_in(simulator, STEP, said)

    assert acts == ["not-new", "step-number"]
    assert acts_of(talk, "I don't know")[0] == "from-the-start"


@pytest.mark.parametrize("said", NEW)
def test_a_first_time_begins(simulator: Simulator, said: str) -> None:
    assert say_in(simulator, STEP, said)[1][0] == "routine-start"


def test_a_step_beside_it_counts(simulator: Simulator) -> None:
    assert say_in(simulator, STEP, "two, done it before")[1] == ["last-sessions"]


@pytest.mark.parametrize("said", ["no I've done it before", "not the first time", "loads", "yes"])
def test_sessions_are_asked_for_in_other_words(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, STEP, "two")

    assert acts_of(talk, said) == ["sessions-roughly"]
    assert acts_of(talk, said)[0] == "progress-stay"


@pytest.mark.parametrize("said", ["physio sorted all that", "my doctor has dealt with all this"])
def test_what_a_clinician_saw_is_asked_for_today(simulator: Simulator, said: str) -> None:
    acts = say_in(simulator, "the first question before exercise", said)[1]

    assert acts == ["clinician-saw", "safety-today-plainer"]


@pytest.mark.parametrize(
    "said",
    [
        "I just want exercises",
        "can we skip this and do exercises",
        "forget that, just do exercises",
    ],
)
def test_a_wish_for_exercise_in_the_check_is_granted(simulator: Simulator, said: str) -> None:
    begun = ("open ankle coach", "my calf hurts when I run", "it crept up over two weeks")

    assert acts_of(held(simulator, (*begun, "I'm forty")), said) == ["choose-routine"]
