"""A value that changes has to be reviewed anew, and no review lies ahead."""

from __future__ import annotations

from datetime import date

import pytest

from tools.content.faults.files import gather
from tools.content.kinds import CONTENT
from tools.content.load import load
from tools.coverage.markdown import rows
from tools.coverage.review import faults
from tools.coverage.values import HEAD, Value, values

DAY = date(2026, 11, 20)


def row(value: str, reviewed: str, status: str = "unverified") -> Value:
    return Value("calf-raise / levels / 1", value, "loadit-2020", status, reviewed)


@pytest.mark.parametrize(
    ("now", "says"),
    [
        pytest.param(row("rest 60", "2026-01-01"), "", id="the same value needs no new review"),
        pytest.param(row("rest 90", "2026-01-01"), "read it again", id="a changed one does"),
        pytest.param(row("rest 90", "2026-11-20"), "", id="it was reviewed on the day it changed"),
        pytest.param(row("rest 90", "2026-11-19"), "", id="in another zone it was the day before"),
        pytest.param(row("rest 60", "2026-12-24"), "lies ahead", id="no review lies ahead"),
        pytest.param(row("rest 60, dated true", "2026-01-01"), "", id="no source says that"),
        pytest.param(row("rest 9", "2026-01-01", "counted"), "", id="what is counted is not read"),
    ],
)
def test_a_changed_value_is_reviewed_anew(now: Value, says: str) -> None:
    committed = "\n".join(rows(HEAD, [row("rest 60", "2026-01-01")]))
    found = list(faults([now], committed, DAY))
    assert len(found) == bool(says)
    assert all(says in fault for fault in found)


def test_a_value_comes_back_from_the_page_as_it_went() -> None:
    shelf, _ = gather(CONTENT)
    found = [value for _, those in values(shelf) for value in those]
    page = "\n".join(rows(HEAD, found))
    changed = [value._replace(value=f"{value.value} more") for value in found]
    old = date(2026, 1, 1)
    read_long_ago = [value._replace(reviewed=str(old)) for value in found]
    assert list(faults(read_long_ago, page, DAY)) == []
    told = [value for value in changed if value.status != "counted"]
    again = [value._replace(reviewed=str(old)) for value in told]
    assert len(list(faults(again, page, DAY))) == len(told)


def test_the_sheet_has_every_dose_level_of_care_and_likelihood() -> None:
    shelf, _ = gather(CONTENT)
    there = {value.where for _, those in values(shelf) for value in those}
    library = load()
    wanted = {
        *library.red_flags,
        *library.gates,
        *(
            f"{id} / levels / {level + 1}"
            for id, exercise in library.exercises.items()
            for level in range(len(exercise.levels))
        ),
        *(f"{id} / care" for id in {**library.conditions, **library.look_alikes}),
        *(
            f"{id} / findings / {finding}"
            for id, condition in {**library.conditions, **library.look_alikes}.items()
            for finding in condition.findings
        ),
    }
    assert sorted(wanted - there) == []
