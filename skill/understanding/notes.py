"""Where in a sentence each meaning stands."""

from __future__ import annotations

from typing import Any

from skill.understanding.grammar.matching import Match
from skill.understanding.grammar.sentence import Sentence
from skill.understanding.numbers.numbers import Number
from skill.understanding.numbers.times import Time


class Notes:
    """Which words each meaning came from."""

    def __init__(self, sentence: Sentence) -> None:
        self.origin: dict[str, tuple[int, ...]] = {}
        self._sentence = sentence

    def add(self, name: str, at: Match | Number | Time) -> None:
        """Note the words of a meaning."""
        words = self._sentence.origins[at.start : at.end]
        had = self.origin.get(name)
        # Words stand in their order.
        self.origin[name] = tuple(sorted({*had, *words}) if had else dict.fromkeys(words))

    def id(self, name: str, match: Match | None) -> str | None:
        """The id of a match, noted; None where there is none."""
        if match is None:
            return None
        self.add(name, match)
        return match.id

    def name(self, name: str, match: Match | None) -> Any:
        """The same as it is named to the outside."""
        id = self.id(name, match)
        return id.replace("-", "_") if id else None

    def value(self, name: str, told: tuple[int, Match | Number | Time] | None) -> int | None:
        """A number, its words noted."""
        if told is None:
            return None
        self.add(name, told[1])
        return told[0]
