"""What is grave counts also where whoever tells it makes light of it: "it's fine, I can carry on".

Somebody in the middle of a workout wants to go on. A danger ends the exercise however small it is
made, and the question that follows goes away only by a no.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from simulator.start import Simulator
from tests.conversations.parts import COACHED, acts_of, coached_past, held, say_in
from tests.conversations.test_danger_as_a_question import TOLD
from tests.row import spread

FRAMES = (
    "{told} but it's okay",
    "{told} but I'm fine",
    "{told} but it's fine carry on",
    "{told} though I'm all right",
    "{told} but it's nothing",
    "it's nothing but {told}",
    "{told} but not too bad",
    "{told} but I can carry on",
    "{told} only a bit mind",
    "it's fine, {told}, keep going",
    "yeah, {told}, I can carry on",
    "yes, {told}, only a bit, go on",
    "hang on, {told}, only a bit, let's go",
)
A_BIT = (
    "I feel a bit faint",
    "I'm a bit lightheaded",
    "I feel woozy",
    "my calf's gone tight and swollen",
    "my calf's puffed up a bit",
    "my chest feels a bit tight",
    "my foot's gone a bit tingly",
    "I'm getting a bit of chest pain",
)


@pytest.mark.parametrize("part", COACHED)
def test_a_danger_that_is_made_light_of_ends_the_exercise(simulator: Simulator, part: str) -> None:
    pairs = spread(3, FRAMES, (*TOLD, *A_BIT), COACHED.index(part))
    told = [frame.format(told=told) for frame, told in pairs]

    assert coached_past(simulator, part, told) == {}


THAT_STAYS = (
    "the numbness won't go away",
    "not better, numbness as well",
    "no improvement in the tingling",
    "the swelling has eased but not gone",
    "the tingling is still there",
)


@pytest.mark.parametrize("part", COACHED)
def test_a_danger_that_stays_is_no_pain_as_before(simulator: Simulator, part: str) -> None:
    assert coached_past(simulator, part, THAT_STAYS) == {}


BEFORE = (
    ("start the calf routine", "my chest is a bit tight"),
    ("start the calf routine", "no", "no", "new, but my chest feels funny"),
    ("can we do some strengthening, my chest feels tight",),
    ("my ankle is sore and my chest feels tight",),
)
"""Ways to tell a tight chest, after each of which the one question for it is asked."""

NO_NO = (
    "it's fine",
    "I'm fine",
    "I'm fine to carry on",
    "it's okay",
    "no, it's only a bit of tightness, I can carry on",
    "no no it's only a bit of tightness, I can carry on",
    "no, just a bit puffed",
    "no, it's only tight, that's not pain is it",
    "no, not pain, just tight",
    "no, it's just heavy",
    "no, it's my left arm",
    "it's nothing, carry on",
    "just a little, nothing bad",
    "yes a bit, but it's fine",
    "yeah a little tight but I'm fine",
    "carry on",
    "it's gone now",
)
A_NO = ("no", "nope", "no it isn't", "not at all", "no, neither", "none of that")


def _acts_after(simulator: Simulator, before: Sequence[str], said: str) -> list[str]:
    talk = held(simulator, tuple(before[:-1]))
    assert acts_of(talk, before[-1])[-1] == "ask-to-confirm:breathless-or-chest-pain"
    return acts_of(talk, said)


@pytest.mark.parametrize("before", BEFORE)
def test_a_danger_that_was_told_goes_away_by_a_no_alone(
    simulator: Simulator, before: Sequence[str]
) -> None:
    """What makes light of it is a yes, or the question is put once more."""
    after = {said: _acts_after(simulator, before, said) for said in (*NO_NO, *A_NO)}
    stands = ("care-emergency", ":breathless-or-chest-pain")

    let_go = [said for said in NO_NO if not any(act.endswith(stands) for act in after[said])]
    kept = [said for said in A_NO if any(act.endswith(stands) for act in after[said])]
    assert (let_go, kept) == ([], [])


def test_a_yes_to_what_was_told_needs_no_second_one(simulator: Simulator) -> None:
    for said in ("yes a bit, but it's fine", "a bit", "yeah a little tight but I'm fine"):
        assert "care-emergency" in _acts_after(simulator, BEFORE[0], said), said


@pytest.mark.parametrize("said", ["it's nothing, carry on", "nothing, go on", "it's nothing"])
def test_who_makes_light_of_a_faint_is_not_taken_for_desperate(
    simulator: Simulator, said: str
) -> None:
    talk, _ = say_in(simulator, "a set", "I feel dizzy")

    assert "self-harm" not in acts_of(talk, said)
