"""Falls, drinks, giddiness and a pain above the rule, told in own words before exercise."""

from __future__ import annotations

from itertools import product

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held

QUESTIONS = {
    "today": (("start the balance routine",), "no"),
    "the person": (("start the balance routine", "no"), "no"),
    "the step": (("start the balance routine", "no", "no"), "first time"),
}
"""What is said before each question before exercise, and what lets it go on."""
JOINED = (
    "{good}, {told}",
    "{good}, but {told}",
    "oh no, nothing like that, well {told} but I'm quite all right",
)
TOLD = (
    "I did go over in the hall last night",
    "I went down in the kitchen yesterday",
    "I hit the deck last night",
    "I sat down hard on the ice yesterday",
    "I came off my bike yesterday",
    "I had a couple of sherries last night, well three",
    "I had two glasses of wine",
    "I've had a beer or two",
    "I had a drop too much last night",
    "I'm a bit wobbly today",
    "I'm a bit unsteady on my feet today",
    "the calf's kinda hot and puffy",
)
WAITS = ("exercise-later", "exercise-waits", "check-offer", "ask:", "pain-told")
"""How acts begin by which exercise does not begin now."""


def _waits(acts: list[str]) -> bool:
    return any(act.startswith(WAITS) for act in acts)


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_told_beside_an_answer_stops_it(
    simulator: Simulator, question: str, told: str
) -> None:
    before, good = QUESTIONS[question]
    passed = {}
    for joined in JOINED:
        said = joined.format(good=good, told=told)
        if not _waits(acts := acts_of(held(simulator, before), said)):
            passed[said] = acts
    assert passed == {}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "told",
    [
        "it's just my ankle that's a bit wobbly",
        "I had a glass of water",
        "I went down to the shops this morning",
        "I went over the routine last night",
        "I never fell",
        "it went down well",
    ],
)
def test_what_only_sounds_so_stops_nothing(simulator: Simulator, question: str, told: str) -> None:
    before, _ = QUESTIONS[question]
    assert not _waits(acts_of(held(simulator, before), f"no, {told}"))


STEPS = {
    "today": (("start the calf routine",), "no"),
    "the person": (("start the calf routine", "no"), "no"),
    "the step": (("start the calf routine", "no", "no"), "step two"),
    "the sessions": (("start the calf routine", "no", "no", "step two"), "three"),
}


PAINS = (
    "it's only a six",
    "it got stopped because it hurt a six",
    "pain's eight out of ten",
    "it hurt a six this morning",
)
MAY_BE_AN_AGE = ("the person", "it's only a six")
"""An age is asked for there."""


@pytest.mark.parametrize(
    ("question", "told"),
    [one for one in product(STEPS, PAINS) if one != MAY_BE_AN_AGE],
)
def test_a_pain_above_the_rule_ends_it_for_the_day(
    simulator: Simulator, question: str, told: str
) -> None:
    before, good = STEPS[question]
    assert _waits(acts_of(held(simulator, before), f"{good}, {told}"))


@pytest.mark.parametrize("told", ["you stopped me at seven last week", "it was a six last time"])
@pytest.mark.parametrize("question", ["today", "the sessions"])
def test_one_of_another_day_is_asked_about_and_leads_no_step_up(
    simulator: Simulator, question: str, told: str
) -> None:
    before, good = STEPS[question]
    talk = held(simulator, before)
    assert acts_of(talk, f"{good}, {told}")[0] == "pain-told-before"
    later = [acts_of(talk, said) for said in ("no", "no", "step two", "three")]
    assert not any("progress-up" in acts for acts in later)


@pytest.mark.parametrize("told", ["it's a two", "about a three", "it hurts about a one"])
def test_a_small_pain_ends_nothing(simulator: Simulator, told: str) -> None:
    assert not _waits(acts_of(held(simulator, STEPS["today"][0]), f"no, {told}"))


@pytest.mark.parametrize("told", ["it's not severe, like a six", "no, a seven", "no, it's a six"])
def test_a_number_above_the_rule_takes_no_stop_back(simulator: Simulator, told: str) -> None:
    talk = held(simulator, ("start the calf routine", "no", "no", "first time", "ready", "six"))
    acts_of(talk, "can I just do the next one though")
    assert "false-alarm-over" not in acts_of(talk, told)


@pytest.mark.parametrize("question", ["today", "the person"])
def test_a_weakness_behind_a_no_is_what_exercise_is_for(
    simulator: Simulator, question: str
) -> None:
    said = "none of that mate, it's just a bit weak"
    assert not _waits(acts_of(held(simulator, QUESTIONS[question][0]), said))
