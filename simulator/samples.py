"""Matching words with the samples of an interaction model, to the letter and no further."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.envelope import FilledSlot
from simulator.numbers import digits_of

NUMBER = "AMAZON.NUMBER"
FREE_SPEECH = "AMAZON.SearchQuery"

_SLOT = re.compile(r"\{(\w+)\}")

Values = Mapping[str, tuple[str | None, str]]
"""The ways of saying a slot type's values, each with the id and name of its value."""


@dataclass(frozen=True)
class Matched:
    """An intent, and the slots that words were found for."""

    intent: str
    filled: tuple[FilledSlot, ...] = ()


@dataclass(frozen=True)
class _Sample:
    intent: str
    pattern: re.Pattern[str]
    kinds: Mapping[str, str]
    carrier: int
    """Characters of its words; of two that fit, the one with more is meant."""


class Samples:
    """The samples of a language model in the committed form."""

    def __init__(self, language: Mapping[str, Any]) -> None:
        self._values: dict[str, Values] = {
            kind["name"]: dict(_ways(kind)) for kind in language.get("types", ())
        }
        self._plain: dict[str, str] = {}
        self._exact: list[_Sample] = []
        self._carriers: list[_Sample] = []
        for intent in language["intents"]:
            kinds = {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
            for sample in intent["samples"]:
                self._add(intent["name"], sample.lower(), kinds)
        self._carriers.sort(key=lambda sample: -sample.carrier)

    def exact(self, text: str, but: str) -> Matched | None:
        """The intent, not `but`, whose sample equals `text`, with slots of the catalogue."""
        if text in self._plain:
            return Matched(self._plain[text])
        found = (self._matched(one, text) for one in self._exact if one.intent != but)
        return next((one for one in found if one is not None), None)

    def carried(self, text: str) -> Matched | None:
        """The free speech behind the longest carrier with which `text` begins."""
        found = (self._matched(one, text) for one in self._carriers)
        return next((one for one in found if one is not None), None)

    def whole(self, text: str, kind: str) -> tuple[str | None, str | None]:
        """The id and name of the value that `text` is of a slot type, or None and None."""
        return self._values.get(kind, {}).get(text, (None, None))

    def _add(self, intent: str, sample: str, kinds: Mapping[str, str]) -> None:
        pieces = _SLOT.split(sample)
        slots = pieces[1::2]
        if not slots:
            self._plain[sample] = intent
            return
        pattern = "".join(
            f"(?P<{piece}>.+)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)
        )
        one = _Sample(intent, re.compile(pattern), kinds, sum(map(len, pieces[::2])))
        free = FREE_SPEECH in {kinds[slot] for slot in slots}
        (self._carriers if free else self._exact).append(one)

    def _matched(self, sample: _Sample, text: str) -> Matched | None:
        found = sample.pattern.fullmatch(text)
        if found is None:
            return None
        words = found.groupdict()
        filled = [self._filled(name, sample.kinds[name], said) for name, said in words.items()]
        if None in filled:
            return None
        return Matched(sample.intent, tuple(slot for slot in filled if slot is not None))

    def _filled(self, name: str, kind: str, said: str) -> FilledSlot | None:
        if kind == FREE_SPEECH:
            return FilledSlot(name, kind, said, None, None)
        if kind == NUMBER:
            digits = digits_of(said)
            return None if digits is None else FilledSlot(name, kind, digits, None, None)
        if said not in self._values.get(kind, {}):
            return None
        return FilledSlot(name, kind, said, *self._values[kind][said])


def _ways(kind: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str | None, str]]]:
    for value in kind["values"]:
        name = value["name"]["value"]
        for said in (name, *value["name"].get("synonyms", ())):
            yield said.lower(), (value.get("id"), name)
