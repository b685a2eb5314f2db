"""`reasons.yaml`: which answers are said to speak for a match, and which against it."""

from __future__ import annotations

import pytest

from skill.interview.reasons import Reason, reasons
from tests.interview.tables import Ids, Place, Row, cases, table
from tests.settled import knowing

MOST_FOR, MOST_AGAINST = 3, 2
"""What one can take in by ear. Stated here anew, so that the code cannot move it alone."""


class Why(Row, frozen=True, kw_only=True):
    """What is said for and against a match; `no x` is x denied.

    `speaks_for` and `speaks_against` are among what is said, `silent` is not said either way.
    """

    match: str
    speaks_for: Ids = ()
    speaks_against: Ids = ()
    silent: Ids = ()


DOCUMENT, TABLE = table("reasons.yaml", tuple[Why, ...])


@pytest.mark.parametrize(
    ("row", "place"),
    cases(DOCUMENT, TABLE),
)
def test_what_speaks_for_a_match_and_against_it(row: Why, place: Place) -> None:
    knowledge = knowing([row.match])
    place.check_ids(knowledge.library, row.title, (*row.given, *row.silent))
    found = reasons(knowledge.library, knowledge.model, row.given, row.match)
    speaks_for, against = _words(found.for_it), _words(found.against_it)
    said = {reason.id for reason in (*found.for_it, *found.against_it)}
    right = (
        set(row.speaks_for) <= set(speaks_for)
        and set(row.speaks_against) <= set(against)
        and said.isdisjoint(row.silent)
    )
    if not right or len(speaks_for) > MOST_FOR or len(against) > MOST_AGAINST:
        expected = f"for {row.speaks_for}, against {row.speaks_against}, not {row.silent}"
        got = f"got:      for {speaks_for}, against {against}"
        place.broken(row.title, f"expected: {expected}", got)


def _words(found: tuple[Reason, ...]) -> list[str]:
    return [reason.id if reason.present else f"no {reason.id}" for reason in found]
