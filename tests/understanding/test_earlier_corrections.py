"""A no that puts right what was told before leaves the safety question open."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from tests.understanding.hearing import heard_at
from tests.yaml_file import plain

WAYS: dict[str, list[str]] = plain(Path(__file__).with_name("ways") / "corrected_before.yaml")
NAMED_FIRST = {
    "the swelling, it's not swollen at all": "swelling",
    "about the numbness, that isn't numb": "numbness",
    "my bruise, it isn't a bruise": "bruising",
}


@pytest.mark.parametrize(
    ("question", "say"), [*product(WAYS["questions"], WAYS["corrections"])], ids=str
)
def test_the_no_of_a_correction_answers_nothing(question: str, say: str) -> None:
    assert heard_at(question, say).answer is None


@pytest.mark.parametrize(
    ("question", "say"), [*product(WAYS["questions"], WAYS["answers"])], ids=str
)
def test_a_no_that_puts_nothing_right_answers(question: str, say: str) -> None:
    assert heard_at(question, say).answer == "no"


@pytest.mark.parametrize(("say", "finding"), [*NAMED_FIRST.items()], ids=str)
def test_what_is_named_first_and_denied_is_denied(say: str, finding: str) -> None:
    assert heard_at("tendon-history", say).findings == {finding: False}
