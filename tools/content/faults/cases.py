"""Published cases: each stands once, in the file of its condition, and states what can be asked."""

from __future__ import annotations

from collections.abc import Iterator

from tools.content.faults.fault import Fault, suggestion
from tools.content.faults.references import asked
from tools.content.faults.shelf import Filed, Shelf


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of the published cases."""
    answered = {
        entry.id
        for entry in shelf.entries()
        if entry.what in ("place", "finding", "red flag") and asked(entry)
    }
    answered |= _regions(shelf)
    named = {entry.id for entry in shelf.entries() if entry.what in ("condition", "look-alike")}
    first: dict[str, Filed] = {}
    for file in shelf.of("cases"):
        for id in file.mapping("cases"):
            other = first.setdefault(id, file)
            if other is not file:
                yield file.fault(f"`{id}` is also a case of {other.shown}", "cases", id)
            yield from _unknown(file, id, answered)
            yield from _astray(file, id, named)


def _regions(shelf: Shelf) -> set[str]:
    """The gates that ask for a region: a page may name no more than the ankle."""
    places = {entry.id for entry in shelf.entries() if entry.what == "place"}
    return {file.name for file in shelf.of("gates") if places.issuperset(file.texts("opens"))}


def _unknown(file: Filed, id: str, answered: set[str]) -> Iterator[Fault]:
    """Faults of what a case states: it must be asked of people, and not both there and not."""
    present = file.texts("cases", id, "present")
    for key in ("present", "absent"):
        for index, stated in enumerate(file.texts("cases", id, key)):
            if stated not in answered:
                yield file.fault(
                    f"`{stated}` is nothing that people are asked{suggestion(stated, answered)}",
                    *("cases", id, key, index),
                )
            elif key == "absent" and stated in present:
                yield file.fault(
                    f"`{stated}` is stated as present too; keep one of the two",
                    *("cases", id, key, index),
                )


def _astray(file: Filed, id: str, named: set[str]) -> Iterator[Fault]:
    """Faults of cases that do not stand in the file of their condition."""
    condition = file.value("cases", id, "condition")
    if condition in named and condition != file.name:
        yield file.fault(
            f"a case of {condition} belongs into cases/{condition}.yaml", "cases", id, "condition"
        )
