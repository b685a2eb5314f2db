"""The files of `content/` as they were read, before their shape is checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tools.content.faults.fault import Fault
from tools.content.kinds import PLACES_THEME, FileKind
from tools.content.yaml_files import Document, Path

LANGUAGE = "en"
"""The language that is never missing."""


@dataclass(frozen=True)
class Filed:
    """One file where it belongs. `language` is set where it holds words.

    `shown` is the file as people are told of it, `content/conditions/calf-strain.yaml`.
    """

    shown: str
    kind: FileKind
    document: Document
    language: str | None = None

    @property
    def name(self) -> str:
        """The name without folder and ending: an id, a theme or a scene."""
        return self.document.file.stem

    @property
    def place(self) -> str:
        """Where it lies below `content/`, without the ending, as `assemble` wants it."""
        return self.shown.partition("/")[2].removesuffix(".yaml")

    @property
    def in_room(self) -> bool:
        """Whether it lies in a folder of the folder of its kind."""
        return self.document.file.parent.name != self.kind.place

    @property
    def readable(self) -> bool:
        """Whether it holds keys at all."""
        return isinstance(self.document.data, dict)

    def value(self, *path: str) -> Any:
        """What stands under these keys, or None."""
        found = self.document.data
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def mapping(self, *path: str) -> dict[str, Any]:
        """The entries under these keys; none where there are none."""
        found = self.value(*path)
        return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}

    def texts(self, *path: str) -> list[str]:
        """The list of texts under these keys; empty where there is none."""
        found = self.value(*path)
        return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []

    def fault(self, message: str, *path: str | int) -> Fault:
        """A fault at the value under these keys."""
        return Fault(self.shown, self.document.line(path), message)


@dataclass(frozen=True)
class Entry:
    """Something that has an id: the id, what it is called, and where it stands."""

    id: str
    what: str
    file: Filed
    path: tuple[str, ...] = ()

    def value(self, key: str) -> Any:
        """One of its values, or None."""
        return self.file.value(*self.path, key)

    def fault(self, message: str, *path: str | int) -> Fault:
        """A fault at one of its values, or at itself."""
        return self.file.fault(message, *self.path, *path)


@dataclass(frozen=True)
class Shelf:
    """Every file that lies where a file is expected. `top` is the name of the content folder."""

    top: str
    files: tuple[Filed, ...]

    @property
    def languages(self) -> list[str]:
        """The languages that are offered: English, and every other that has all of its files."""
        return [one for one in self._worded if one == LANGUAGE or not self.missing(one)]

    @property
    def begun(self) -> list[str]:
        """The languages that lack files, and are not offered till they have them."""
        return [one for one in self._worded if one != LANGUAGE and self.missing(one)]

    @property
    def _worded(self) -> list[str]:
        return sorted({file.language for file in self.files if file.language})

    def missing(self, language: str) -> list[str]:
        """The files that English has and another language lacks, by their place in its folder.

        What is listened for, and what a country says otherwise, each language divides as it likes.
        """
        there = {self._own(file) for file in self.files if file.language == language}
        wanted = {
            self._own(file)
            for file in self.files
            if file.language == LANGUAGE and file.kind.place not in ("listening", "locales")
        }
        if self.of("listening", LANGUAGE) and not self.of("listening", language):
            wanted.add("listening")
        return sorted(wanted - there)

    @staticmethod
    def _own(file: Filed) -> str:
        return file.place.split("/", 2)[2]

    def of(self, place: str, language: str | None = None) -> list[Filed]:
        """The files of one kind: facts, or the words of a language."""
        return [
            file for file in self.files if file.kind.place == place and file.language == language
        ]

    def facts(self) -> list[Filed]:
        """The files that hold facts."""
        return [file for file in self.files if file.language is None]

    def entries(self) -> Iterator[Entry]:
        """Everything whose id shares the one space of ids."""
        for file in self.of("findings"):
            what = "place" if file.name == PLACES_THEME else "finding"
            for id in file.mapping("findings"):
                yield Entry(id, what, file, ("findings", id))
        for place, what in (
            ("red_flags", "red flag"),
            ("gates", "gate"),
            ("conditions", "condition"),
            ("look_alikes", "look-alike"),
            ("exercises", "exercise"),
            ("routines", "routine"),
        ):
            for file in self.of(place):
                yield Entry(file.name, what, file)

    def whole(self, *places: str) -> bool:
        """Whether all facts of these kinds can be read, so that what is not there is missing."""
        return all(file.readable for place in places for file in self.of(place))


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of a document with the way to it, from the top down."""
    yield path, value
    if isinstance(value, dict):
        for key, below in value.items():
            yield from walk(below, (*path, str(key)))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from walk(below, (*path, index))
