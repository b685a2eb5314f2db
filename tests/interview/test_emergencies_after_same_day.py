"""`emergencies_after_same_day.yaml`: no emergency is lost behind what is seen the same day.

Once a same-day flag stands, what cannot make the care graver is asked no more. Whoever has the
signs of an emergency as well must come to it all the same, by plain answers alone.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec import Struct

from skill.interview.assessment import assess
from skill.interview.interview import HOW_IT_BEGAN, Ask, Knowledge, proceed
from skill.library.types import Answer, Care, Library
from tests.interview.tables import Ids, table


class Emergency(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """An emergency, the signs that raise it, and after what it is asked: `only_after` these flags,
    or after all but those that it is `not_after`."""

    flag: str
    signs: Ids
    not_after: Ids = ()
    only_after: Ids = ()

    def concerns(self, flag: str) -> bool:
        """Whether it is asked after a flag."""
        return flag in self.only_after if self.only_after else flag not in self.not_after


class After(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The table."""

    same_day: Mapping[str, Ids]
    emergencies: tuple[Emergency, ...]


_, TABLE = table("emergencies_after_same_day.yaml", After)
TOLD_ONLY = frozenset({"stroke", "both-feet-numb", "nerve-worsening", "suspected-hip-fracture"})
"""Emergencies of which no question asks by itself, and such as are the same flag made graver."""


@pytest.mark.parametrize("id", TABLE.same_day)
def test_what_raises_a_flag_of_the_same_day_is_no_emergency_yet(
    knowledge: Knowledge, id: str
) -> None:
    assessed = assess(knowledge.library, _told(knowledge, id))

    assert assessed.flags[id] is Care.SAME_DAY
    assert assessed.rank == Care.SAME_DAY.rank


@pytest.mark.parametrize("row", TABLE.emergencies, ids=lambda row: row.flag)
def test_an_emergency_is_found_after_what_is_seen_the_same_day(
    knowledge: Knowledge, row: Emergency
) -> None:
    lost = [
        flag
        for flag in TABLE.same_day
        if row.concerns(flag) and not _is_found(knowledge, flag, row.signs)
    ]

    assert not lost


def test_each_emergency_stands_in_the_table(knowledge: Knowledge) -> None:
    flags = knowledge.library.red_flags
    emergencies = {id for id, flag in flags.items() if flag.care is Care.EMERGENCY}

    assert emergencies - TOLD_ONLY == {row.flag for row in TABLE.emergencies}


def _is_found(knowledge: Knowledge, flag: str, signs: Ids) -> bool:
    """Whether somebody who told what raises a flag, with the signs too, comes to an emergency."""
    has = {*TABLE.same_day[flag], *signs}
    given, asked = _told(knowledge, flag), [HOW_IT_BEGAN]
    while isinstance(step := proceed(knowledge, given, asked, asked), Ask):
        given[step.id] = _answer(knowledge.library, step.id, has)
        asked.append(step.id)
    return step.care is Care.EMERGENCY


def _told(knowledge: Knowledge, flag: str) -> dict[str, Answer]:
    """What raises a flag of the same day: a yes to its signs, and a no to what it needs to know."""
    noes = dict.fromkeys(knowledge.library.red_flags[flag].needs, Answer.NO)
    return noes | dict.fromkeys(TABLE.same_day[flag], Answer.YES)


def _answer(library: Library, id: str, has: set[str]) -> Answer:
    """A plain yes or no; where a place is to be chosen, none is named."""
    if id in {gate.choice for gate in library.gates.values()}:
        return Answer.NOT_SURE
    gate = library.gates.get(id)
    return Answer.NO if has.isdisjoint((id, *(gate.opens if gate else ()))) else Answer.YES
