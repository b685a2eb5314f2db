"""Who aches all over, or is coming down with something, is unwell, whatever is asked."""

from __future__ import annotations

from itertools import product

from tests.row import each_row
from tests.understanding.hearing import heard_at

QUESTIONS = ("open-question", "how-it-began", "anything-else")
ILL = {"feels-unwell", "fever"}
BODY = ("my whole body", "all my body", "every part of me", "all of me")
ACHES = ("is paining me", "aches", "is sore", "hurts and I'm so weak", "aches like I have the flu")
TOLD = (
    "body aches like the time I had covid",
    "it's as if I'm coming down with the flu",
    "I'm sickening for something",
    "aching from head to toe",
    "I ache all over and I'm weak",
    "took paracetamol because my temp was up",
    "been running a temp",
)
HARMLESS = (
    "my whole leg aches",
    "it aches all over the ankle",
    "everything in my foot hurts",
    "I'm coming down the stairs with it",
    "I came down with a bump",
    "my whole body aches after the marathon",
    "the temp outside was high",
)


def is_unwell(asked: str, said: str) -> bool:
    """Whether an illness is told."""
    return not ILL.isdisjoint(heard_at(asked, said).told)


@each_row("said", [*TOLD, *(f"{body} {aches}" for body, aches in product(BODY, ACHES))])
@each_row("asked", QUESTIONS)
def test_an_ache_all_over_is_an_illness(asked: str, said: str) -> None:
    assert is_unwell(asked, f"{said} and my ankle is sore")


@each_row("said", HARMLESS)
@each_row("asked", QUESTIONS)
def test_an_ache_of_the_leg_or_of_a_race_is_none(asked: str, said: str) -> None:
    assert not is_unwell(asked, said)
