"""A safety question before exercise that is not understood: it counts as yes, and is put right."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import PARTS, acts_of, held

TODAY, PERSON = "the first question before exercise", "the question about the person"
MISSES = ("blargh fleem",) * 5
NONE_OF_IT = (
    "I've had none",
    "I have none of it",
    "none of that is so",
    "I've never had any of those",
    "I'm forty",
    "I have no metal",
    "no metal",
    "I just didn't hear you",
    "you didn't understand me",
)
NOT_HURT = (
    "I didn't twist anything, I just didn't hear you",
    "I didn't hurt anything",
    "no I'm not hurt",
    "there's nothing new",
    "I just couldn't catch that",
    "I never said yes",
)


def _missed(simulator: Simulator, part: str) -> tuple[str, ...]:
    return (*PARTS[part][0], *MISSES)


@pytest.mark.parametrize(
    ("part", "waits"), [(TODAY, "exercise-waits-if-so"), (PERSON, "needs-clearance-if-so")]
)
def test_it_counts_as_yes_and_the_session_stays(
    simulator: Simulator, part: str, waits: str
) -> None:
    talk = held(simulator, _missed(simulator, part)[:-1])
    acts = acts_of(talk, MISSES[-1])

    assert acts == ["missed-twice-offer", "taken-as-yes", waits, "check-offer"]


@pytest.mark.parametrize("said", NONE_OF_IT)
def test_who_has_none_of_it_is_asked_again_and_goes_on(simulator: Simulator, said: str) -> None:
    talk = held(simulator, _missed(simulator, PERSON))

    assert acts_of(talk, said)[-1].startswith("safety-person")
    assert acts_of(talk, "no") == ["which-level"]


@pytest.mark.parametrize("said", NOT_HURT)
def test_who_is_not_hurt_is_asked_again_and_goes_on(simulator: Simulator, said: str) -> None:
    talk = held(simulator, _missed(simulator, TODAY))

    assert acts_of(talk, said) == ["safety-today-plainer"]
    assert acts_of(talk, "no") == ["safety-person"]


@pytest.mark.parametrize("said", ["yes", "not sure"])
def test_only_a_plain_no_goes_on(simulator: Simulator, said: str) -> None:
    talk = held(simulator, (*_missed(simulator, PERSON), "I've had none"))

    assert "which-level" not in acts_of(talk, said)


def test_a_new_wish_asks_again(simulator: Simulator) -> None:
    talk = held(simulator, _missed(simulator, PERSON))

    assert acts_of(talk, "start the calf routine")[-1].startswith("safety-person")


def test_what_is_so_after_all_is_taken(simulator: Simulator) -> None:
    talk = held(simulator, _missed(simulator, TODAY))

    assert "noted" in acts_of(talk, "I did twist it")
