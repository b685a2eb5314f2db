"""How long a text takes to say is estimated before anything is spoken."""

from __future__ import annotations

import pytest

from skill.library.speech_length import spoken_seconds


def test_a_longer_text_takes_longer() -> None:
    assert spoken_seconds("up") < spoken_seconds("up again")


@pytest.mark.parametrize(("digits", "word"), [("7, up", "seven, up"), ("3, up", "three, up")])
def test_a_digit_takes_as_long_as_its_word(digits: str, word: str) -> None:
    assert spoken_seconds(digits) == pytest.approx(spoken_seconds(word))


def test_a_number_of_two_digits_takes_no_less_than_most_of_its_words() -> None:
    assert spoken_seconds("17") >= spoken_seconds("seventeen")
