"""What differs from country to country within one language: numbers to call, words, spelling."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from skill.library.types.evidence import Content, Evidenced, Text

LocaleName = Annotated[
    str,
    Meta(pattern=r"^([a-z]{2}-[A-Z]{2}|elsewhere)$", description="such as en-GB, or elsewhere"),
]
Purpose = Literal["emergency", "advice", "crisis"]
"""What a number is for: an ambulance; advice on what cannot wait; somebody to talk to in need."""


class PhoneNumber(Evidenced, frozen=True, kw_only=True):
    """A number to call, as it is dialled, with spaces where a voice pauses."""

    number: Annotated[str, Meta(pattern=r"^\d+( \d+)*$", description="digits and spaces")]


class Locale(Content, frozen=True, kw_only=True):
    """`content/locales/<locale>.yaml`: the numbers of one country, by what they are for.

    `elsewhere` stands for every locale that has no file of its own, and has no number.
    """

    reviewed: date
    numbers: dict[Purpose, PhoneNumber] = {}


class LocaleWords(Content, frozen=True, kw_only=True):
    """`content/words/<language>/locales/<locale>.yaml`: what is said there instead.

    The other files are written in one English, that of the United States. `instead` gives the
    words on the right for those on the left, wherever they stand as whole words, small or
    capital; `{emergency}`, `{advice}` and `{crisis}` are the numbers of the locale. `spelling`
    does the same, and also to what Alexa listens for.
    """

    instead: dict[Text, Text] = {}
    spelling: dict[Text, Text] = {}


class Region(Content, frozen=True, kw_only=True):
    """The words of one locale as they ship: what is said instead, and the numbers in it."""

    instead: dict[Text, Text] = {}
    numbers: tuple[Text, ...] = ()
