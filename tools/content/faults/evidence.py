"""Sources: each value has one or says why not, its status is earned, and none stands unused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skill.library.types import Exercise, SourceKind, Sources, Status
from tools.content.faults.fault import Fault, suggestion
from tools.content.faults.shelf import Filed, Shelf, walk
from tools.content.rarity import RARE
from tools.content.yaml_files import Path

SENTENCE = 5
"""A reason of fewer words tells a clinician nothing of a dose."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault between clinical values and their sources."""
    values = [(file, path, value) for file in shelf.facts() for path, value in _evidenced(file)]
    for file, path, value in values:
        if value["status"] == Status.UNVERIFIED and not value.get("reason"):
            yield file.fault(
                "`reason` is missing; an unverified value says how it was judged", *path, "status"
            )
        elif value["status"] == Status.UNVERIFIED and _is_bare_dose(file, value["reason"]):
            yield file.fault(
                "`reason` is a mere word; a dose without a page says in a sentence why it has none",
                *path,
                "reason",
            )
        is_rare = any(value.get("frequency") in list(words) for words in RARE)
        if value["status"] == Status.COUNTED and not (is_rare or _states(value.get("counted"))):
            yield file.fault(
                "`counted` needs a case that states it; run `make likelihoods`", *path, "status"
            )
    for sources in shelf.of("sources.yaml"):
        if sources.readable:
            known = sources.mapping("sources")
            for file, path, value in values:
                yield from _cited(file, path, value, known)
            cited = {id for _, _, value in values for id in _ids(value)}
            if all(file.readable for file in shelf.facts()):
                for id in known.keys() - cited:
                    yield sources.fault(
                        f"`{id}` is unused: no value names it; name it or remove it", "sources", id
                    )


def _is_bare_dose(file: Filed, reason: Any) -> bool:
    """Whether what an exercise asks for is said to be judged and no more."""
    return file.kind.type is Exercise and len(str(reason).split()) < SENTENCE


def _evidenced(file: Filed) -> Iterator[tuple[Path, dict[str, Any]]]:
    if file.kind.type is Sources:
        return
    for path, value in walk(file.document.data):
        if isinstance(value, dict) and "status" in value:
            yield path, value


def _cited(
    file: Filed, path: Path, value: dict[str, Any], known: dict[str, Any]
) -> Iterator[Fault]:
    ids = _ids(value)
    unknown = [id for id in ids if id not in known]
    for id in unknown:
        yield file.fault(
            f"`{id}` is no source of sources.yaml{suggestion(id, known)}",
            *path,
            "sources",
            value["sources"].index(id),
        )
    if value["status"] != Status.SOURCED or unknown or not ids:
        return
    if not any(_reading(known[id]) == SourceKind.PRIMARY for id in ids):
        yield file.fault(
            "`sourced` needs a source that was read itself (read: primary); "
            "name one, or make it `unverified` and give the reason",
            *path,
            "status",
        )


def _ids(value: dict[str, Any]) -> list[str]:
    sources = value.get("sources")
    return [id for id in sources if isinstance(id, str)] if isinstance(sources, list) else []


def _states(counted: Any) -> bool:
    """Whether a case says that it was there or that it was not."""
    numbers = [counted.get("present"), counted.get("absent")] if isinstance(counted, dict) else []
    return any(isinstance(number, int | float) and number > 0 for number in numbers)


def _reading(source: Any) -> object:
    return source.get("read") if isinstance(source, dict) else None
