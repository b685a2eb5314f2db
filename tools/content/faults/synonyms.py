"""`said`: no way of saying something stands for two things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.content.faults.fault import Fault
from tools.content.faults.shelf import Entry, Shelf

_HEARD_TOGETHER = (
    ("findings", "red_flags"),
    ("conditions", "look_alikes"),
    ("exercises", "routines"),
    ("stop_signs.yaml",),
)
"""Kinds whose `said` may be meant by the same words of a person."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every way of saying something that is written twice."""
    for language in shelf.languages:
        for places in _HEARD_TOGETHER:
            first: dict[str, str] = {}
            for entry in _entries(shelf, language, places):
                for index, said in enumerate(entry.file.texts(*entry.path, "said")):
                    plain = re.sub(r"[^\w']+", " ", said.casefold()).strip()
                    other = first.get(plain)
                    if other == entry.id:
                        message = f'"{said}" is written twice for `{entry.id}`; keep one'
                        yield entry.fault(message, "said", index)
                    elif other is not None:
                        message = (
                            f'"{said}" is also said for `{other}`; it can mean one of them only'
                        )
                        yield entry.fault(message, "said", index)
                    first.setdefault(plain, entry.id)


def _entries(shelf: Shelf, language: str, places: tuple[str, ...]) -> Iterator[Entry]:
    for place in places:
        for file in shelf.of(place, language):
            if place == "findings":
                for id in file.mapping("findings"):
                    yield Entry(id, "finding", file, ("findings", id))
            elif place == "stop_signs.yaml":
                for id in file.mapping("signs"):
                    yield Entry(id, "stop sign", file, ("signs", id))
            else:
                yield Entry(file.name, place, file)
