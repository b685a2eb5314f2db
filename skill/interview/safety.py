"""The safety questions: which one is open next, and what care the answers call for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skill.interview.answers import Answers, anybody_yes, holds, is_yes, may_hold
from skill.interview.rules import RULES
from skill.library.types import Answer, Care, Gate, Library, RedFlag, When

PLACES_FROM = 50
"""Safety questions of this order and above depend on where the pain is, so the place is first."""


def raised(library: Library, known: Answers) -> dict[str, Care]:
    """Every red flag that the answers raise, gravest first, with its level of care."""
    flags = {id: flag.care for id, flag in library.red_flags.items() if _is_raised(id, flag, known)}
    return dict(sorted(flags.items(), key=lambda item: -item[1].rank))


def _is_raised(id: str, flag: RedFlag, known: Answers) -> bool:
    if flag.rule is None:
        return is_yes(known, id) and flag.care is not Care.SELF_CARE
    needed = all(need in known for need in flag.needs)
    return needed and holds(flag.when, known) and RULES[flag.rule](known)


def next_question(library: Library, known: Answers, *, places_known: bool) -> str | None:
    """The id of the safety question to ask now, or None when none is open.

    Once a same-day flag stands, only what could still make it an emergency is asked.
    """
    standing = standing_rank(library, known)
    if standing == Care.EMERGENCY.rank:
        return None
    worse = could_raise(library, known, above=standing)
    for id in _in_order(library, known, worse, places_known=places_known):
        if standing < Care.SAME_DAY.rank or id in worse or _opens_any(library, id, worse):
            return id
    return None


def standing_rank(library: Library, known: Answers) -> int:
    """The rank of the gravest care that a flag calls for so far; 0 where none is raised."""
    return max((care.rank for care in raised(library, known).values()), default=0)


def _opens_any(library: Library, id: str, wanted: frozenset[str]) -> bool:
    gate = library.gates.get(id)
    return gate is not None and not wanted.isdisjoint(gate.opens)


def could_raise(library: Library, known: Answers, *, above: int) -> frozenset[str]:
    """The unanswered ids that could still raise a flag whose care ranks above this.

    Where it hurts is among them only where nothing else is missing for a flag.
    """
    known = _with_places_settled(library, known)
    relevance = {part: gate.when for gate in library.gates.values() for part in gate.opens}
    wanted: set[str] = set()
    for id, flag in library.red_flags.items():
        if flag.care.rank <= above:
            continue
        if flag.rule is None:
            if holds(relevance.get(id, flag.when), known):
                wanted.add(id)
        elif holds(flag.when, known):
            wanted.update(flag.reads, flag.needs)
        elif flag.when is not None and may_hold(flag.when, known):
            missing = set(_missing(flag.when, known))
            wanted.update(missing.difference(library.places))
            if RULES[flag.rule]({**dict.fromkeys(library.places, Answer.YES), **known}):
                wanted.update(missing)
    return frozenset(wanted.difference(known))


def _missing(when: When, known: Answers) -> Iterator[str]:
    """The ids of a condition that does not hold yet, save those of parts that already do."""
    for group in (when.any, when.and_any):
        if not anybody_yes(known, group):
            yield from group
    yield from when.all


def _with_places_settled(library: Library, known: Answers) -> Answers:
    """Where one place was named, the others do not hurt, as far as safety goes."""
    if not anybody_yes(known, library.places):
        return known
    return {**dict.fromkeys(library.places, Answer.NO), **known}


def _in_order(
    library: Library, known: Answers, worse: frozenset[str], *, places_known: bool
) -> Iterator[str]:
    for order, id, parts in _items(library):
        if order >= PLACES_FROM and not places_known:
            return
        yield from _open_in(library, id, parts, known, worse)


def _items(library: Library) -> list[tuple[int, str, Sequence[str]]]:
    """(order, id, what it asks) for safety gates, lone flags and what a rule needs."""
    behind = {part for gate in library.gates.values() for part in gate.opens}
    gates = [
        (gate.order, id, gate.opens)
        for id, gate in library.gates.items()
        if not is_place_gate(library, gate)
    ]
    flags = [
        (flag.order, id, flag.needs if flag.rule else (id,))
        for id, flag in library.red_flags.items()
        if (flag.rule is None and id not in behind) or flag.needs
    ]
    return sorted(gates + flags, key=lambda item: item[:2])


def has_unexplained_yes(library: Library, known: Answers) -> bool:
    """Whether a safety gate was answered yes, and then each thing behind it was denied."""
    return any(
        is_yes(known, id) and not anybody_yes(known, gate.opens)
        for id, gate in library.gates.items()
        if not is_place_gate(library, gate)
    )


def is_place_gate(library: Library, gate: Gate) -> bool:
    """Whether a gate asks about a region of places, and nothing about safety."""
    return gate.opens[0] in library.places


def is_matching(library: Library, id: str) -> bool:
    """Whether a finding is asked only to tell conditions apart, and not for safety too."""
    gates = library.gates.values()
    flags = library.red_flags.values()
    return id in library.findings and not any(
        id in ids for ids in (*(gate.opens for gate in gates), *(flag.needs for flag in flags))
    )


def _open_in(
    library: Library, id: str, parts: Sequence[str], known: Answers, worse: frozenset[str]
) -> Iterator[str]:
    gate = library.gates.get(id)
    flag = library.red_flags.get(id)
    when = gate.when if gate else flag.when if flag else None
    if not holds(when, known):
        return
    if gate is None:
        yield from (part for part in parts if part not in known)
        return
    if id not in known and not any(part in known for part in parts):
        yield id
        return
    for part in parts:
        if part not in known and (part in worse or _outranks(library, part, parts, known)):
            yield part


def _outranks(library: Library, part: str, siblings: Sequence[str], known: Answers) -> bool:
    """Whether a part of a gate calls for more care than its siblings that were answered yes."""
    ranks = [_rank(library, sibling) for sibling in siblings if is_yes(known, sibling)]
    return not ranks or _rank(library, part) > max(ranks)


def _rank(library: Library, id: str) -> int:
    flag = library.red_flags.get(id)
    return flag.care.rank if flag else -1
