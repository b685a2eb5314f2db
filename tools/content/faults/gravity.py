"""The order of red flags within a level of care: each stands once wherever it may be raised."""

from __future__ import annotations

from collections.abc import Iterator

from skill.library.types import Care
from tools.content.faults.fault import Fault, suggestion
from tools.content.faults.shelf import Filed, Shelf

LEVELS = tuple(care for care in Care if care is not Care.SELF_CARE)
"""The levels at which a flag is raised and gives a reason."""


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of `gravity.yaml`."""
    flags = {file.name: file for file in shelf.of("red_flags")}
    cares = {file.value("care") for file in flags.values()}
    if not shelf.whole("red_flags") or not cares <= set(Care):
        return  # What a flag calls for is not known, and named elsewhere.
    for file in shelf.of("gravity.yaml"):
        for level in file.mapping("order"):
            if level not in list(LEVELS):
                yield file.fault(f"no reason is told at `{level}`; remove it", "order", level)
        for level in LEVELS:
            yield from _of_level(file, level, flags)


def _of_level(file: Filed, level: Care, flags: dict[str, Filed]) -> Iterator[Fault]:
    listed = file.texts("order", level)
    for index, id in enumerate(listed):
        path = ("order", level, index)
        if id not in flags:
            yield file.fault(f"`{id}` is no red flag{suggestion(id, flags)}", *path)
        elif level not in _levels_of(flags[id]):
            yield file.fault(f"`{id}` never calls for `{level}`; remove it", *path)
        elif id in listed[:index]:
            yield file.fault(f"`{id}` stands above already; remove one of the two", *path)
    for id, flag in flags.items():
        if level in _levels_of(flag) and id not in listed:
            yield file.fault(
                f"`{id}` may call for `{level}` and has no place; put it behind what is graver",
                "order",
                level,
            )


def _levels_of(flag: Filed) -> set[object]:
    """The levels of care that a flag may call for."""
    return {flag.value("care"), flag.value("milder", "care")}
