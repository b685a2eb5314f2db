"""Whether two sample utterances can be said with the same words, whatever fills their slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Template = tuple[str, ...]
"""Words, and `{TYPE}` where a value of that slot type goes."""


class Overlap:
    """Compares templates over the given slot types (type to the ways of saying its values).

    Amazon's own slot types have no listed values and so overlap with nothing.
    """

    def __init__(self, types: Mapping[str, Iterable[Sequence[str]]]) -> None:
        self._values: dict[str, dict[str, list[Template]]] = {}
        for kind, values in types.items():
            by_first: defaultdict[str, list[Template]] = defaultdict(list)
            for value in dict.fromkeys(tuple(value) for value in values if value):
                by_first[value[0]].append(value)
            self._values["{" + kind + "}"] = dict(by_first)
        self._known: dict[tuple[Template, Template], Template | None] = {}
        self._endings = {
            slot: frozenset(value[-1] for values in by_first.values() for value in values)
            for slot, by_first in self._values.items()
        }

    def shared(self, some: Sequence[Template], others: Sequence[Template]) -> set[str]:
        """The utterances that a template of `some` and one of `others` can both be, one a pair."""
        with_slots: defaultdict[str, list[Template]] = defaultdict(list)
        # Most samples have no slot: both their ends are known, and few have to be compared.
        plain: defaultdict[str, defaultdict[str, list[Template]]]
        plain = defaultdict(lambda: defaultdict(list))
        for other in dict.fromkeys(others):
            if not self._values.keys().isdisjoint(other):
                for first in self._first_words(other):
                    with_slots[first].append(other)
            elif other:
                plain[other[0]][other[-1]].append(other)
        literals = {
            other: frozenset(word for word in other if word not in self._values) for other in others
        }
        found: set[str] = set()
        for one in dict.fromkeys(some):
            firsts, lasts = self._first_words(one), self._last_words(one)
            own = {word for word in one if word not in self._values}
            near = {rival for first in firsts for rival in with_slots.get(first, ())}
            near |= {
                rival
                for first in firsts
                if first in plain
                for last in lasts & plain[first].keys()
                for rival in plain[first][last]
                if own.issubset(rival)
            }
            if len(own) == len(set(one)):
                near = {rival for rival in near if literals[rival] <= own}
            found.update(
                " ".join(words)
                for rival in near
                if not lasts.isdisjoint(self._last_words(rival))
                and (words := self._meeting(one, rival)) is not None
            )
        return found

    def _last_words(self, template: Template) -> frozenset[str]:
        return self._endings.get(template[-1]) or frozenset(template[-1:])

    def _first_words(self, template: Template) -> Iterable[str]:
        return self._values.get(template[0], template[:1]) if template else ()

    def _meeting(self, one: Template, other: Template) -> Template | None:
        """The words that both can be, or None."""
        same = 0
        for mine, theirs in zip(one, other, strict=False):
            if mine in self._values or theirs in self._values:
                break
            if mine != theirs:
                return None
            same += 1
        one_rest, other_rest = one[same:], other[same:]
        if not one_rest or not other_rest:
            return one if one_rest == other_rest else None
        rest = self._meeting_filled(one_rest, other_rest)
        return None if rest is None else one[:same] + rest

    def _meeting_filled(self, one: Template, other: Template) -> Template | None:
        """As `_meeting`, where at least one of them starts with a slot."""
        if (one, other) not in self._known:
            self._known[one, other] = next(
                (
                    words
                    for filled, facing in self._filled(one, other)
                    if (words := self._meeting(filled, facing)) is not None
                ),
                None,
            )
        return self._known[one, other]

    def _filled(self, one: Template, other: Template) -> Iterator[tuple[Template, Template]]:
        """Both templates, with a value in place of the slot that one of them starts with."""
        if one[0] not in self._values:
            one, other = other, one
        for word in self._first_words(other):
            for value in self._values[one[0]].get(word, ()):
                yield value + one[1:], other
