"""An answer, and what is asked, commanded or wanted beside it: all of it counts, in one turn."""

from __future__ import annotations

from itertools import product

import pytest

from simulator.start import Simulator
from tests.conversations.parts import ends, say_in

PAIN = "the question for pain"
READY = ("between two parts", "a pause")
ASKED = {
    "how long is left": {"exercises-to-go"},
    "which leg was that supposed to be": {"side-now-both"},
    "what comes next": {"next-is"},
    "where should I feel it": {"how-it-feels:seated-calf-raise"},
}
DONE = {
    "stop talking so much": {"briefer"},
    "can you do shorter instructions": {"briefer"},
    "skip the next one": {"left-out-later"},
}
WAITS = ("I need a wee", "hang on a sec", "somebody is at the door", "wait the phone is ringing")
JOINERS = (" ", ", ", " and ")


@pytest.mark.parametrize("said", [*ASKED, *DONE])
@pytest.mark.parametrize("joiner", JOINERS)
def test_beside_a_number_it_is_taken_up(simulator: Simulator, joiner: str, said: str) -> None:
    acts = say_in(simulator, PAIN, f"a two{joiner}{said}")[1]

    assert "pain-go-on" in acts
    assert (ASKED | DONE)[said] <= {*acts}
    assert "exercise-next" in acts


@pytest.mark.parametrize(("said", "joiner"), [*product(WAITS, JOINERS)])
def test_a_pause_beside_a_number_holds_what_comes(
    simulator: Simulator, said: str, joiner: str
) -> None:
    acts = say_in(simulator, PAIN, f"zero{joiner}{said}")[1]

    assert acts == ["no-pain-noted", "next-is", "paused-between", "set", "ready-question"]


@pytest.mark.parametrize("part", READY)
@pytest.mark.parametrize("said", [*ASKED, *DONE])
def test_beside_a_yes_it_is_taken_up(simulator: Simulator, part: str, said: str) -> None:
    acts = say_in(simulator, part, f"yes, {said}")[1]

    assert (ASKED | DONE)[said] & {*acts} or said == "which leg was that supposed to be"
    assert acts[-1] == "how-much-pain-anywhere"


@pytest.mark.parametrize("said", WAITS)
@pytest.mark.parametrize("answer", ["first time", "it is new"])
def test_a_pause_beside_a_first_time_comes_before_the_first_exercise(
    simulator: Simulator, answer: str, said: str
) -> None:
    acts = say_in(simulator, "the question for the step", f"{answer}, {said}")[1]

    assert acts[0] == "routine-start"
    assert acts[-3:] == ["paused-between", "set", "ready-question"]


@pytest.mark.parametrize("said", ["how long is left", "skip the next one", "I need a wee"])
@pytest.mark.parametrize(
    "told", ["a two but my chest hurts", "eight", "two, and my whole calf went hot and swollen"]
)
def test_what_is_grave_stands_alone(simulator: Simulator, told: str, said: str) -> None:
    acts = say_in(simulator, PAIN, f"{told}, {said}")[1]

    assert "exercise-next" not in acts
    assert ends(acts) or "pain-severe" in acts


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("I lost count, were those ten", "set-of-sets"),
        ("remember where I am", "keeps-nothing"),
        ("hang on, which leg", "side-now-both"),
    ],
)
def test_one_thing_in_many_words_is_one(simulator: Simulator, said: str, first: str) -> None:
    acts = say_in(simulator, "between two parts", said)[1]

    assert acts[0] == first
    assert "paused-between" not in acts


@pytest.mark.parametrize("said", ["no no no, skip the checks", "skip the questions"])
def test_a_wish_to_begin_answers_no_question_before_exercise(
    simulator: Simulator, said: str
) -> None:
    acts = say_in(simulator, "the first question before exercise", said)[1]

    assert acts[-1].startswith("safety-today")


@pytest.mark.parametrize("said", ["stop talking so much", "less talk", "you talk too much"])
def test_less_talk_closes_nothing(simulator: Simulator, said: str) -> None:
    for part in ("the first question before exercise", "the question for the step", "a set", PAIN):
        talk, acts = say_in(simulator, part, said)
        assert talk.session_open
        assert acts[0].startswith("briefer")
