"""How an exercise is done, with what, and what comes: told wherever somebody asks in a session."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import COACHED, say_in

TOLD_AGAIN = (
    "how do I do that one again",
    "how do you do this one again",
    "tell me how to do it again",
    "explain that one again",
    "what do I do for that one again",
)
BEGUN_AGAIN = ("do that one again", "start this one over")
WITH_WHAT = {
    "can I do it with my slippers on": "asked-shoes",
    "am I all right in my crocs": "asked-shoes",
    "barefoot or slippers": "asked-shoes",
    "is carpet okay": "asked-floor",
    "can I do this on the tiles": "asked-floor",
    "does it matter if it's grass": "asked-floor",
}
TO_COME = (
    "any lying down",
    "is there any kneeling coming up",
    "does any of it need standing",
    "what's the third one",
    "which one is last",
)


@pytest.mark.parametrize("said", TOLD_AGAIN)
@pytest.mark.parametrize("part", COACHED)
def test_what_is_asked_again_is_told_and_not_begun_again(
    simulator: Simulator, part: str, said: str
) -> None:
    _, acts = say_in(simulator, part, said)

    assert any(act.startswith(("whole-set-up", "set-up:")) for act in acts)
    assert not any(act.startswith("set-up-again") for act in acts)


@pytest.mark.parametrize("said", BEGUN_AGAIN)
def test_what_is_wanted_again_is_begun_again(simulator: Simulator, said: str) -> None:
    _, acts = say_in(simulator, "a set", said)

    assert acts[0].startswith("set-up-again")


@pytest.mark.parametrize("said", WITH_WHAT)
@pytest.mark.parametrize("part", COACHED)
def test_what_it_is_done_with_and_on_is_answered(
    simulator: Simulator, part: str, said: str
) -> None:
    _, acts = say_in(simulator, part, said)

    assert acts[0] == WITH_WHAT[said] or acts[0].endswith("/shoes")


@pytest.mark.parametrize("said", TO_COME)
@pytest.mark.parametrize("part", COACHED)
def test_who_asks_what_comes_hears_its_names(simulator: Simulator, part: str, said: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert acts[:2] == ["this-is", "then-come"]
