"""Reading the tables of this folder: answers in, judgement out, a row a case.

A row says a rule in one sentence (`title`), then the answers by their grade (`yes`, `kind-of`,
`not-sure`, `not-really`, `no`), then what follows. A row that breaks names its file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import Any, NoReturn, TypeVar

import msgspec
import pytest
from msgspec import Struct

from skill.interview.answers import can_be_answered
from skill.library.types import Answer, Library
from tools.content.yaml_files import Document, Path, read

FOLDER = FilePath(__file__).parent

Ids = tuple[str, ...]
T = TypeVar("T")


class Row(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """One sentence, and what somebody answered."""

    title: str
    yes: Ids = ()
    kind_of: Ids = ()
    not_sure: Ids = ()
    not_really: Ids = ()
    no: Ids = ()

    def __post_init__(self) -> None:
        ids = [id for _, ids in self._by_grade() for id in ids]
        twice = {id for id in ids if ids.count(id) > 1}
        if twice:
            raise ValueError(f"{', '.join(sorted(twice))} is answered twice")

    @property
    def given(self) -> dict[str, Answer]:
        """Grade by id."""
        return {id: grade for grade, ids in self._by_grade() for id in ids}

    def _by_grade(self) -> tuple[tuple[Answer, Ids], ...]:
        return (
            (Answer.YES, self.yes),
            (Answer.KIND_OF, self.kind_of),
            (Answer.NOT_SURE, self.not_sure),
            (Answer.NOT_REALLY, self.not_really),
            (Answer.NO, self.no),
        )


class Place(Struct, frozen=True):
    """Where a row stands in its file."""

    document: Document
    path: Path

    def broken(self, title: str, *expected_and_got: str) -> NoReturn:
        """Fail, and name the line of the row."""
        where = f"{_name(self.document)}:{self.document.line(self.path)}: {title}"
        pytest.fail("\n  ".join((where, *expected_and_got)), pytrace=False)

    def check_ids(self, library: Library, title: str, ids: Iterable[str]) -> None:
        """Fail where an id is nothing that can be answered, as such a row says nothing."""
        unknown = [id for id in ids if not can_be_answered(library, id)]
        if unknown:
            self.broken(title, f"nobody can answer {', '.join(unknown)}")


def table(name: str, type: type[T]) -> tuple[Document, T]:
    """A table, and where each of its values stands.

    Raises:
        ValueError: the file holds something else, with the line.
    """
    document = read(FOLDER / name)
    for line, key in document.twice:
        raise ValueError(f"{_name(document)}:{line}: {key} is written twice")
    try:
        return document, msgspec.convert(document.data, type)
    except msgspec.ValidationError as fault:
        steps = re.findall(r"\.([\w-]+)|\[(\d+)\]", str(fault).rpartition("$")[2])
        line = document.line(tuple(key or int(index) for key, index in steps))
        raise ValueError(f"{_name(document)}:{line}: {fault}") from None


def cases(document: Document, table: Iterable[Row], *path: str) -> list[Any]:
    """Each row of a table as the case of a test, and where it stands: at `path` in its file."""
    return [
        pytest.param(row, Place(document, (*path, index)), id=row.title)
        for index, row in enumerate(table)
    ]


def _name(document: Document) -> str:
    return f"tests/interview/{document.file.name}"
