"""`question.yaml`: what is asked next, and how the questions end."""

from __future__ import annotations

import pytest

from skill.interview.interview import Ask, Conclusion, proceed
from skill.interview.knowledge import Knowledge
from skill.library.types import Answer, Care
from tests.interview.tables import Ids, Place, Row, table


class Question(Row, frozen=True, kw_only=True):
    """What comes next: one of `next`, none of `never`, or where it `ends` the `care` and `matches`.

    `asked` counts the questions so far. Where `screened`, every safety question that comes is
    first answered no; `never` holds for these questions too.
    """

    asked: int = 0
    screened: bool = False
    next: Ids = ()
    never: Ids = ()
    ends: bool = False
    care: Care | None = None
    matches: Ids | None = None


DOCUMENT, TABLE = table("question.yaml", tuple[Question, ...])


@pytest.mark.parametrize(
    ("row", "place"),
    [pytest.param(row, Place(DOCUMENT, (index,)), id=row.title) for index, row in enumerate(TABLE)],
)
def test_what_is_asked_next(row: Question, place: Place, knowledge: Knowledge) -> None:
    place.check_ids(knowledge.library, row.title, (*row.given, *row.next, *row.never))
    steps = _steps(knowledge, row)
    questions = [step.id for step in steps if isinstance(step, Ask)]
    if not _is_right(row, steps[-1]) or not set(questions).isdisjoint(row.never):
        ending = f"the end, {row.care or 'any care'}, {row.matches or ''}" if row.ends else ""
        wanted = " or ".join(row.next) or ending
        wanted += f" and never {', '.join(row.never)}" if row.never else ""
        got = ", ".join((*questions, *map(_shown, steps[len(questions) :])))
        place.broken(row.title, f"expected: {wanted}", f"got:      {got}")


def test_every_row_expects_something() -> None:
    for index, row in enumerate(TABLE):
        ending = row.care is not None or row.matches is not None
        if not (row.next or row.never or row.ends) or (row.next and row.ends):
            Place(DOCUMENT, (index,)).broken(row.title, "either a question or the end comes next")
        if ending and not row.ends:
            Place(DOCUMENT, (index,)).broken(row.title, "care and matches come at the end")


def _is_right(row: Question, step: Ask | Conclusion) -> bool:
    if isinstance(step, Ask):
        return not row.ends and (not row.next or step.id in row.next)
    return not row.next and row.care in {None, step.care} and row.matches in {None, step.matches}


def _steps(knowledge: Knowledge, row: Question) -> list[Ask | Conclusion]:
    """What comes next, after the safety questions that are answered no first."""
    given, asked = row.given, row.asked
    places = (*knowledge.library.places, *knowledge.plan.regions)
    apart = {*knowledge.plan.for_matching, *places}
    steps = [proceed(knowledge, given, ("",) * asked)]
    while row.screened and isinstance(step := steps[-1], Ask) and step.id not in apart:
        given[step.id], asked = Answer.NO, asked + 1
        steps.append(proceed(knowledge, given, ("",) * asked))
    return steps


def _shown(step: Ask | Conclusion) -> str:
    if isinstance(step, Ask):
        return step.id
    return f"the end, {step.care}, {', '.join(step.matches) or 'nothing named'}"
