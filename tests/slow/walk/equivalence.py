"""Folding a state of the safety questions to what decides the questions that are still to come.

Two states that fold alike are followed by the same safety questions and the same level of care,
whatever else was answered before. What decides is worked out from the content: an answer counts
as long as something that may still be asked, or a rule that still waits for an answer, depends
on it. Everything here errs on the side of keeping states apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from skill.interview import red_flags
from skill.interview.answers import known_from
from skill.interview.rules import RULES
from skill.library.types import YESES, Answer, Answers, Care, Gate, Library, When

Fold = tuple[int, frozenset[str], frozenset[tuple[str, bool]]]
Ids = frozenset[str]


class _Watched(dict[str, Answer]):
    """Answers that remember what was read of them."""

    read: set[str]

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        self.read.add(key)
        return super().get(key, default)


@cache
def read_by(rule: str) -> Ids:
    """What a rule looks at: found by answering, both ways, whatever it turns to next."""
    found: set[str] = set()
    todo: list[dict[str, Answer]] = [{}]
    tried: set[frozenset[tuple[str, Answer]]] = set()
    while todo:
        watched = _Watched(todo.pop())
        watched.read = set()
        RULES[rule](watched)
        found |= watched.read
        for id in watched.read - watched.keys():
            for grade in (Answer.YES, Answer.NO):
                longer = {**watched, id: grade}
                mark = frozenset(longer.items())
                if mark not in tried:
                    tried.add(mark)
                    todo.append(longer)
    return frozenset(found)


class _Condition:
    """A `when`, as sets."""

    def __init__(self, when: When | None) -> None:
        when = when or When()
        self._groups = [frozenset(group) for group in (when.any, when.and_any) if group]
        self._all = frozenset(when.all)
        self._none = frozenset(when.none)
        self.ids = self._all.union(self._none, *self._groups)

    def could_hold(self, yes: set[str], could_be_yes: set[str]) -> bool:
        """Whether it holds once everything open were answered to suit it."""
        return (
            self._none.isdisjoint(yes)
            and self._all <= could_be_yes
            and not any(group.isdisjoint(could_be_yes) for group in self._groups)
        )


class Folding:
    """The folding of one library's safety questions."""

    def __init__(self, library: Library) -> None:
        self._library = library
        gates, flags = library.gates, library.red_flags
        behind = {part for gate in gates.values() for part in gate.opens}
        self._place_gates = {id for id, g in gates.items() if red_flags.is_place_gate(library, g)}
        self._gates = [
            (id, gate, frozenset(gate.opens), _Condition(gate.when))
            for id, gate in gates.items()
            if id not in self._place_gates
        ]
        self._alone = [
            (_Condition(flag.when), frozenset(flag.needs if flag.rule else (id,)))
            for id, flag in flags.items()
            if (flag.rule is None and id not in behind) or flag.needs
        ]
        self._worked_out = {
            id: read_by(flag.rule) | _Condition(flag.when).ids | set(flag.needs)
            for id, flag in flags.items()
            if flag.rule is not None
        }
        self._ranked = [
            (flag.care.rank, _Condition(flag.when if flag.rule else None), frozenset({id}))
            if flag.rule is None
            else (flag.care.rank, _Condition(flag.when), self._worked_out[id])
            for id, flag in flags.items()
        ]
        places = {*library.places, *self._place_gates}
        asked = (ids for _, ids in self._alone)
        self._all = places.union(*asked, *({id, *parts} for id, _, parts, _ in self._gates))

    def fold(self, given: Answers) -> Fold:
        """What stands for good, what may still be asked, and the answers that still count."""
        known = known_from(self._library, given)
        yes = {id for id, grade in known.items() if grade in YESES}
        raised = red_flags.raised(self._library, known)
        firm = max((c.rank for id, c in raised.items() if self._is_firm(id, known)), default=0)
        open_ids = self._may_be_asked(known, yes, firm)
        settled = [c.rank for id, c in raised.items() if not self._waits(id, open_ids)]
        live = set(self._live(open_ids))
        return (
            max(settled, default=0),
            frozenset(open_ids),
            frozenset((id, id in yes) for id in live.intersection(known)),
        )

    def _is_firm(self, id: str, known: Answers) -> bool:
        """Whether a raised flag stays raised: one that a rule works out might not."""
        return self._worked_out.get(id, frozenset()) <= known.keys()

    def _waits(self, id: str, open_ids: set[str]) -> bool:
        return not self._worked_out.get(id, frozenset()).isdisjoint(open_ids)

    def _may_be_asked(self, known: Answers, yes: set[str], standing: int) -> set[str]:
        """What some answers could still bring up: the largest set that agrees with itself."""
        if standing == Care.EMERGENCY.rank:
            return set()
        open_ids = self._all - known.keys()
        if not yes.isdisjoint(self._library.places):
            open_ids -= {*self._library.places, *self._place_gates}
        while True:
            supported = self._supported(known, yes, open_ids, standing)
            smaller = open_ids.intersection(supported)
            if smaller == open_ids:
                return open_ids
            open_ids = smaller

    def _supported(
        self, known: Answers, yes: set[str], open_ids: set[str], standing: int
    ) -> Iterator[str]:
        could_be = yes | open_ids
        worse = self._worse(yes, could_be, standing)
        only_worse = standing == Care.SAME_DAY.rank
        for id, gate, parts, when in self._gates:
            if not when.could_hold(yes, could_be):
                continue
            untouched = id not in known and parts.isdisjoint(known)
            if untouched and not (only_worse and worse.isdisjoint(parts)):
                yield id
                yield from parts
            elif not only_worse:
                yield from (part for part in parts if self._outranks(part, gate, yes))
            yield from worse & parts
        for when, ids in self._alone:
            if when.could_hold(yes, could_be):
                yield from worse & ids if only_worse else ids
        yield from self._place_gates
        yield from self._library.places

    def _outranks(self, part: str, gate: Gate, yes: set[str]) -> bool:
        ranks = [self._rank(other) for other in gate.opens if other in yes]
        return not ranks or self._rank(part) > max(ranks)

    def _rank(self, id: str) -> int:
        flag = self._library.red_flags.get(id)
        return flag.care.rank if flag else -1

    def _worse(self, yes: set[str], could_be: set[str], standing: int) -> set[str]:
        """The ids that may have a say in a flag graver than what stands."""
        worse: set[str] = set()
        for rank, when, ids in self._ranked:
            if rank > standing and when.could_hold(yes, could_be):
                worse |= ids
        return worse

    def _live(self, open_ids: set[str]) -> Iterator[str]:
        """The ids whose answers may still decide something."""
        for id, _, parts, when in self._gates:
            if not open_ids.isdisjoint(parts) or id in open_ids:
                yield id
                yield from when.ids | parts
        for when, asked in self._alone:
            if not open_ids.isdisjoint(asked):
                yield from when.ids
        for ids in self._worked_out.values():
            if not open_ids.isdisjoint(ids):
                yield from ids
        if not open_ids.isdisjoint(self._place_gates):
            yield from self._place_gates
            yield from self._library.places
