"""The content of this project is sound, and fits the code that reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product

import jsonschema
import pytest

from skill.interview.rules import RULES
from skill.library.types import Answer, Library, RedFlag
from tools.content.faults.files import gather
from tools.content.kinds import CONTENT
from tools.content.load import load
from tools.content.schema import out_of_date, schemas


@pytest.fixture(scope="module")
def library() -> Library:
    """The library of this project."""
    return load()


def rule_flags(library: Library) -> Iterator[tuple[str, RedFlag]]:
    """The red flags that a rule works out, by rule."""
    for flag in library.red_flags.values():
        if flag.rule is not None:
            yield flag.rule, flag


def test_the_content_has_no_fault() -> None:
    load()


def test_the_schemas_are_what_the_types_say() -> None:
    assert [str(fault) for fault in out_of_date(CONTENT)] == []


def test_the_schemas_are_schemas_and_take_the_content() -> None:
    written = {name: json.loads(text) for name, text in schemas().items()}
    for schema in written.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    shelf, _ = gather(CONTENT)
    for file in shelf.files:
        validator = jsonschema.Draft202012Validator(written[f"{file.kind.schema}.json"])
        assert list(validator.iter_errors(file.document.data)) == [], file.shown


def test_every_rule_that_the_content_names_exists_and_every_rule_is_named(
    library: Library,
) -> None:
    assert sorted(rule for rule, _ in rule_flags(library)) == sorted(RULES)


def test_a_rule_is_the_one_of_its_own_flag(library: Library) -> None:
    assert {id for id, flag in library.red_flags.items() if flag.rule not in (None, id)} == set()


class Recording(dict[str, Answer]):
    """Answers that note which of them were looked at."""

    def __init__(self, answers: dict[str, Answer], looked_at: set[str]) -> None:
        super().__init__(answers)
        self.looked_at = looked_at

    def get(self, key: str, default: object = None) -> Answer | None:  # type: ignore[override]
        self.looked_at.add(key)
        return super().get(key)


def test_a_flag_names_exactly_what_its_rule_looks_at(library: Library) -> None:
    for rule, flag in rule_flags(library):
        named = sorted({*flag.reads, *flag.clears, *flag.needs})
        looked_at: set[str] = set()
        for grades in product((Answer.YES, Answer.NO), repeat=len(named)):
            RULES[rule](Recording(dict(zip(named, grades, strict=True)), looked_at))
        assert sorted(looked_at) == named, rule
