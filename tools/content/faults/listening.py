"""`listening/`: patterns that can be read, of classes that there are, each class in one file, and
the words of one id in the file that is called like it.
"""

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
        yield from _misfiled(files)
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


def _misfiled(files: list[Filed]) -> Iterator[Fault]:
    """What stands in the file of another id, or outside of the file of its own.

    The file of an id holds what it means, and what words mean at the question of that id.
    """
    own = {file.name: file for file in files if file.in_room}
    sorted_by_id = {kind for file in own.values() for kind in file.mapping("meanings")}
    for file in files:
        for kind in file.mapping("meanings"):
            for id in file.mapping("meanings", kind):
                if file.in_room and id != file.name and not kind.endswith(f"-{file.name}"):
                    message = f"this is the file of `{file.name}`; move `{id}` to a file of its own"
                    yield file.fault(message, "meanings", kind, id)
                elif not file.in_room and id in own and kind in sorted_by_id:
                    message = f"the words of `{id}` stand in {own[id].shown}; move these there"
                    yield file.fault(message, "meanings", kind, id)


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
