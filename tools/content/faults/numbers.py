"""The table of likelihoods: complete, in order, and adding up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from skill.library.types import Answer, Frequency
from tools.content.faults.fault import Fault
from tools.content.faults.shelf import Filed, Shelf

_TOLERANCE = 0.001
_GIVEN = [grade for grade in Answer if grade is not Answer.NO_TO_SEVERAL]
"""The grades that people give, surest yes first: one of them is heard each time."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault in the numbers of `likelihoods.yaml`."""
    for file in shelf.of("likelihoods.yaml"):
        if file.readable:
            yield from _frequencies(file)
            yield from _answers(file)


def _frequencies(file: Filed) -> Iterator[Fault]:
    table = file.mapping("frequencies")
    for word in Frequency:
        if word not in table:
            yield file.fault(f"`{word}` is missing; every word has its number", "frequencies")
    numbers = [(word, table[word]) for word in Frequency if _is_number(table.get(word))]
    for (word, number), (rarer, less) in pairwise(numbers):
        if less >= number:
            yield file.fault(
                f"`{rarer}` is rarer than `{word}`, so its number is below {number}",
                "frequencies",
                rarer,
            )


def _answers(file: Filed) -> Iterator[Fault]:
    there = file.mapping("answers")
    for grade in Answer:
        if grade not in there:
            yield file.fault(f"`{grade}` is missing; every grade has its strength", "answers")
    for column in ("if_present", "if_absent"):
        numbers = [file.value("answers", grade, column) for grade in _GIVEN]
        if all(map(_is_number, numbers)) and abs(sum(numbers) - 1) > _TOLERANCE:
            yield file.fault(
                f"the `{column}` of what people answer sum to {sum(numbers):.3f}; "
                "they must sum to 1",
                "answers",
            )
    ratios = {grade: ratio for grade in Answer if (ratio := _ratio(file, grade)) is not None}
    given = [(grade, ratios[grade]) for grade in _GIVEN if grade in ratios]
    for (grade, ratio), (weaker, less) in pairwise(given):
        if less >= ratio:
            yield _out_of_order(file, weaker, f"less than `{grade}`", f"below {ratio:.3g}")
    several, no = ratios.get(Answer.NO_TO_SEVERAL), ratios.get(Answer.NO)
    if several is not None and no is not None and not no <= several < 1:
        between = f"between {no:.3g} and 1"
        yield _out_of_order(file, Answer.NO_TO_SEVERAL, "no less than `no`", between)


def _ratio(file: Filed, grade: Answer) -> float | None:
    present = file.value("answers", grade, "if_present")
    absent = file.value("answers", grade, "if_absent")
    if not (_is_number(present) and _is_number(absent) and absent > 0):
        return None
    return float(present / absent)


def _out_of_order(file: Filed, grade: Answer, speaks: str, wanted: str) -> Fault:
    return file.fault(
        f"`{grade}` speaks for a finding {speaks}, "
        f"so its if_present divided by if_absent is {wanted}",
        "answers",
        grade,
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
