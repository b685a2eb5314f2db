"""First aid for a bleed: told first wherever it is needed, and the session stays open."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import PARTS, STOPPED, acts_of, held, say_in

OPENED = "open ankle coach"
TOLD_OF = ("there's blood everywhere", "it's soaking through the towel", "my shin's bleeding badly")
HOW = ("how do I stop it bleeding", "how do we stop the bleeding", "do I press on the wound")
ASKED = (*HOW, "stop the bleeding", "make it stop bleeding")
TIED = ("can I use my belt as a tourniquet", "it's bleeding, shall I tie something round it")
STATES: dict[str, tuple[str, ...]] = {
    "nothing": (),
    "the opening": (OPENED,),
    "a question of the check": (OPENED, "my ankle hurts on the outside"),
    "a safety question": (OPENED, "my left foot is cold and pale"),
    "a topic": (OPENED, "what is tarsal tunnel"),
    "an emergency": (OPENED, "my left foot is cold and pale", "yes"),
    "a wound": (OPENED, "I fell and the bone is sticking out", "yes"),
    "a result of today": (OPENED, "I'm thirty weeks pregnant and my left calf is swollen", "no"),
}
STOPPING = ("answer:stopping-the-bleeding/", "answer-urgent:stopping-the-bleeding/")
TYING = ("answer:tying-off-a-bleed/", "answer-urgent:tying-off-a-bleed/")


FIRST = {**dict.fromkeys((*TOLD_OF, *ASKED), STOPPING), **dict.fromkeys(TIED, TYING)}
"""What is said, and what is told first."""


@pytest.mark.parametrize("said", FIRST)
@pytest.mark.parametrize("state", STATES)
def test_first_aid_is_told_first_in_every_state(
    simulator: Simulator, state: str, said: str
) -> None:
    talk = held(simulator, STATES[state])

    acts = acts_of(talk, said)

    assert acts[0].startswith(FIRST[said]), acts
    assert talk.session_open


@pytest.mark.parametrize("said", TOLD_OF)
@pytest.mark.parametrize("part", PARTS)
def test_an_exercise_ends_for_a_bleed(simulator: Simulator, part: str, said: str) -> None:
    talk, acts = say_in(simulator, part, said)

    assert {"because:heavy-bleeding", "ask-to-confirm:heavy-bleeding"} & {*acts}, acts
    assert any(act.startswith(STOPPED) for act in acts)
    assert talk.session_open


@pytest.mark.parametrize("said", HOW)
@pytest.mark.parametrize("part", PARTS)
def test_an_exercise_ends_for_a_question_how_to_stop_one(
    simulator: Simulator, part: str, said: str
) -> None:
    talk, acts = say_in(simulator, part, said)

    assert acts[0].startswith(STOPPING), acts
    assert acts[-1] == "ask-to-confirm:heavy-bleeding"
    assert acts_of(talk, "yes")[:2] == ["because:heavy-bleeding", "care-emergency"]
    assert talk.session_open


@pytest.mark.parametrize(
    "said", ["should I rub it", "do I press on it", "what do I do till they come"]
)
def test_nobody_who_bleeds_is_told_not_to_press(simulator: Simulator, said: str) -> None:
    talk = held(simulator, (OPENED, "I fell off a ladder and my shin's bleeding badly", "yes"))

    spoken = talk.take(Line(say=said)).speech

    assert "press hard" in spoken.lower()
    assert "don't press" not in spoken
    assert "loosen" not in spoken.lower()
