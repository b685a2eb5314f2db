"""Loading the content that was built: one file of JSON, decoded in milliseconds without YAML.

Its first line is the library. A line for each language follows, with the lexicon: it is three
quarters of the file, and a launch does not need it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from os import SEEK_END
from pathlib import Path
from typing import Any, cast

import msgspec

from skill.library.types import Library, Words
from skill.library.types.hearing import Lexicon

BUILT = Path(__file__).with_name("content.json")


class NotBuilt(Exception):
    """The built content is missing or of another version; the message says how to build it."""


class _WordsInFile(Words, frozen=True, kw_only=True):
    """The words of a language without its lexicon, which stands in a line of its own."""

    lexicon: None = None  # type: ignore[assignment]


class _LibraryInFile(Library, frozen=True, kw_only=True):
    words: dict[str, _WordsInFile]  # type: ignore[assignment]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Nobody looks for garbage in what is made meanwhile: a hundred thousand objects that stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class LexiconInFile:
    """A lexicon that reads its line of the file when a field of it is first used."""

    def __init__(self, file: Path, line: int) -> None:
        self._file = file
        self._line = line

    def __getattr__(self, name: str) -> Any:
        # Called only while nothing was read: a field that is there is found without it.
        if name not in Lexicon.__struct_fields__:
            raise AttributeError(name)
        written = self._file.read_bytes().split(b"\n")[self._line]
        with _without_collecting():
            lexicon = msgspec.json.decode(written, type=Lexicon)
        self.__dict__.update(
            {field: getattr(lexicon, field) for field in Lexicon.__struct_fields__}
        )
        return self.__dict__[name]


def load(file: Path = BUILT) -> Library:
    """The library in `file`, which `python -m tools compile` wrote from the checked content.

    Raises:
        NotBuilt: there is no such file, or it does not fit the types.
    """
    try:
        with file.open("rb") as lines:
            library = msgspec.json.decode(lines.readline(), type=_LibraryInFile)
            lines.seek(-1, SEEK_END)
            if lines.read() != b"\n":
                raise msgspec.DecodeError("it breaks off")
    except FileNotFoundError:
        raise NotBuilt(f"There is no {file}: make content builds it.") from None
    except msgspec.MsgspecError as fault:
        raise NotBuilt(f"{file} is of another version ({fault}): make content builds it.") from None
    return msgspec.structs.replace(
        library,
        words={
            language: msgspec.structs.replace(
                words, lexicon=cast("None", LexiconInFile(file, line))
            )
            for line, (language, words) in enumerate(library.words.items(), start=1)
        },
    )
