"""What goes on around somebody is no danger; an emergency holds, whatever is wanted."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import BEGUN, acts_of, ends, held, say_in

AROUND = (
    "my little sister is sitting on my legs lol get off",
    "the kids are screaming down the hall",
    "the baby is crying",
    "the telly is screaming in the next room",
    "crank it up, I can do this with my eyes shut",
    "little bro just barged into me, nearly fell, haha",
    "I can't get down on the floor with my hip",
)


@pytest.mark.parametrize("part", ["a rest", "the question for pain"])
@pytest.mark.parametrize("said", AROUND)
def test_what_goes_on_around_ends_no_set(simulator: Simulator, said: str, part: str) -> None:
    told = f"one. {said}" if part == "the question for pain" else said
    _, acts = say_in(simulator, part, told)

    assert not ends(acts)
    assert "grave-words" not in acts


def test_a_foot_that_tingles_down_there_is_a_foot(simulator: Simulator) -> None:
    _, acts = say_in(
        simulator, "a rest", "gone a bit tingly down there, my foot's fizzing like pop"
    )

    assert acts[:2] == ["danger-stop", "advice:tingling"]


@pytest.mark.parametrize(
    "said",
    [
        "can I just do the other exercises with my arms then",
        "then let's do the exercises",
        "start the calf routine",
    ],
)
def test_an_emergency_holds_in_its_words_whatever_is_wanted(
    simulator: Simulator, said: str
) -> None:
    """It may have been misheard: that is asked once, and a yes changes nothing."""
    begun = (*BEGUN, "my foot has gone cold and white", "yes")
    talk = held(simulator, begun)

    acts = acts_of(talk, said)
    if acts == ["ask:cold-foot"]:
        acts = acts_of(talk, "yes")

    assert acts[:2] == ["load-emergency", "because:cold-foot"]


def test_who_refuses_to_call_is_not_told_that_nobody_can_be_called(simulator: Simulator) -> None:
    begun = (*BEGUN, "my foot has gone cold and white", "yes")
    talk = held(simulator, begun)
    acts = acts_of(talk, "911? mate it's a sore leg, I'm not ringing anyone, carry on with the set")

    assert "cannot-call" not in acts
    assert not any(act.startswith(("set:", "resuming")) for act in acts)
