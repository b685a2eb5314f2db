"""Numbers as Alexa hands them over: `AMAZON.NUMBER` turns "twenty one" into "21"."""

from __future__ import annotations

_ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

_VALUES = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {
        f"{ten} {one}": 10 * value + more
        for value, ten in enumerate(_TENS, start=2)
        for more, one in enumerate(_ONES[1:10], start=1)
    }
    | {"a hundred": 100, "one hundred": 100}
)

MOST_DIGITS = 4


def digits_of(text: str) -> str | None:
    """The digits for a number in words or in digits, or None where it is no whole number."""
    if text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS:
        return str(int(text))
    value = _VALUES.get(text.replace("-", " "))
    return None if value is None else str(value)
