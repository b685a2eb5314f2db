"""The founding article, fact by fact, beside the words that reach each fact."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from skill.library.types import Id, Ids, Text
from tools.content.yaml_files import read
from tools.coverage.markdown import rows

TABLE = Path(__file__).parents[2] / "docs" / "coverage.yaml"

AnswerId = Annotated[str, Meta(pattern=r"^[a-z0-9-]+/[a-z-]+$", description="<topic>/<aspect>")]
FactKind = Literal["condition", "symptom", "cause", "exercise", "treatment", "warning", "answer"]


class ArticleFact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A fact of the article, and the utterance `say` that reaches it.

    Exactly one of `answer` and `finding` is set: what replies, or what is heard as volunteered.
    `words` are heard in the answer or in what follows on "more"; `exercises` are those meant.
    """

    kind: FactKind
    fact: Text
    say: Text
    answer: AnswerId | None = None
    finding: Id | None = None
    words: tuple[Text, ...] = ()
    exercises: Ids = ()

    def __post_init__(self) -> None:
        if (self.answer is None) == (self.finding is None):
            raise ValueError(f'"{self.say}" needs either `answer` or `finding`')
        if self.words and self.answer is None:
            raise ValueError(f'"{self.say}" has `words` but no `answer` that could say them')


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the article."""

    title: Text
    entries: Annotated[tuple[ArticleFact, ...], Meta(min_length=1)]


def sections() -> tuple[Section, ...]:
    """The hand-written list of docs/coverage.yaml.

    Raises:
        msgspec.ValidationError: it has another shape.
        Unreadable: it is no YAML.
    """
    return msgspec.convert(read(TABLE).data, tuple[Section, ...])


def table(of: tuple[Section, ...]) -> Iterator[str]:
    """The lines of the table, a section at a time."""
    for section in of:
        yield f"\n### {section.title}\n"
        yield from rows(
            ("kind", "fact", "reached by", "answered by", "exercises"),
            (
                (
                    entry.kind,
                    entry.fact,
                    f"“{entry.say}”",
                    entry.answer or f"heard as {entry.finding}",
                    ", ".join(entry.exercises),
                )
                for entry in section.entries
            ),
        )
