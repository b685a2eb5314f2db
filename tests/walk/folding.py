"""Folding a state of the safety questions to what decides the questions that are still to come.

Two states that fold alike are followed by the same safety questions and the same level of care,
whatever else was answered before. What decides is worked out from the content: an answer counts
as long as something that may still be asked, or a rule that still waits for an answer, depends
on it. Everything here errs on the side of keeping states apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from skill.interview import safety
from skill.interview.answers import Answers, holds, is_yes, known_from
from skill.interview.rules import RULES
from skill.library.types import Answer, Care, Gate, Library, RedFlag, When

Fold = tuple[object, ...]


class _Watched(dict[str, Answer]):
    """Answers that remember what was read of them."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__(answers)
        self.read: set[str] = set()

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        self.read.add(key)
        return super().get(key, default)


@cache
def read_by(rule: str) -> frozenset[str]:
    """What a rule looks at: found by answering, both ways, whatever it turns to next."""
    found: set[str] = set()
    frontier: list[dict[str, Answer]] = [{}]
    tried: set[frozenset[tuple[str, Answer]]] = set()
    while frontier:
        answers = frontier.pop()
        watched = _Watched(answers)
        RULES[rule](watched)
        found |= watched.read
        for id in watched.read - answers.keys():
            for grade in (Answer.YES, Answer.NO):
                longer = {**answers, id: grade}
                mark = frozenset(longer.items())
                if mark not in tried:
                    tried.add(mark)
                    frontier.append(longer)
    return frozenset(found)


def ids_of(when: When | None) -> frozenset[str]:
    """Everything that a condition mentions."""
    return frozenset((*when.any, *when.and_any, *when.all, *when.none)) if when else frozenset()


class Folding:
    """The folding of one library's safety questions."""

    def __init__(self, library: Library) -> None:
        self._library = library
        gates = library.gates
        self._place_gates = {id for id, g in gates.items() if safety.is_place_gate(library, g)}
        self._gates = {id: g for id, g in gates.items() if id not in self._place_gates}
        behind = {part for gate in gates.values() for part in gate.opens}
        self._alone: list[tuple[RedFlag, tuple[str, ...]]] = [
            (flag, flag.needs if flag.rule else (id,))
            for id, flag in library.red_flags.items()
            if (flag.rule is None and id not in behind) or flag.needs
        ]
        self._rules = {
            id: (flag, frozenset({*read_by(flag.rule), *ids_of(flag.when), *flag.needs}))
            for id, flag in library.red_flags.items()
            if flag.rule is not None
        }

    def fold(self, given: Answers) -> Fold:
        """What decides from here on."""
        library = self._library
        known = known_from(library, given)
        raised = safety.raised(library, known)
        firm = max((c.rank for id, c in raised.items() if self._is_firm(id, known)), default=0)
        open_ids = self._may_be_asked(known, firm)
        live = set(self._live(known, open_ids))
        settled = max(
            (care.rank for id, care in raised.items() if not self._waits(id, open_ids)), default=0
        )
        return (
            settled,
            frozenset(open_ids),
            frozenset((id, is_yes(known, id)) for id in live if id in known),
        )

    def _is_firm(self, id: str, known: Answers) -> bool:
        """Whether a raised flag stays raised: one that a rule works out might not."""
        return id not in self._rules or self._rules[id][1] <= known.keys()

    def _waits(self, id: str, open_ids: set[str]) -> bool:
        return id in self._rules and not self._rules[id][1].isdisjoint(open_ids)

    def _may_be_asked(self, known: Answers, standing: int) -> set[str]:
        """The ids that some answers could still bring up: the largest set that agrees with itself."""
        if standing == Care.EMERGENCY.rank:
            return set()
        open_ids = {*self._askable(), *self._library.places, *self._place_gates} - known.keys()
        if any(is_yes(known, place) for place in self._library.places):
            open_ids -= {*self._library.places, *self._place_gates}
        while True:
            smaller = open_ids.intersection(self._supported(known, open_ids, standing))
            if smaller == open_ids:
                return open_ids
            open_ids = smaller

    def _askable(self) -> Iterator[str]:
        for id, gate in self._gates.items():
            yield from (id, *gate.opens)
        for _, parts in self._alone:
            yield from parts

    def _supported(self, known: Answers, open_ids: set[str], standing: int) -> Iterator[str]:
        could_be = {**dict.fromkeys(open_ids, Answer.YES), **known}
        worse = set(self._worse(known, could_be, standing))
        only_worse = standing == Care.SAME_DAY.rank
        for id, gate in self._gates.items():
            if not _could_hold(gate.when, known, could_be):
                continue
            untouched = id not in known and not any(part in known for part in gate.opens)
            if untouched and not (only_worse and worse.isdisjoint(gate.opens)):
                yield from (id, *gate.opens)
            for part in gate.opens:
                if part in worse or (not only_worse and self._outranks(part, gate, known)):
                    yield part
        for flag, parts in self._alone:
            if _could_hold(flag.when, known, could_be):
                yield from worse.intersection(parts) if only_worse else parts
        for id in self._place_gates:
            yield from (id, *self._library.gates[id].opens)

    def _outranks(self, part: str, gate: Gate, known: Answers) -> bool:
        ranks = [self._rank(other) for other in gate.opens if is_yes(known, other)]
        return not ranks or self._rank(part) > max(ranks)

    def _rank(self, id: str) -> int:
        flag = self._library.red_flags.get(id)
        return flag.care.rank if flag else -1

    def _worse(self, known: Answers, could_be: Answers, standing: int) -> Iterator[str]:
        """The ids that may have a say in a flag graver than what stands."""
        for id, flag in self._library.red_flags.items():
            if flag.care.rank <= standing:
                continue
            if flag.rule is None:
                yield id
            elif _could_hold(flag.when, known, could_be):
                yield from self._rules[id][1]

    def _live(self, known: Answers, open_ids: set[str]) -> Iterator[str]:
        for id, gate in self._gates.items():
            if not open_ids.isdisjoint((id, *gate.opens)):
                yield from (*ids_of(gate.when), id, *gate.opens)
        for flag, parts in self._alone:
            if not open_ids.isdisjoint(parts):
                yield from ids_of(flag.when)
        for _, ids in self._rules.values():
            if not open_ids.isdisjoint(ids):
                yield from ids
        if not open_ids.isdisjoint(self._place_gates):
            yield from (*self._place_gates, *self._library.places)


def _could_hold(when: When | None, known: Answers, could_be: Answers) -> bool:
    """Whether a condition holds once everything open were answered to suit it."""
    if when is None:
        return True
    certain = any(is_yes(known, id) for id in when.none)
    return not certain and holds(When(when.any, when.and_any, when.all), could_be)
