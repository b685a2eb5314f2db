"""`rules.yaml`: which answers raise which red flag, through gates, relevance and the rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Literal

import pytest
from msgspec import Struct

from skill.interview import red_flags
from skill.interview.answers import known_from
from skill.interview.interview import Knowledge
from skill.interview.prospects import MOST_TOGETHER
from skill.interview.rules import RULES
from skill.library.types import YESES, Answer, Care
from tests.interview.tables import Ids, Place, Row, cases, table


class Cleared(Row, frozen=True, kw_only=True):
    """Who does not raise a flag: the rule says no, or it is held back `by` the flag's `when`, or
    because what it `needs` was not asked yet."""

    by: Literal["rule", "when", "needs"] = "rule"


class Rule(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A red flag that a rule works out: who raises it, and who does not."""

    flag: str
    care: Care
    raised: tuple[Row, ...]
    not_raised: tuple[Cleared, ...]


class Beside(Row, frozen=True, forbid_unknown_fields=True):
    """The care that an asked flag calls for beside other answers."""

    flag: str = ""
    care: Care = Care.SELF_CARE


class Gravest(Row, frozen=True, forbid_unknown_fields=True):
    """Which flag gives the reason that is told first, of those that one level raises."""

    first: str = ""


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """The table. `asked` are the flags that are questions, by the care that a yes calls for."""

    asked: dict[Care, Ids]
    gravest: tuple[Gravest, ...]
    beside: tuple[Beside, ...]
    rules: tuple[Rule, ...]


DOCUMENT, TABLE = table("rules.yaml", Rules)


def _rows() -> Iterator[Any]:
    for number, rule in enumerate(TABLE.rules):
        for key, rows in (("raised", rule.raised), ("not-raised", rule.not_raised)):
            for index, row in enumerate(rows):
                place = Place(DOCUMENT, ("rules", number, key, index))
                yield pytest.param(rule, row, place, id=f"{rule.flag}: {row.title}")


@pytest.mark.parametrize(("rule", "row", "place"), list(_rows()))
def test_a_flag_is_raised_by_these_answers_and_not_by_those(
    rule: Rule, row: Row, place: Place, knowledge: Knowledge
) -> None:
    place.check_ids(knowledge.library, row.title, row.given)
    known = known_from(knowledge.library, row.given)
    flags = red_flags.flags_of(knowledge.library, known)
    care = None if isinstance(row, Cleared) else rule.care
    if flags.get(rule.flag) != care:
        expected = f"{rule.flag} ({care})" if care else f"no {rule.flag}"
        place.broken(row.title, f"expected: {expected}", f"got:      {_shown(flags)}")
    if isinstance(row, Cleared) and RULES[rule.flag](known) != (row.by != "rule"):
        place.broken(row.title, f"expected: {rule.flag} held back by {row.by}", "got:      not so")


@pytest.mark.parametrize(
    ("care", "id", "place"),
    [
        pytest.param(care, id, Place(DOCUMENT, ("asked", care.value, index)), id=f"{id}: {care}")
        for care, ids in TABLE.asked.items()
        for index, id in enumerate(ids)
    ],
)
def test_an_asked_flag_is_raised_by_a_yes_alone(
    care: Care, id: str, place: Place, knowledge: Knowledge
) -> None:
    for answer in Answer:
        flags = red_flags.flags_of(knowledge.library, {id: answer})
        expected = care if answer in YESES and care is not Care.SELF_CARE else None
        if care is Care.EMERGENCY and answer is Answer.NOT_SURE:
            expected = Care.SAME_DAY  # It was gone on without, as nothing was understood.
        if flags.get(id) != expected:
            got = f"got:      {_shown(flags)}"
            place.broken(id, f"expected: {expected or 'no flag'} for {answer}", got)


@pytest.mark.parametrize(("row", "place"), cases(DOCUMENT, TABLE.beside, "beside"))
def test_what_an_asked_flag_calls_for_beside_others(
    row: Beside, place: Place, knowledge: Knowledge
) -> None:
    known = known_from(knowledge.library, {**row.given, row.flag: Answer.YES})
    flags = red_flags.flags_of(knowledge.library, known)
    if flags.get(row.flag) != row.care:
        place.broken(row.title, f"expected: {row.flag} ({row.care})", f"got:      {_shown(flags)}")


@pytest.mark.parametrize(("row", "place"), cases(DOCUMENT, TABLE.gravest, "gravest"))
def test_which_reason_is_told_first(row: Gravest, place: Place, knowledge: Knowledge) -> None:
    place.check_ids(knowledge.library, row.title, row.given)
    flags = red_flags.flags_of(knowledge.library, known_from(knowledge.library, row.given))
    levels = list(flags.values())[:2]
    if len(set(levels)) != 1 or len(levels) != 2:
        place.broken(row.title, "a row needs two flags of the gravest level", _shown(flags))
    if next(iter(flags)) != row.first:
        place.broken(row.title, f"expected: {row.first} first", f"got:      {_shown(flags)}")


def test_no_rule_raises_its_flag_where_nothing_was_affirmed(knowledge: Knowledge) -> None:
    # Worked out only where something that it reads was affirmed: see `raised`.
    for id, flag in knowledge.library.red_flags.items():
        if flag.rule is not None:
            assert not RULES[flag.rule]({}), id
            assert not RULES[flag.rule](dict.fromkeys(flag.reads, Answer.NO)), id


def test_no_rule_needs_more_answers_at_once_than_are_tried(knowledge: Knowledge) -> None:
    # What is asked for an urgent result tries so many together: see `prospects.may_tip`.
    for id, flag in knowledge.library.red_flags.items():
        if flag.rule is None:
            continue
        raised = [set(ids) for ids in _together(flag.reads) if RULES[flag.rule](_yes(ids))]
        least = [ids for ids in raised if not any(fewer < ids for fewer in raised)]
        assert max(map(len, least)) <= MOST_TOGETHER, (id, least)


def _together(ids: Ids) -> Iterator[Ids]:
    for size in range(MOST_TOGETHER + 2):
        yield from combinations(ids, size)


def _yes(ids: Ids) -> dict[str, Answer]:
    return dict.fromkeys(ids, Answer.YES)


def test_every_flag_that_is_milder_beside_others_has_a_row(knowledge: Knowledge) -> None:
    milder = {id for id, flag in knowledge.library.red_flags.items() if flag.milder is not None}
    assert {row.flag for row in TABLE.beside} == milder


def test_every_rule_and_every_asked_flag_has_rows(knowledge: Knowledge) -> None:
    assert {rule.flag for rule in TABLE.rules if rule.raised and rule.not_raised} == RULES.keys()
    asked = {id for id, flag in knowledge.library.red_flags.items() if flag.rule is None}
    assert sorted(id for ids in TABLE.asked.values() for id in ids) == sorted(asked)


def _shown(flags: dict[str, Care]) -> str:
    return ", ".join(f"{id} ({care})" for id, care in flags.items()) or "no flags"
