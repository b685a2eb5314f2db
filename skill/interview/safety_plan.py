"""The safety questions of a library in their order: worked out once, and kept."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from skill.interview.answers import positives_of
from skill.library.types import Answer, Answers, Gate, Library, When


class Item(Struct, frozen=True):
    """A safety gate, a flag that stands alone, or what a rule needs: `parts` are what it asks.

    `ranks` are the ranks of the care that its parts call for; -1 where a part is no flag.
    Where only one of `once_known` was told, what is left of it is asked in one question.
    `first_after` are the flags after which it comes before all others. Once care is needed the
    same day, `spares` tells of whom it is not asked, and `last_for` of whom nothing else is.
    """

    order: int
    id: str
    is_gate: bool
    parts: tuple[str, ...]
    when: When | None
    ranks: Mapping[str, int]
    once_known: tuple[str, ...] = ()
    for_the_reason: bool = False
    first_after: frozenset[str] = frozenset()
    spares: When | None = None
    last_for: When | None = None


class SafetyPlan(Struct, frozen=True):
    """The safety questions of a library, in the order in which they are asked.

    `relevance` tells when an asked flag is relevant: by its own condition, or by one of those of
    its gates. `noes` deny all that a safety question asks. `regions` are the places of the gates
    that ask where it hurts. `for_matching` are the findings that are asked only to tell conditions
    apart. `telling` are the ids that some condition lists, so that their answer weighs in the
    belief too. `flags_of` are the flags that an id may have to be asked for: itself, and those
    that read, need or wait for it.
    """

    library: Library
    items: tuple[Item, ...]
    flags_of: Mapping[str, tuple[str, ...]]
    relevance: Mapping[str, tuple[When | None, ...]]
    noes: Answers
    regions: Mapping[str, tuple[str, ...]]
    for_matching: frozenset[str]
    telling: frozenset[str]


def plan_of(library: Library) -> SafetyPlan:
    """The plan of a library; built once and kept."""
    regions = regions_of(library)
    gates = {id: gate for id, gate in library.gates.items() if id not in regions}
    behind: dict[str, tuple[When | None, ...]] = {}
    for gate in gates.values():
        behind.update((part, (*behind.get(part, ()), gate.when)) for part in gate.opens)
    alone = {
        id: flag
        for id, flag in library.red_flags.items()
        if flag.needs or (flag.rule is None and id not in behind)
    }
    relevance = {id: behind.get(id, (flag.when,)) for id, flag in library.red_flags.items()}
    needed = {need for flag in alone.values() for need in flag.needs}
    items = [_gate_item(library, id, gate) for id, gate in gates.items()]
    items += [
        Item(
            order=flag.order,
            id=id,
            is_gate=False,
            parts=(parts := flag.needs if flag.rule else (id,)),
            when=flag.when,
            ranks=_ranks(library, parts),
        )
        for id, flag in alone.items()
    ]
    return SafetyPlan(
        library=library,
        items=tuple(sorted(items, key=lambda item: (item.order, item.id))),
        flags_of=_flags_of(library, relevance),
        relevance=relevance,
        noes={part: Answer.NO for item in items for part in item.parts},
        regions=regions,
        for_matching=frozenset(
            id
            for id, finding in library.findings.items()
            if not finding.only_told and id not in {*behind, *needed}
        ),
        telling=frozenset(
            id for c in (library.conditions | library.look_alikes).values() for id in c.findings
        ),
    )


def _gate_item(library: Library, id: str, gate: Gate) -> Item:
    return Item(
        order=gate.order,
        id=id,
        is_gate=True,
        parts=gate.opens,
        when=gate.when,
        ranks=_ranks(library, gate.opens),
        once_known=gate.once_known,
        for_the_reason=gate.for_the_reason,
        first_after=frozenset(gate.first_after),
        spares=gate.spares,
        last_for=gate.last_for,
    )


def _ranks(library: Library, parts: tuple[str, ...]) -> Mapping[str, int]:
    flags = library.red_flags
    return {part: flags[part].care.rank if part in flags else -1 for part in parts}


def is_place_gate(library: Library, gate: Gate) -> bool:
    """Whether a gate asks about a region of places, and nothing about safety."""
    return gate.opens[0] in library.places


def regions_of(library: Library) -> dict[str, tuple[str, ...]]:
    """The places of each gate that asks for a region."""
    return {id: gate.opens for id, gate in library.gates.items() if is_place_gate(library, gate)}


def heard_only_of(regions: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The regions that are never asked, as others hold all of their places: the heel."""
    return frozenset(
        id
        for id, places in regions.items()
        if all(
            any(place in within for other, within in regions.items() if other != id)
            for place in places
        )
    )


def _flags_of(
    library: Library, relevance: Mapping[str, tuple[When | None, ...]]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for id, flag in library.red_flags.items():
        waits = {one for when in relevance[id] if when is not None for one in positives_of(when)}
        own = {id, *waits} if flag.rule is None else {*flag.reads, *flag.needs, *waits}
        found.update((one, (*found.get(one, ()), id)) for one in own)
    return found
