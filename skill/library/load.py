"""Loading the content that was built: one file of JSON, decoded in milliseconds without YAML.

Its first line is the library. Two lines for each language follow, its lexicon and the tree of
patterns, which is three quarters of the file: a launch needs neither, and a sentence little of it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from skill.library.types import Library, Words
from skill.library.types.hearing import Lexicon
from skill.library.types.tree import Tree

T = TypeVar("T")

BUILT = Path(__file__).with_name("content.json")


class NotBuilt(Exception):
    """The built content is missing or of another version; the message says how to build it."""


class _WordsInFile(Words, frozen=True, kw_only=True):
    """The words of a language without its lexicon, which stands in a line of its own."""

    lexicon: None = None  # type: ignore[assignment]


class _LexiconInLine(Lexicon, frozen=True, kw_only=True):
    """A lexicon without its tree, which stands in the next line."""

    tree: None  # type: ignore[assignment]


class _LibraryInFile(Library, frozen=True, kw_only=True):
    words: dict[str, _WordsInFile]  # type: ignore[assignment]


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nobody looks for garbage in what is made meanwhile: a hundred thousand objects that stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class LexiconInFile:
    """A lexicon that reads its two lines of the file when a field of it is first used."""

    def __init__(self, file: Path, line: int) -> None:
        self._file = file
        self._line = line

    def __getattr__(self, name: str) -> Any:
        # Called only while nothing was read: a field that is there is found without it.
        if name not in Lexicon.__struct_fields__:
            raise AttributeError(name)
        with without_collecting():
            lexicon = _decoded(self._file, self._line, _LexiconInLine)
        fields = {field: getattr(lexicon, field) for field in Lexicon.__struct_fields__}
        with _line(self._file, self._line + 1) as tree:
            self.__dict__.update(fields, tree=Tree(bytes(tree)))
        return self.__dict__[name]


def load(file: Path = BUILT) -> Library:
    """The library in `file`, which `python -m tools compile` wrote from the checked content.

    Raises:
        NotBuilt: there is no such file, or it does not fit the types.
    """
    try:
        library = _decoded(file, 0, _LibraryInFile)
    except FileNotFoundError:
        raise NotBuilt(f"There is no {file}: make content builds it.") from None
    # An empty file is no memory to map.
    except (msgspec.MsgspecError, ValueError) as fault:
        raise NotBuilt(f"{file} is of another version ({fault}): make content builds it.") from None
    return msgspec.structs.replace(
        library,
        words={
            language: msgspec.structs.replace(
                words, lexicon=cast("None", LexiconInFile(file, line))
            )
            for line, (language, words) in zip(count(1, 2), library.words.items(), strict=False)
        },
    )


def _decoded(file: Path, number: int, kind: type[T]) -> T:
    with _line(file, number) as line:
        return msgspec.json.decode(line, type=kind)


@contextmanager
def _line(file: Path, number: int) -> Iterator[memoryview]:
    """The line of a number, from 0. The others are not read, as four megabytes take 2 ms."""
    with (
        file.open("rb") as opened,
        mmap(opened.fileno(), 0, access=ACCESS_READ) as written,
        memoryview(written) as whole,
    ):
        if written[-1:] != b"\n":
            raise msgspec.DecodeError("it breaks off")
        start = 0
        for _ in range(number):
            start = written.find(b"\n", start) + 1
        with whole[start : written.find(b"\n", start)] as line:
            yield line
