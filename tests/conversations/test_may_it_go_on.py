"""Whether something may go on or has to stop, asked after a result: the yes or no is a true one."""

from __future__ import annotations

import pytest

from simulator.input_line import Line
from simulator.start import Simulator
from tests.conversations.parts import held

RESULTS = {
    "911": (
        "open ankle coach",
        "my left calf is swollen and warm after a long flight and i'm short of breath",
        "yes",
        "yes",
    ),
    "today": (
        "open ankle coach",
        "i fell over kicking and heard a snap, like a kick in the back of the heel, an hour ago",
        "i'm forty",
        *("no",) * 4,
    ),
    "clinician": (
        "open ankle coach",
        "it's my left achilles, it's been hurting for over a year, stiff in the morning",
        "it came on slowly, and it's no better",
        "forty-seven",
        *("no",) * 4,
    ),
    "self care": (
        "open ankle coach",
        "the outside of my right ankle hurts when i run, it came on slowly over three weeks",
        "i'm forty",
        *("no",) * 7,
    ),
}
"""What is said up to each result."""

STOPS = (
    "do i have to stop {doing}",
    "do i have to pack in {the}",
    "should i skip {the}",
    "will i have to stop {doing}",
    "does that mean i have to stop {doing}",
    "must i cancel {the}",
    "is it best to leave {the} out",
)
"""How it is asked whether something has to stop."""
GOES_ON = (
    "can i keep {doing}",
    "can i carry on with {the}",
    "is it okay to {do}",
    "may i {do}",
)
"""How it is asked whether it may go on."""
FOOTBALL = {"doing": "playing football", "the": "the football", "do": "play football"}
WORK = {"doing": "working", "the": "work", "do": "work"}
CYCLING = {"doing": "cycling", "the": "cycling", "do": "cycle"}

FORBIDDEN = (
    ("911", WORK),
    ("today", CYCLING),
    ("clinician", FOOTBALL),
    ("self care", FOOTBALL),
)
"""What has to stop after which result."""
ALLOWED = (("clinician", WORK), ("self care", CYCLING))
"""What may go on after which result."""


def _otherwise(
    simulator: Simulator, after: str, asked: tuple[str, ...], what: dict[str, str], leads: str
) -> list[str]:
    """The questions about something whose answer begins otherwise, each asked in a talk of its own:
    what is asked again is answered in short.
    """
    each = (way.format(**what) for way in asked)
    heard = {one: held(simulator, RESULTS[after]).take(Line(say=one)).speech for one in each}
    return [one for one, speech in heard.items() if not speech.startswith(leads)]


@pytest.mark.parametrize(("after", "what"), FORBIDDEN)
def test_what_has_to_stop(simulator: Simulator, after: str, what: dict[str, str]) -> None:
    assert _otherwise(simulator, after, STOPS, what, "Yes, ") == []
    assert _otherwise(simulator, after, GOES_ON, what, "No, ") == []


@pytest.mark.parametrize(("after", "what"), ALLOWED)
def test_what_may_go_on(simulator: Simulator, after: str, what: dict[str, str]) -> None:
    assert _otherwise(simulator, after, STOPS, what, "No, ") == []
    assert _otherwise(simulator, after, GOES_ON, what, "Yes, ") == []


@pytest.mark.parametrize(
    "asked",
    [
        "when can i work again",
        "when can i run again",
        "when i can work again, i carry heavy things on stairs",
    ],
)
@pytest.mark.parametrize("after", RESULTS)
def test_when_gets_no_yes_or_no(simulator: Simulator, after: str, asked: str) -> None:
    speech = held(simulator, RESULTS[after]).take(Line(say=asked)).speech

    assert not speech.startswith(("Yes, ", "No, "))


@pytest.mark.parametrize(
    "asked",
    ["is that a yes", "so that's a no", "hang on, is that a no i can carry on or a no i can't"],
)
@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("911", "Call 911"),
        ("today", "being seen today"),
        ("clinician", "until it's been seen"),
        ("self care", "depends on pain"),
    ],
)
def test_which_of_both_it_was_is_said_out(
    simulator: Simulator, after: str, words: str, asked: str
) -> None:
    talk = held(simulator, RESULTS[after])
    talk.take(Line(say="do i have to give up football"))

    reply = talk.take(Line(say=asked))

    assert reply.session_open
    assert words in reply.speech


def test_it_is_true_before_an_exercise_too(simulator: Simulator) -> None:
    speech = (
        held(simulator, (*RESULTS["self care"], "yes"))
        .take(Line(say="do i have to stop running"))
        .speech
    )

    assert speech.startswith("Not if walking doesn't hurt.")
