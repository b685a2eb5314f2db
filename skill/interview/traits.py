"""What the content says of findings and red flags by themselves, as sets of their ids."""

from __future__ import annotations

from collections.abc import Mapping

from skill.library.identity import once_for_each
from skill.library.types import Library, WithoutPain


@once_for_each
def of_a_person(library: Library) -> frozenset[str]:
    """What somebody is or takes, and no trouble of today."""
    return frozenset(id for id, flag in library.red_flags.items() if flag.of_a_person)


@once_for_each
def of_several(library: Library) -> frozenset[str]:
    """Flags that hold several things, so that a no to one of them leaves the others."""
    return frozenset(id for id, flag in library.red_flags.items() if flag.several)


@once_for_each
def dated(library: Library) -> frozenset[str]:
    """What has a date of its own."""
    signs = library.findings | library.red_flags
    return frozenset(id for id, sign in signs.items() if sign.dated)


@once_for_each
def wherever_it_hurts(library: Library) -> frozenset[str]:
    """What is so of every place, and not asked again of a second one."""
    signs = library.findings | library.red_flags
    return frozenset(id for id, sign in signs.items() if sign.wherever_it_hurts)


@once_for_each
def without_pain(library: Library) -> Mapping[WithoutPain, frozenset[str]]:
    """What each finding and flag is to whom nothing hurts."""
    signs = library.findings | library.red_flags
    kinds: dict[WithoutPain, frozenset[str]] = dict.fromkeys(
        ("numb", "painless", "denied", "open"), frozenset()
    )
    for id, sign in signs.items():
        if sign.without_pain is not None:
            kinds[sign.without_pain] |= {id}
    return kinds


@once_for_each
def sore_bones(library: Library) -> Mapping[str, str]:
    """The flag of a sore bone by the region that it is in."""
    gates = library.gates.items()
    return {id: gate.sore_bone for id, gate in gates if gate.sore_bone is not None}
