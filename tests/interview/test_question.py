"""`question.yaml`: what is asked next, and how the questions end."""

from __future__ import annotations

import pytest
from msgspec import Struct

from skill.interview.interview import Ask, Conclusion, Knowledge, proceed
from skill.library.types import Answer, Care
from tests.interview.tables import Ids, Place, Row, cases, table
from tests.settled import knowing


class Question(Row, frozen=True, kw_only=True):
    """What comes next: one of `next`, none of `never`, or where it `ends` the `care` and `matches`.

    `asked` counts the questions so far. Where `screened`, every safety question that comes is
    first answered no; `never` holds for these questions too, and `also` are among them.
    """

    asked: int = 0
    screened: bool = False
    next: Ids = ()
    never: Ids = ()
    also: Ids = ()
    ends: bool = False
    care: Care | None = None
    matches: Ids | None = None


class Relevance(Row, frozen=True, kw_only=True):
    """Whom a safety question concerns: each of `concerns`, and none of `spares`, makes it be asked
    of whoever answers so and denies all else."""

    question: str
    concerns: Ids
    spares: Ids


class Questions(Struct, frozen=True, forbid_unknown_fields=True):
    """The table."""

    next: tuple[Question, ...]
    relevance: tuple[Relevance, ...]


ADULT = "under-eighteen"
"""Age is the first question; whoever a row does not call younger is grown up."""

DOCUMENT, TABLE = table("question.yaml", Questions)


@pytest.mark.parametrize(("row", "place"), cases(DOCUMENT, TABLE.next, "next"))
def test_what_is_asked_next(row: Question, place: Place) -> None:
    knowledge = knowing(row.matches or ())
    place.check_ids(knowledge.library, row.title, (*row.given, *row.next, *row.never, *row.also))
    steps = _steps(knowledge, row)
    questions = [step.id for step in steps if isinstance(step, Ask)]
    on_the_way = set(questions).isdisjoint(row.never) and set(questions).issuperset(row.also)
    if not _is_right(row, steps[-1]) or not on_the_way:
        ending = f"the end, {row.care or 'any care'}, {row.matches or ''}" if row.ends else ""
        wanted = " or ".join(row.next) or ending
        wanted += f" after {', '.join(row.also)}" if row.also else ""
        wanted += f" and never {', '.join(row.never)}" if row.never else ""
        got = ", ".join((*questions, *map(_shown, steps[len(questions) :])))
        place.broken(row.title, f"expected: {wanted}", f"got:      {got}")


@pytest.mark.parametrize(
    ("row", "concerns", "id", "place"),
    [
        pytest.param(
            row,
            key == "concerns",
            id,
            Place(DOCUMENT, ("relevance", number, key, index)),
            id=f"{row.question} {key} {id} {number}",
        )
        for number, row in enumerate(TABLE.relevance)
        for key, ids in (("concerns", row.concerns), ("spares", row.spares))
        for index, id in enumerate(ids)
    ],
)
def test_whom_a_safety_question_concerns(
    row: Relevance, concerns: bool, id: str, place: Place, knowledge: Knowledge
) -> None:
    place.check_ids(knowledge.library, row.title, (row.question, *row.given, id))
    person = Question(title=row.title, screened=True, yes=(*row.yes, id), no=row.no)
    questions = [step.id for step in _steps(knowledge, person) if isinstance(step, Ask)]
    if (row.question in questions) != concerns:
        expected = f"expected: {row.question} {'' if concerns else 'not '}asked with {id}"
        place.broken(row.title, expected, f"got:      {', '.join(questions)}")


def test_every_row_expects_something() -> None:
    for index, row in enumerate(TABLE.next):
        place = Place(DOCUMENT, ("next", index))
        ending = row.care is not None or row.matches is not None
        if not (row.next or row.never or row.also or row.ends) or (row.next and row.ends):
            place.broken(row.title, "either a question or the end comes next")
        if ending and not row.ends:
            place.broken(row.title, "care and matches come at the end")


def _is_right(row: Question, step: Ask | Conclusion) -> bool:
    if isinstance(step, Ask):
        return not row.ends and (not row.next or step.id in row.next)
    return not row.next and row.care in {None, step.care} and row.matches in {None, step.matches}


def _steps(knowledge: Knowledge, row: Question) -> list[Ask | Conclusion]:
    """What comes next, after the safety questions that are answered no first."""
    given, asked = {ADULT: Answer.NO, **row.given}, row.asked
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
