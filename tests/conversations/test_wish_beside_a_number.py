"""The number that was asked for counts, and so does the wish that is told beside it."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import acts_of, held, say_in

PAIN = "the question for pain"
GOES_ON = {"pain-go-on", "no-pain-go-on"}
HARDER = (
    "{number}, make it harder",
    "a {number}. harder",
    "{number}, can I go up a level it's a doddle",
    "{number}, give me something meatier",
    "{number}, put some weight on",
    "{number}, can we do a tougher one next",
)


@pytest.mark.parametrize("number", ["zero", "one", "two"])
@pytest.mark.parametrize("frame", HARDER)
def test_harder_beside_a_number_makes_the_next_one_harder(
    simulator: Simulator, frame: str, number: str
) -> None:
    _, acts = say_in(simulator, PAIN, frame.format(number=number))

    assert acts[0] in GOES_ON
    assert acts[1:3] == ["harder-next-dose", "exercise-next"]


@pytest.mark.parametrize("frame", HARDER)
def test_after_pain_nothing_gets_harder(simulator: Simulator, frame: str) -> None:
    _, acts = say_in(simulator, PAIN, frame.format(number="four"))

    assert acts[:2] == ["pain-keep", "not-after-pain"]


@pytest.mark.parametrize("said", ["harder", "make it harder", "put some weight on"])
def test_harder_alone_is_kept_until_there_is_a_number(simulator: Simulator, said: str) -> None:
    talk, acts = say_in(simulator, PAIN, said)

    assert acts[0] == "harder-then"
    assert acts_of(talk, "zero")[:2] == ["no-pain-go-on", "harder-next-dose"]


def test_it_gets_harder_once(simulator: Simulator) -> None:
    talk, _ = say_in(simulator, PAIN, "zero, make it harder")

    assert "harder-once" in acts_of(talk, "harder", 60)


def test_harder_before_a_set_was_finished_is_kept(simulator: Simulator) -> None:
    talk, acts = say_in(simulator, "a set", "harder")
    assert acts[0] == "harder-after-a-set"

    assert acts_of(talk, "zero")[:2] == ["no-pain-go-on", "harder-next-dose"]


def test_harder_before_both_sides_are_done_waits_for_them(simulator: Simulator) -> None:
    begun = ("start the shin routine", "no", "no", "first time", "ready", "zero")
    talk = held(simulator, begun)
    assert acts_of(talk, "harder", 60)[0] == "harder-after-a-set"

    assert acts_of(talk, "ready")[0] == "made-harder-dose"


@pytest.mark.parametrize(
    "said",
    [
        "nothing at all, one out of ten, hang on the phone's going",
        "two, pause a sec, the dog wants out",
        "one, wait there's someone at the door",
    ],
)
def test_a_pause_beside_a_number_keeps_the_number(simulator: Simulator, said: str) -> None:
    talk, acts = say_in(simulator, PAIN, said)

    assert acts == ["pain-noted", "next-is", "paused-between", "set", "ready-question"]
    assert acts_of(talk, "ready")[0].startswith("set-up")


def test_louder_beside_a_number_is_answered(simulator: Simulator) -> None:
    said = "three, it's stiff, my lad's just switched the telly on, say the next bit louder"
    _, acts = say_in(simulator, PAIN, said)

    assert acts[:2] == ["pain-go-on", "volume"]


@pytest.mark.parametrize(
    "said",
    [
        "nine, kidding, one",
        "eight, only joking, two",
        "zero. I broke a plate on the way, never mind",
    ],
)
def test_a_joke_and_a_plate_are_no_pain(simulator: Simulator, said: str) -> None:
    _, acts = say_in(simulator, PAIN, said)

    assert acts[0] in GOES_ON


ASKED = {
    "how many times a week": "how-often",
    "do I need a mat": "to-fetch",
    "should I wear shoes": "asked-shoes",
    "when can I run again": "answer:achilles-tendonitis/running",
    "how long will it take": "none-left",
    "can I hold on to something": "asked-support",
}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("number", ["two", "about a three,", "zero,"])
def test_a_question_beside_a_number_is_answered_and_on_it_goes(
    simulator: Simulator, number: str, asked: str
) -> None:
    _, acts = say_in(simulator, PAIN, f"{number} {asked}")

    assert acts[0] in GOES_ON
    assert acts[1].startswith(ASKED[asked])
    assert "exercise-next" in acts


@pytest.mark.parametrize("asked", ASKED)
def test_a_question_beside_a_severe_pain_takes_nothing_from_it(
    simulator: Simulator, asked: str
) -> None:
    _, acts = say_in(simulator, PAIN, f"eight, {asked}")

    assert "exercise-next" not in acts
    assert acts == say_in(simulator, PAIN, "eight")[1]
