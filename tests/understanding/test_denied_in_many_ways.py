"""What is asked for, denied or played down in many ways: the words of a question go with any."""

from __future__ import annotations

from itertools import product

import pytest

from tests.row import each_row
from tests.understanding.hearing import heard_at

QUALITIES = {
    "swelling": "swollen",
    "numbness": "numb",
    "cold-foot": "cold",
    "hot-or-red": "red",
    "severe-pain": "severe",
    "deformity": "crooked",
    "calf-swollen-or-warm": "warm",
    "black-or-dusky-skin": "black",
}
THINGS = {
    "swelling": "swelling",
    "numbness": "numbness",
    "tingling": "tingling",
    "fever": "fever",
    "bruising": "bruising",
    "blood-thinner": "blood thinners",
}
VERBS = {
    "gives-way": ("give way", "gives way", "giving way"),
    "tingling": ("tingle", "tingles", "tingling"),
    "clicks-or-locks": ("click", "clicks", "clicking"),
    "warms-up": ("ease", "eases", "easing"),
}
DENIED = (
    "{} no",
    "{} never",
    "sore yes {} no",
    "sore yes but {} no",
    "nowhere near {}",
    "far from {}",
    "it's anything but {}",
    "it's more itchy than {}",
    "{} isn't the word",
)
NOT_THERE = (
    "i haven't got any {}",
    "zero {}",
    "free of {}",
    "{} nothing like that",
    "{} touch wood no",
    "i am not having {}",
    "pain yes {} no",
    "pain yes but no {}",
    "{} doesn't come into it",
)
LITTLE = ("not really {}", "not very {}", "not too {}", "hardly {}", "{} not really")
LITTLE_OF = ("hardly any {}", "not much {}", "{} not really", "{} not that i've noticed")
LEFT_OUT = ("apart from the {} no", "only the {} no")


def _answer(say: str, asked: str) -> str | None:
    return heard_at(asked, say).answer


@each_row(("way", "asked"), list(product(DENIED, QUALITIES)))
def test_a_quality_is_denied(way: str, asked: str) -> None:
    assert _answer(way.format(QUALITIES[asked]), asked) == "no"


@each_row(("way", "asked"), list(product((*NOT_THERE, "{} no", "{} never"), THINGS)))
def test_a_thing_is_denied(way: str, asked: str) -> None:
    assert _answer(way.format(THINGS[asked]), asked) in ("no", "not_really")


@each_row(("way", "asked"), list(product(LITTLE, QUALITIES)))
def test_a_quality_is_played_down(way: str, asked: str) -> None:
    assert _answer(way.format(QUALITIES[asked]), asked) == "not_really"


@each_row(("way", "asked"), list(product(LITTLE_OF, THINGS)))
def test_a_thing_is_played_down(way: str, asked: str) -> None:
    assert _answer(way.format(THINGS[asked]), asked) == "not_really"


@pytest.mark.parametrize(
    ("way", "asked"), list(product(LEFT_OUT, ("swelling", "numbness", "fever")))
)
def test_what_is_left_out_of_a_no_is_so(way: str, asked: str) -> None:
    assert _answer(way.format(THINGS[asked]), asked) == "yes"


@pytest.mark.parametrize("asked", VERBS)
def test_what_happens_is_denied_and_affirmed(asked: str) -> None:
    verb, third, doing = VERBS[asked]
    assert _answer(f"it doesn't {verb}", asked) == "no"
    assert _answer(f"can't say that it {third}", asked) in ("not_really", "not_sure", "no")
    assert _answer(f"it won't stop {doing}", asked) == "yes"
    assert _answer(f"i wish it didn't {verb}", asked) == "yes"


def test_what_has_stopped_is_over() -> None:
    assert _answer("it has stopped giving way", "gives-way") == "kind_of"
    assert _answer("no wait it is stiff", "morning-stiffness") == "yes"
