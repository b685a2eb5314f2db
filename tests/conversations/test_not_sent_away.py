"""Nobody is sent away by an answer that names nothing, or that tells of nothing bad."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

TODAY = ("start the essentials routine",)
PERSON = (*TODAY, "no")
SESSIONS = (*PERSON, "no", "I did step one last week")
PUT_OFF = (*TODAY, "one at a time", "yes")


@pytest.mark.parametrize("said", ["yes", "yes I am", "afraid so", "one of those"])
@pytest.mark.parametrize(("before", "first"), [(TODAY, "part-injury"), (PERSON, "part-age")])
def test_a_yes_that_names_nothing_is_asked_about_in_parts(
    simulator: Simulator, before: tuple[str, ...], first: str, said: str
) -> None:
    assert acts_of(held(simulator, before), said) == ["one-at-a-time", first]


@pytest.mark.parametrize("said", ["yes over eighteen", "yes I am forty", "yes, I'm an adult"])
def test_an_age_beside_a_yes_denies_the_age_alone(simulator: Simulator, said: str) -> None:
    assert acts_of(held(simulator, PERSON), said) == ["safety-person-others"]


def test_the_part_that_is_so_still_needs_a_clinician(simulator: Simulator) -> None:
    talk = held(simulator, (*PERSON, "yes I am forty", "yes"))
    assert acts_of(talk, "yes") == ["needs-word", "clinician-word"]


@pytest.mark.parametrize(
    "said", ["one session and it went well", "just the one dear, it went nicely", "it went well"]
)
def test_a_session_that_went_well_puts_nothing_off(simulator: Simulator, said: str) -> None:
    acts = acts_of(held(simulator, SESSIONS), said)
    assert acts[0] in {"progress-stay", "progress-up", "sessions-roughly"}


def test_a_session_that_went_badly_leads_a_step_down(simulator: Simulator) -> None:
    second = (*PERSON, "no", "I did step two last week")
    assert acts_of(held(simulator, second), "it went badly")[0] == "progress-down"


@pytest.mark.parametrize(
    "said",
    [
        "no dear just the exercises",
        "what do you mean another day, it was fine last time",
        "why ever not, I'm quite well",
        "no thank you, I said it went nicely, may I carry on with it",
        "whatever for, I'm right as rain",
    ],
)
def test_who_sees_no_reason_to_wait_is_asked_once_more(simulator: Simulator, said: str) -> None:
    assert acts_of(held(simulator, PUT_OFF), said)[-1] == "safety-today-plainer"
