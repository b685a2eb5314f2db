"""`listening/`: patterns that can be read, of classes that there are, each class in one file."""

from __future__ import annotations

from collections.abc import Iterator

from tools.content.faults import shape
from tools.content.faults.fault import Fault
from tools.content.faults.shelf import Filed, Shelf
from tools.content.lexicon import Wording
from tools.content.patterns import Patterns


def faults(shelf: Shelf) -> Iterator[Fault]:
    """Every fault of what is listened for, in every language."""
    for language in (*shelf.languages, *shelf.begun):
        files = [file for file in shelf.of("listening", language) if file.readable]
        if any(any(shape.faults(file)) for file in files):
            continue  # What does not fit its type is told first.
        wording = Wording(
            (file.mapping("endings"), file.mapping("rewrites"), file.mapping("forms"))
            for file in files
        )
        yield from _twice(files)
        classes = {name for file in files for name in file.mapping("classes")}
        patterns = Patterns(wording.spoken, classes)
        for file in files:
            yield from _unreadable(file, patterns)
            yield from _dropped(file, wording)


def _twice(files: list[Filed]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for file in files:
        for name in file.mapping("classes"):
            if name in first:
                message = f"the class `{name}` is also in {first[name]}; give one another name"
                yield file.fault(message, "classes", name)
            first.setdefault(name, file.shown)


def _unreadable(file: Filed, patterns: Patterns) -> Iterator[Fault]:
    for kind in file.mapping("meanings"):
        for id in file.mapping("meanings", kind):
            for index, pattern in enumerate(file.texts("meanings", kind, id)):
                try:
                    patterns.add(pattern, 0)
                except ValueError as fault:
                    yield file.fault(str(fault), "meanings", kind, id, index)


def _dropped(file: Filed, wording: Wording) -> Iterator[Fault]:
    for name in file.mapping("classes"):
        for index, said in enumerate(file.texts("classes", name)):
            try:
                wording.spoken(said)
            except ValueError as fault:
                yield file.fault(str(fault), "classes", name, index)
