"""What is asked or wished for in passing, in every part of a workout: answered, and on it goes."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import PARTS, held, say_in
from tests.row import each_row

BEFORE = (
    "the first question before exercise",
    "the question about the person",
    "the question for the step",
)
BEGUN = [part for part in PARTS if part not in BEFORE]

WORDS: dict[str, tuple[str, ...]] = {
    "which_side": (
        "remind me which leg we're on",
        "so is this the left leg or the right leg",
        "is it the right one we're doing",
        "which of my feet is it now",
        "say the side",
    ),
    "how_many_left": (
        "that's the second one done right",
        "what's left to do",
        "will this take much longer",
        "how many drills still to do",
        "number of moves left",
    ),
    "how_many_sets": ("how many sets is it", "how many reps do I do"),
    "which_next": (
        "what's the following move",
        "which exercise comes after that one",
        "tell me what comes next",
        "and after this one what is it",
    ),
    "own_dose": ("double the reps", "three times as many"),
    "volume": ("i need it louder", "more volume", "not so loud", "less volume please"),
    "how_to": (
        "describe the exercise to me",
        "I forgot how the movement goes",
        "run us through the exercise",
        "i no understand lift what",
    ),
    "asks_of_it": (
        "do I want my sneakers on or off for this",
        "would the windowsill do to hold on to",
        "what's this one in aid of",
        "could I try it on just one leg",
        "which bit of me should be working",
        "can I dangle my heels over the stair",
        "is a creak normal",
        "how much is it allowed to ache",
        "I lost count, were those twelve",
        "when do we get to the hops",
        "swap this for something sitting",
        "may I do my long run tomorrow",
        "jumping instead",
        "how does this help",
        "are you still with me",
        "do we have to have these breaks",
        "you talk rather fast for me",
        "which direction do I push first",
    ),
    "unheard": (
        "the speaker isn't working",
        "I can't hear the count",
        "nothing is coming through",
        "your voice has vanished",
    ),
}
"""A few ways of asking for each; what is asked leads nowhere else."""


@each_row("part", BEGUN)
@each_row(
    ("command", "said"), [(command, said) for command, ways in WORDS.items() for said in ways]
)
def test_it_is_answered_and_the_place_is_kept(
    simulator: Simulator, command: str, said: str, part: str
) -> None:
    before, after = PARTS[part]
    talk = held(simulator, before)
    paused = held(simulator, before)

    heard = talk.take(Line(say=said, after=after))
    at_a_pause = paused.take(Line(say="pause", after=after))

    assert heard.heard.get("command") == command
    assert heard.session_open
    assert _place(heard.response)[:2] == _place(at_a_pause.response)[:2]
    if command != "how_to":  # In a set-up it begins anew.
        assert _place(heard.response) == _place(at_a_pause.response)


def _place(response: object) -> tuple[object, ...]:
    assert isinstance(response, dict)
    workout = response["sessionAttributes"]["workout"]
    return (workout["steps"], workout.get("step", 0), workout.get("cue", 0))


def test_the_parts_are_what_they_are_called(simulator: Simulator) -> None:
    """Where a wait is on, its seconds are told."""
    waits = {
        part for part in BEGUN if "wait-to-go" in say_in(simulator, part, "how much longer")[1]
    }

    assert waits == {"the wait before a set", "a rest", "a switch of sides"}


GOES_ON = ("tired", "fine go", "ready", "carry on then", "let's continue", "keep going")


@pytest.mark.parametrize("part", ["a set", "a rest", "a switch of sides", "the wait before a set"])
@pytest.mark.parametrize("said", GOES_ON)
def test_it_goes_on_without_a_pause(simulator: Simulator, said: str, part: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert any(act.startswith("set:") for act in acts)


ENDS_A_REST = ("let's not rest", "no need to rest, keep going", "forget the rest", "enough resting")


@pytest.mark.parametrize("part", BEGUN)
@pytest.mark.parametrize("said", ENDS_A_REST)
def test_a_rest_that_is_not_wanted_ends_and_never_the_session(
    simulator: Simulator, said: str, part: str
) -> None:
    before, after = PARTS[part]

    heard = held(simulator, before).take(Line(say=said, after=after))

    assert heard.heard.get("command") == "next_set"
    assert heard.session_open


SILENT = ("it's all gone silent", "the sound isn't working", "I can't hear a thing")


@pytest.mark.parametrize("said", SILENT)
def test_who_hears_nothing_answers_no_safety_question(simulator: Simulator, said: str) -> None:
    talk = held(simulator, ())
    asked = talk.take(Line(say="start the calf routine"))

    heard = talk.take(Line(say=said))

    assert heard.acts == asked.acts[-1:]
