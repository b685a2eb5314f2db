"""Every fault of the content, each with its line; and the library of content without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from skill.library.load import without_collecting
from skill.library.types import Library
from tools.content.assembly import assemble
from tools.content.faults import (
    cases,
    evidence,
    exercises,
    gravity,
    intents,
    listening,
    locales,
    numbers,
    pairs,
    references,
    scenes,
    shape,
    spoken_texts,
    store,
    synonyms,
    topics,
)
from tools.content.faults.fault import Fault, Faults
from tools.content.faults.files import gather
from tools.content.faults.shelf import Shelf
from tools.content.kinds import CONTENT
from tools.content.schema import out_of_date

__all__ = ["Fault", "Faults", "check_content"]

_ACROSS_FILES: tuple[Callable[[Shelf], Iterator[Fault]], ...] = (
    references.faults,
    cases.faults,
    evidence.faults,
    gravity.faults,
    numbers.faults,
    pairs.faults,
    spoken_texts.faults,
    scenes.faults,
    synonyms.faults,
    exercises.faults,
    topics.faults,
    listening.faults,
    intents.faults,
    locales.faults,
    store.faults,
)


@without_collecting()
def check_content(content: Path) -> Library:
    """The library of a content folder.

    Raises:
        Faults: the content has faults; all of them, over all files.
    """
    shelf, faults = _looked_through(content)
    if faults:
        raise Faults(faults)
    offered = {None, *shelf.languages}
    return assemble(
        {file.place: file.document.data for file in shelf.files if file.language in offered}
    )


def _looked_through(content: Path) -> tuple[Shelf, list[Fault]]:
    shelf, faults = gather(content)
    for file in shelf.files:
        faults += shape.faults(file)
    for of_shelf in _ACROSS_FILES:
        faults += of_shelf(shelf)
    return shelf, faults


@without_collecting()
def report(content: Path = CONTENT) -> int:
    """Print every fault, or one line where there is none; the exit status tells which."""
    shelf, faults = _looked_through(content)
    faults += out_of_date(content)
    if faults:
        print(Faults(faults))
    else:
        print(f"{content.name}: {len(shelf.files)} files, no fault")
    for language in shelf.begun:
        print("\n".join(_lacks(shelf, language)))
    return 1 if faults else 0


def _lacks(shelf: Shelf, language: str) -> Iterator[str]:
    """What a language still lacks, a line a folder."""
    missing = sorted(shelf.missing(language), key=lambda place: place.rpartition("/"))
    yield f"{shelf.top}/words/{language}: not offered yet, {len(missing)} files are missing:"
    for folder, names in groupby(missing, key=lambda place: place.rpartition("/")[0]):
        several = [place.rpartition("/")[2] for place in names]
        inside = f"{folder}/" if folder else ""
        yield (
            f"  {inside}{{{', '.join(several)}}}" if len(several) > 1 else f"  {inside}{several[0]}"
        )
