"""A number rates a pain where pain is asked for or told; that of a clock or a count never does."""

from __future__ import annotations

import pytest

from tests.understanding.hearing import heard_at

OTHERS = (
    "i've got a meeting at ten",
    "my bus goes at eight",
    "i have to leave by nine",
    "it's half past eight",
    "dinner is at seven",
    "i must be gone by four",
    "my wife's home around six",
    "my son is ten",
    "my granddaughter turned nine",
    "i've got a boy of six",
    "i've got three dogs",
    "there are five of us doing this",
    "i live on floor nine",
    "i take size ten shoes",
    "i paid ten dollars for this chair",
    "i have to go in ten",
    "nine out of ten people would quit",
    "coach you're a ten",
    "my heart's at ninety",
)
ASIDES = ("{}", "how many are left, {}", "so far so good, {}", "{}, can we go faster")


@pytest.mark.parametrize("asked", ["set-up", "set", "ready-question"])
@pytest.mark.parametrize("aside", ASIDES)
def test_a_number_of_another_thing_is_no_pain_in_a_set(aside: str, asked: str) -> None:
    heard = {said: heard_at(asked, aside.format(said)).number for said in OTHERS}

    assert not {said: number for said, number in heard.items() if number is not None}


@pytest.mark.parametrize(
    ("frame", "number"),
    [("two, {}", 2), ("{}, it was a two", 2), ("about a one, but {}", 1), ("{}", None)],
)
def test_beside_a_pain_it_takes_nothing_from_it(frame: str, number: int | None) -> None:
    heard = {said: heard_at("how-much-pain", frame.format(said)).number for said in OTHERS}

    assert not {said: told for said, told in heard.items() if told != number}


@pytest.mark.parametrize("asked", ["set", "ready-question", "how-much-pain"])
@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("it hurts about a seven", 7),
        ("pain is nine", 9),
        ("that's an eight in my ankle", 8),
        ("the pain's at eight", 8),
        ("my ankle's at a nine", 9),
        ("it hurts, eight at least", 8),
        ("ten it's killing me", 10),
        ("seven out of ten", 7),
    ],
)
def test_a_pain_is_heard_everywhere(said: str, number: int, asked: str) -> None:
    assert heard_at(asked, said).number == number


def test_an_hour_is_no_step_and_no_session() -> None:
    assert heard_at("which-level", "two, and my meeting is at ten").number == 2
    assert heard_at("last-sessions", "three, i have to leave by nine").number == 3


@pytest.mark.parametrize(
    ("said", "pain"),
    [
        ("oh, nothing, zero, my girl could do that and she is six", 0),
        ("zero, and when I was twelve I could do this all day", 0),
        ("zero, I had six pints last night", 0),
        ("two, I have three more emails to send", 2),
        ("three, then five at the end", 5),
        ("zero at the start, five later", 5),
        ("one in the calf, seven in the heel", 7),
        ("a two at first and then six", 6),
    ],
)
def test_what_is_counted_behind_the_pain_that_leads_rates_nothing(said: str, pain: int) -> None:
    assert heard_at("how-much-pain", said).number == pain


@pytest.mark.parametrize(
    ("said", "is_child"),
    [
        ("my girl could do that and she is six", False),
        ("my grandson is eight and he would laugh", False),
        ("my girl is six, she wants to join in", True),
        ("my son is doing it with me, he is nine", True),
        ("it's for my son, he is six", True),
        ("I'm sixteen", True),
    ],
)
def test_a_child_that_is_only_named_in_an_exercise_does_not_exercise(
    said: str, is_child: bool
) -> None:
    for question in ("how-much-pain", "set"):
        young = heard_at(question, said).findings.get("under-eighteen", False)
        assert young is is_child, question
