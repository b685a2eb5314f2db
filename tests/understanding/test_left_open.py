"""A no that leaves a danger open is put once more: well at rest alone, or so on one occasion."""

from __future__ import annotations

from itertools import product

from tests.row import each_row
from tests.understanding.hearing import heard_at

QUESTIONS = ("breath", "circulation", "foot-drop", "clot-signs", "infection", "numbness", "spine")
WELL = ("fine", "I'm fine", "no, I'm all right", "nah, they're okay")
LITTLE = ("on the flat", "when I'm resting", "sitting here", "in my chair", "when I walk slowly")
THEN = ("only on the stairs", "but not on the stairs", "but not if I hurry", "just when I run")
ONLY_THEN = (
    "no, only when I run",
    "nah, just after the gym",
    "no, just the day after the gym",
    "nope, only if I overdo it",
    "no, except when I climb the stairs",
    "not unless I go up stairs",
)
PLAIN = (
    "no, fine",
    "no, I'm fine on the stairs",
    "no, it's fine when I run",
    "no, not when I run",
    "no and I run every day",
    "no, just the ankle",
    "no, it hurts when I run",
)
OF_REST = ("no, it's fine when I sit", "no, only when I walk", "fine in bed")
BREATH = "breathless-or-chest-pain"


def is_left_open(asked: str, said: str) -> bool:
    """Whether the question is put once more, or what is so on one occasion counts as a yes."""
    heard = heard_at(asked, said)
    return heard.answer in ("not_sure", "not_really", "only_when") or bool(heard.unclear)


@each_row(("well", "little"), list(product(WELL, LITTLE)))
@each_row("asked", QUESTIONS)
def test_well_on_little_is_no_plain_no(asked: str, well: str, little: str) -> None:
    assert is_left_open(asked, f"{well} {little}")


@each_row(("well", "then"), list(product(WELL, THEN)))
@each_row("asked", QUESTIONS)
def test_what_is_otherwise_then_is_put_once_more(asked: str, well: str, then: str) -> None:
    assert is_left_open(asked, f"{well} when I sit, {then}")


@each_row("said", ONLY_THEN)
@each_row("asked", QUESTIONS)
def test_a_no_but_for_an_occasion_is_put_once_more(asked: str, said: str) -> None:
    assert is_left_open(asked, said)


@each_row("asked", QUESTIONS[1:])
def test_said_again_it_is_a_no(asked: str) -> None:
    assert heard_at(asked, "no, only when I run", doubted=True).answer == "no"


@each_row("said", ("fine sitting down, but not on the stairs", "no, just when I run"))
def test_breath_that_is_short_then_is_told(said: str) -> None:
    assert heard_at("breath", said).findings.get(BREATH) is True


@each_row("said", ("nah, it's only a niggle", "not that I've noticed"))
@each_row("asked", QUESTIONS)
def test_what_is_made_little_of_is_a_soft_no(asked: str, said: str) -> None:
    assert heard_at(asked, said).answer == "not_really"


@each_row("said", PLAIN)
@each_row("asked", QUESTIONS)
def test_a_plain_no_stays_one(asked: str, said: str) -> None:
    assert not is_left_open(asked, said)


@each_row("said", OF_REST)
def test_asked_for_a_pain_at_rest_it_is_a_no(said: str) -> None:
    assert heard_at("pain-at-rest", said).answer == "no"
