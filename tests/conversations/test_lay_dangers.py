"""Dangers in lay words that make light of them end an exercise, in every part of a session.

Where words may mean a leg as well as a chest, one question is asked.
"""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from simulator.start import Simulator
from tests.conversations.parts import COACHED, acts_of, coached_past, replies_to, say_in
from tests.yaml_file import plain

CHEST: dict[str, Any] = plain(
    Path(__file__).parents[1] / "understanding" / "ways" / "chest.yaml",
)
FIRST = "the first question before exercise"
QUESTION = "ask-to-confirm:breathless-or-chest-pain"

OTHER_DANGERS = (
    "can't get my puff, carry on",
    "I'm a bit chesty today, carry on",
    "wind's gone a bit",
    "a bit short on air, it's just me being unfit",
    "breath's a bit catchy, keep going",
    "no puff left in me just sitting here",
    "my lungs aren't playing ball",
    "came over funny for a sec, carry on",
    "room went round, but it's stopped",
    "legs went to jelly and I saw stars",
    "had a bit of a head rush, fine now",
    "bit giddy, should've had breakfast",
    "I had one of my turns",
    "I nearly went then, keep going",
    "went a bit black round the edges",
    "I blanked out for a second, probably nothing",
    "one calf's a bit fatter than the other since the flight, carry on",
    "calf's a bit hot and fat today, just the one",
    "foot's gone a bit white and chilly, carry on",
    "toes have gone a bit blue, they do that",
    "I'm a bit numb down below, probably the chair",
    "I've been a bit leaky since, never mind",
    "nothing's coming when I try to pee",
    "something went twang in my calf, carry on",
    "felt a wee snap at the back",
    "took a bit of a tumble, I'm up again, carry on",
    "lost my footing and landed on my hip, keep going",
)
"""Breath, faints, clots, a foot without blood, a nerve of the back, a tendon and a fall."""

STROKE = (
    "my face has gone a bit droopy, carry on",
    "my words are coming out a bit slurry",
    "can't quite get my words out today",
    "wife says my smile's wonky",
    "my arm's gone floppy, probably slept on it",
    "one side of me's gone a bit weak",
    "can't hold my cup, mind you I'm old",
    "my mouth's lopsided, carry on",
    "left arm and leg have gone a bit weak",
)


def _chests() -> list[str]:
    """A feeling for each name in turn, and the other way round, in turn in each frame."""
    names, felt = cycle(CHEST["names"]), cycle(CHEST["felt"])
    told = [next(felt).format(name=next(names)) for _ in range(90)]
    frames = cycle(CHEST["made-light-of"])
    return [next(frames).format(told=one) for one in told]


def _there() -> list[str]:
    whereabouts, felt = cycle(CHEST["whereabouts"]), CHEST["felt-there"]
    frames = cycle(CHEST["made-light-of-there"])
    told = [one.format(where=next(whereabouts)) for one in (*felt, *felt[1:])]
    return [next(frames).format(told=one) for one in told]


@pytest.mark.parametrize("part", COACHED)
def test_a_chest_that_is_made_light_of_ends_the_exercise(simulator: Simulator, part: str) -> None:
    assert coached_past(simulator, part, _chests()) == {}


@pytest.mark.parametrize("part", COACHED)
def test_other_dangers_that_are_made_light_of_end_it(simulator: Simulator, part: str) -> None:
    assert coached_past(simulator, part, OTHER_DANGERS) == {}


@pytest.mark.parametrize("part", [*COACHED, FIRST])
def test_signs_of_a_stroke_are_asked_about(simulator: Simulator, part: str) -> None:
    replies = replies_to(simulator, part, STROKE)

    asked = ("ask-to-confirm:stroke", QUESTION)
    assert not {said: acts for said, acts in replies.items() if acts[-1] not in asked}


def test_before_exercise_no_danger_is_passed_over(simulator: Simulator) -> None:
    replies = replies_to(simulator, FIRST, [*_chests(), *_there(), *OTHER_DANGERS])

    begins = {
        s: acts for s, acts in replies.items() if acts[-1] in ("safety-person", "which-level")
    }
    assert begins == {}


@pytest.mark.parametrize("part", COACHED)
def test_what_may_be_the_chest_is_asked_about(simulator: Simulator, part: str) -> None:
    replies = replies_to(simulator, part, _there())

    assert {s: acts for s, acts in replies.items() if acts != ["stop-there", QUESTION]} == {}


@pytest.mark.parametrize("part", COACHED)
@pytest.mark.parametrize(
    "said",
    [
        "no, it's my calf",
        "no it's in my ankle",
        "no, it's only the calf, carry on",
        "nope just the shin, go on",
        "no, that's my calf, let's go on",
    ],
)
def test_a_no_that_names_the_leg_goes_back_to_the_set(
    simulator: Simulator, part: str, said: str
) -> None:
    talk, _ = say_in(simulator, part, "it's a bit tight up here")

    assert acts_of(talk, said)[0] == "false-alarm-over"


@pytest.mark.parametrize("part", COACHED)
@pytest.mark.parametrize("said", ["no", "nope", "no, neither"])
def test_after_a_bare_no_to_it_exercise_stays_stopped(
    simulator: Simulator, part: str, said: str
) -> None:
    """A tightness may truthfully be no pain."""
    talk, _ = say_in(simulator, part, "it's a bit tight up here")

    assert acts_of(talk, said) == ["stays-stopped", "check-offer"]


@pytest.mark.parametrize("said", ["yes", "a bit", "just tight", "yes a bit"])
def test_a_yes_to_it_is_an_emergency(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, "a set", "bit of a squeeze in there, it'll pass")

    assert "care-emergency" in acts_of(talk, said)


@pytest.mark.parametrize("said", ["it's fine", "carry on", "it's nothing, carry on", "skip that"])
def test_what_is_no_answer_to_it_goes_on_with_no_set(simulator: Simulator, said: str) -> None:
    talk, _ = say_in(simulator, "a set", "bit of a squeeze in there, it'll pass")

    assert any(act.endswith("breathless-or-chest-pain") for act in acts_of(talk, said))


@pytest.mark.parametrize("part", [*COACHED, FIRST])
def test_what_only_sounds_like_a_chest_alarms_nobody(simulator: Simulator, part: str) -> None:
    replies = replies_to(simulator, part, CHEST["none"])

    alarmed = ("danger-stop-breath", QUESTION, "care-emergency")
    assert {s: acts for s, acts in replies.items() if not {*alarmed}.isdisjoint(acts)} == {}
