"""`python -m skill.library.check [CONTENT]`: every fault of the content, each with its line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from skill.library.assemble import assemble
from skill.library.faults import (
    evidence,
    exercises,
    numbers,
    pairs,
    references,
    scenes,
    shape,
    spoken,
    synonyms,
    topics,
)
from skill.library.faults.fault import Fault, Faults
from skill.library.faults.files import gather
from skill.library.faults.shelf import Shelf
from skill.library.layout import CONTENT
from skill.library.schema import out_of_date
from skill.library.types import Library

__all__ = ["Fault", "Faults", "checked"]

_ACROSS_FILES: tuple[Callable[[Shelf], Iterator[Fault]], ...] = (
    references.faults,
    evidence.faults,
    numbers.faults,
    pairs.faults,
    spoken.faults,
    scenes.faults,
    synonyms.faults,
    exercises.faults,
    topics.faults,
)


def checked(content: Path) -> Library:
    """The library of a content folder.

    Raises:
        Faults: the content has faults; all of them, over all files.
    """
    shelf, faults = _looked_through(content)
    if faults:
        raise Faults(faults)
    return assemble({file.place: file.document.data for file in shelf.files})


def _looked_through(content: Path) -> tuple[Shelf, list[Fault]]:
    shelf, faults = gather(content)
    for file in shelf.files:
        faults += shape.faults(file)
    for of_shelf in _ACROSS_FILES:
        faults += of_shelf(shelf)
    return shelf, faults


def main(arguments: list[str]) -> int:
    """Print every fault, or one line where there is none; the exit status tells which."""
    if len(arguments) > 1:
        print("Name at most one content folder: python -m skill.library.check [CONTENT]")
        return 2
    content = Path(*arguments).resolve() if arguments else CONTENT
    shelf, faults = _looked_through(content)
    faults += out_of_date(content)
    if faults:
        print(Faults(faults))
        return 1
    print(f"{content.name}: {len(shelf.files)} files, no fault")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
