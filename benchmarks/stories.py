"""Files of patient stories, and what they answer to a question of the interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from skill.library.types import Care
from tools.content.yaml_files import Document, Unreadable, read

VOCABULARY = Path(__file__).with_name("vocabulary.yaml")
CONFIRMED = frozenset({"imaging_or_surgery", "clinician_exam"})
TRIAGE_ONLY = "not_visible"
SINCE_DAYS = "since_days"
STATED = {True: True, False: False, "yes": True, "no": False, None: None}
"""What may stand beside a fact; null is the same as not stating it."""


class BadStories(Exception):
    """The file of stories cannot be used; the message names file, line and remedy."""


@dataclass(frozen=True)
class Story:
    """One patient: the facts as answers by id, and what should come out.

    `facts` holds True and False by finding or red flag id; what the story does not state is
    not in it. `condition` is the label, as an id; `in_scope` whether it is one of the six.
    A label is `confirmed` by an examination, a scan or an operation, else it is `weak`; where
    the source tells none it is neither. `care` is the level to score, `care_ok` every level
    that is no error. `since_days` is how long ago it began, where the story tells it in days.
    """

    id: str
    condition: str
    in_scope: bool
    confirmed: bool
    weak: bool
    care: Care
    care_ok: frozenset[Care]
    facts: Mapping[str, bool]
    since_days: int | None = None


def read_stories(file: Path) -> list[Story]:
    """Read a file of stories.

    Raises:
        BadStories: it is no YAML, lacks something, or uses a term that is not in the vocabulary.
    """
    try:
        document = read(file)
    except Unreadable as fault:
        raise BadStories(f"{file}:{fault.line}: {fault}") from fault
    except OSError as fault:
        raise BadStories(f"{file}:1: this cannot be read: {fault.strerror}.") from fault
    vignettes = document.data.get("vignettes") if isinstance(document.data, dict) else None
    if not isinstance(vignettes, list) or not vignettes:
        raise BadStories(f"{file}:1: a file of stories holds a list of them named `vignettes`.")
    return [_story(document, index) for index in range(len(vignettes))]


def _story(document: Document, index: int) -> Story:
    entry = document.data["vignettes"][index]
    try:
        stated = {
            term: value
            for term in entry["facts"]
            if term != SINCE_DAYS and (value := _stated(document, index, term)) is not None
        }
        if not entry["triage_ok"]:
            raise ValueError("triage_ok names no level")
        confirmation = entry.get("confirmation")
        confirmed = confirmation in CONFIRMED
        return Story(
            id=str(entry["id"]),
            condition=str(entry["condition"]).replace("_", "-"),
            in_scope=STATED[entry["in_scope"]] is True,
            confirmed=confirmed,
            weak=not confirmed and confirmation != TRIAGE_ONLY,
            care=Care(entry["triage"]),
            care_ok=frozenset(Care(care) for care in entry["triage_ok"]),
            facts=answers_to(stated),
            since_days=_since_days(document, index),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        at = f"{document.file}:{document.line(('vignettes', index))}"
        raise BadStories(f"{at}: this story lacks or misspells something: {fault}.") from fault


def _since_days(document: Document, index: int) -> int | None:
    """The days, which may stand beside the facts or among them."""
    entry = document.data["vignettes"][index]
    within = SINCE_DAYS in entry["facts"]
    value = entry["facts"][SINCE_DAYS] if within else entry.get(SINCE_DAYS)
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    path = ("facts", SINCE_DAYS) if within else (SINCE_DAYS,)
    at = f"{document.file}:{document.line(('vignettes', index, *path))}"
    raise BadStories(f"{at}: `{SINCE_DAYS}` is a whole number of days, or is left out.")


def _stated(document: Document, index: int, term: str) -> bool | None:
    value = document.data["vignettes"][index]["facts"][term]
    at = f"{document.file}:{document.line(('vignettes', index, 'facts', term))}"
    if term not in vocabulary():
        raise BadStories(
            f"{at}: `{term}` is not in {VOCABULARY.name}; add the ids that it answers there, or "
            "mend its spelling."
        )
    if isinstance(value, list | dict) or value not in STATED:
        raise BadStories(f"{at}: `{term}` is true or false, or is left out.")
    return STATED[value]


def answers_to(stated: Mapping[str, bool]) -> dict[str, bool]:
    """The ids that stated facts answer; where two answer the same id, a yes wins."""
    facts: dict[str, bool] = {}
    for term, value in stated.items():
        for target in vocabulary()[term]:
            id = target.removeprefix("not ")
            facts[id] = facts.get(id, False) or (value != target.startswith("not "))
    return facts


@cache
def vocabulary() -> dict[str, list[str]]:
    """Ids by term, from `vocabulary.yaml`."""
    terms: dict[str, list[str]] = read(VOCABULARY).data["terms"]
    return terms
