"""A request's locale → the words that are spoken and listened for there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Any

from msgspec import Struct

from skill.library.region import Regional, regional
from skill.library.types import Library, Region, Words
from skill.library.types.hearing import Lexicon
from skill.understanding.contexts import Context
from skill.understanding.heard import Heard

LANGUAGE = "en"
"""The language spoken to a locale that has no words of its own."""
ELSEWHERE = "elsewhere"
"""The region of every locale that is not known: nobody is told a number that may lead nowhere."""
READINGS = 512
"""Readings of standing sentences that are kept, some 1 kB each: a yes and a no to each question,
and the commands of a set, are fewer. The locales of a language share them."""


Read = Callable[[Lexicon, str, Context], Heard]


@cache
def _read() -> Read:
    # Not before somebody speaks: a launch has no use for its modules, a fourth of our own.
    from skill.understanding.read import read

    return read


def read(lexicon: Lexicon, sentence: str, context: Context) -> Heard:
    """What a sentence means in its context."""
    return _read()(lexicon, sentence, context)


class Tongue(Struct, frozen=True):
    """The words of a language, how a locale puts them, and the numbers to call in it.

    `of_child` puts them as the locale does, to somebody who answers for a child, and `of_another`
    to who answers for another adult. `read_standing`
    reads a sentence that stands for an intent, once for each context: most turns are a yes or a no.
    """

    words: Words
    regional: Regional
    of_child: Regional
    of_another: Regional
    numbers: tuple[str, ...]
    read_standing: Callable[[str, Context], Heard]


class Tongues:
    """The tongue of every locale, each made when it is first spoken."""

    def __init__(self, library: Library) -> None:
        self._words = library.words
        self._readers = {
            language: lru_cache(READINGS)(partial(read, words.lexicon))
            for language, words in library.words.items()
        }
        self._made: dict[tuple[str, str], Tongue] = {}

    def of(self, locale: Any) -> Tongue:
        """The tongue of a locale; of one that is unknown, or none at all, that of elsewhere."""
        known = locale if isinstance(locale, str) else ""
        spoken = known.split("-")[0]
        language = spoken if spoken in self._words else LANGUAGE
        regions = self._words[language].regions
        name = known if known in regions else ELSEWHERE
        if (language, name) not in self._made:
            region, words = regions.get(name, Region()), self._words[language]
            there, of_child = regional(region.instead), regional(words.of_child)
            of_another = regional(words.of_another)
            self._made[language, name] = Tongue(
                words,
                there,
                lambda text: there(of_child(text)),
                lambda text: there(of_another(text)),
                region.numbers,
                self._readers[language],
            )
        return self._made[language, name]
