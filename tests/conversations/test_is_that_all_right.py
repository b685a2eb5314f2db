"""How a nervous person asks: "is that all right?", alone and beside what is felt or a number."""

from __future__ import annotations

import pytest

from simulator.start import Simulator
from tests.conversations.parts import say_in

PARTS = ("a set", "a rest", "a pause", "between two parts", "the question for pain")
LIMITS = ("if-it-hurts", "if-it-hurts-some")
ALONE = (
    "is that all right?",
    "is this normal?",
    "is it safe to carry on?",
    "am I okay to keep going?",
    "is that bad?",
    "is it all right to go on if it still twinges?",
    "is it fine to keep going when it nips?",
    "can I break something doing this?",
    "could I hurt myself doing this?",
    "am I doing any damage?",
)


@pytest.mark.parametrize("said", ALONE)
@pytest.mark.parametrize("part", PARTS)
def test_how_much_may_be_is_told_and_it_goes_on(simulator: Simulator, part: str, said: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert acts[0] in LIMITS
    assert not {"paused", "stop-there", "left-to-go", "pain-go-on"}.intersection(acts)


@pytest.mark.parametrize(
    "said",
    [
        "a little twinge, is that all right",
        "my shin's pulsing, is it all right to carry on?",
        "I felt a little twinge in the shin there, is that all right?",
        "there's a tiny ache, is it safe to keep going?",
        "my heel's throbbing a little, am I all right to go on?",
        "that hurt a bit, is that normal?",
        "my ankle feels weird, is it all right to carry on?",
    ],
)
def test_what_is_felt_beside_it_is_asked_for_in_numbers(simulator: Simulator, said: str) -> None:
    for part in ("a set", "a rest", "between two parts"):
        _, acts = say_in(simulator, part, said)
        assert acts[0] == "stop-there"

    _, acts = say_in(simulator, "the question for pain", said)
    assert acts[0] == "pain-in-a-number"


@pytest.mark.parametrize(
    "said",
    [
        "my foot is changing colour, is that all right?",
        "my toes are tingling, is that normal?",
        "my chest is tight, is that normal?",
    ],
)
@pytest.mark.parametrize("part", PARTS)
def test_a_danger_beside_it_ends_the_exercise(simulator: Simulator, part: str, said: str) -> None:
    _, acts = say_in(simulator, part, said)

    assert acts[0].startswith("danger-stop")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("one. is tightness normal?", "how-it-feels:seated-calf-raise"),
        ("about one. I wobbled a lot, is that normal?", "if-it-hurts-some"),
        ("zero, is it safe to carry on?", "if-it-hurts-some"),
        ("a two, is that bad?", "if-it-hurts-some"),
    ],
)
def test_the_number_is_taken_and_the_question_answered(
    simulator: Simulator, said: str, told: str
) -> None:
    _, acts = say_in(simulator, "the question for pain", said)

    assert acts[0] in {"pain-go-on", "no-pain-go-on"}
    assert acts[1] == told


@pytest.mark.parametrize("said", ["is that all?", "is that all of them?", "is this all done?"])
def test_what_is_left_is_told_to_who_asks_for_that(simulator: Simulator, said: str) -> None:
    _, acts = say_in(simulator, "a set", said)

    assert acts[0] == "left-to-go"
