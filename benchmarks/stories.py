"""Files of patient stories, and what they answer to a question of the interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from skill.library.types import Care
from skill.library.yaml_files import Unreadable, read

VOCABULARY = Path(__file__).with_name("vocabulary.yaml")
WEAK = frozenset({"clinician_remote", "textbook", "peers_or_self"})
TRIAGE_ONLY = "not_visible"


class BadStories(Exception):
    """The file of stories cannot be used; the message names file, line and remedy."""


@dataclass(frozen=True)
class Story:
    """One patient: the facts as answers by id, and what should come out.

    `facts` holds True and False by finding or red flag id; what the story does not state is
    not in it. `condition` is the label, as an id; `in_scope` whether it is one of the six.
    """

    id: str
    condition: str
    in_scope: bool
    confirmed: bool
    care: Care
    care_ok: frozenset[Care]
    facts: Mapping[str, bool]
    terms: frozenset[str]


def read_stories(file: Path) -> list[Story]:
    """Read a file of stories.

    Raises:
        BadStories: it is no YAML, lacks something, or uses a term that is not in the vocabulary.
    """
    try:
        document = read(file)
    except (Unreadable, OSError) as fault:
        raise BadStories(f"{file}: {fault}") from fault
    stories = []
    try:
        for index, entry in enumerate(document.data["vignettes"]):
            for term in entry["facts"]:
                if term not in vocabulary():
                    line = document.line(("vignettes", index, "facts", term))
                    raise BadStories(
                        f"{file}:{line}: `{term}` is not in {VOCABULARY.name}; add the ids that "
                        "it answers there, or mend its spelling."
                    )
            stories.append(_story(entry))
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise BadStories(f"{file}: a story lacks or misspells something: {fault!r}") from fault
    return stories


def _story(entry: Mapping[str, Any]) -> Story:
    confirmation = entry.get("confirmation", "")
    stated = {term: bool(value) for term, value in entry["facts"].items() if value is not None}
    return Story(
        id=str(entry["id"]),
        condition=str(entry["condition"]).replace("_", "-"),
        in_scope=bool(entry["in_scope"]),
        confirmed=confirmation not in WEAK and confirmation != TRIAGE_ONLY,
        care=Care(entry["triage"]),
        care_ok=frozenset(Care(care) for care in entry["triage_ok"]),
        facts=answers_to(stated),
        terms=frozenset(term for term, value in stated.items() if value),
    )


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
