"""`onset.yaml`: time and course as answers. And when how it began is asked, and when not."""

from __future__ import annotations

import pytest

from skill.interview.interview import HOW_IT_BEGAN, Ask, Knowledge, proceed
from skill.interview.onset import answers_from
from skill.library.types import Answer, Course
from tests.interview.tables import Place, Row, cases, table


class Onset(Row, frozen=True, kw_only=True):
    """What was told of time and course."""

    since_days: int | None = None
    course: Course | None = None


DOCUMENT, TABLE = table("onset.yaml", tuple[Onset, ...])

CREPT_IN = dict.fromkeys(("sudden-snap", "recent-twist-or-fall", "sudden-onset"), Answer.NO)
FELL = {"recent-twist-or-fall": Answer.YES}


@pytest.mark.parametrize(
    ("row", "place"),
    cases(DOCUMENT, TABLE),
)
def test_time_and_course_answer_these(row: Onset, place: Place, knowledge: Knowledge) -> None:
    place.check_ids(knowledge.library, row.title, row.given)
    answers = answers_from(row.since_days, row.course)
    if answers != row.given:
        place.broken(row.title, f"expected: {row.given}", f"got:      {answers}")


def is_asked_how_it_began(knowledge: Knowledge, given: dict[str, Answer]) -> bool:
    return proceed(knowledge, given, (), opened=()) == Ask(HOW_IT_BEGAN)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        pytest.param({}, True, id="nothing"),
        pytest.param({"pain-back-of-heel": Answer.YES}, True, id="a place"),
        pytest.param(CREPT_IN, True, id="onset alone"),
        pytest.param(answers_from(100, "worse"), True, id="time and course alone"),
        pytest.param({**CREPT_IN, **answers_from(100, None)}, False, id="no course"),
        pytest.param({**CREPT_IN, **answers_from(100, "same")}, False, id="with its course"),
        pytest.param({**FELL, **answers_from(2, None)}, False, id="a fresh injury"),
        pytest.param({"cold-foot": Answer.YES}, False, id="an emergency"),
        pytest.param({"fever": Answer.YES}, False, id="seen today"),
    ],
)
def test_how_it_began_is_asked_where_onset_or_time_is_unknown(
    told: dict[str, Answer], asked: bool, knowledge: Knowledge
) -> None:
    assert is_asked_how_it_began(knowledge, told) is asked


def test_how_it_began_is_asked_once(knowledge: Knowledge) -> None:
    assert proceed(knowledge, {}, (), opened=(HOW_IT_BEGAN,)) != Ask(HOW_IT_BEGAN)
