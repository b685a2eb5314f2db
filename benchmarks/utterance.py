"""An annotated utterance, and the terms in which its findings are written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct


class AnnotatedUtterance(Struct, frozen=True, kw_only=True):
    """A sentence, what was asked, and what it means.

    `also` lists meanings that are right too, `perhaps` facts that readers may hear in it or not.
    """

    say: str
    means: str
    asked: str | None = None
    context: str | None = None
    findings: dict[str, bool] = {}
    slots: dict[str, Any] = {}
    since_days: int | None = None
    course: str | None = None
    side: str | None = None
    number: float | None = None
    minutes: int | None = None
    age: int | None = None
    person: str | None = None
    body_part: str | None = None
    topic: str | None = None
    aspect: str | None = None
    exercise: str | None = None
    also: list[str] = []
    perhaps: list[str] = []
    critical: bool = False
    note: str = ""


Terms = Mapping[str, tuple[tuple[str, bool], ...]]


def vocabulary() -> Terms:
    """The findings that each term stands for, and whether they are true with it."""
    file = Path(__file__).with_name("vocabulary.yaml")
    terms = yaml.safe_load(file.read_text(encoding="utf-8"))["terms"]
    return {
        term: tuple((id.removeprefix("not "), not id.startswith("not ")) for id in ids)
        for term, ids in terms.items()
    }
