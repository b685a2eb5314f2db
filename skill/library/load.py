"""Loading the content that was built: one JSON file, decoded in milliseconds without YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec import Raw

from skill.library.types import Library, Words
from skill.library.types.hearing import Lexicon

BUILT = Path(__file__).with_name("content.json")


class NotBuilt(Exception):
    """The built content is missing or of another version; the message says how to build it."""


class _WordsInFile(Words, frozen=True, kw_only=True):
    """Words whose lexicon, three quarters of the file, stays as it is until it is needed."""

    lexicon: Raw  # type: ignore[assignment]


class _LibraryInFile(Library, frozen=True, kw_only=True):
    words: dict[str, _WordsInFile]  # type: ignore[assignment]


class LexiconInFile:
    """A lexicon that is decoded when something of it is first read: never by a launch."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw

    def __getattr__(self, name: str) -> Any:
        # Called only while nothing is decoded: a field that is there is found without it.
        if name not in Lexicon.__struct_fields__:
            raise AttributeError(name)
        lexicon = msgspec.json.decode(self._raw, type=Lexicon)
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
        library = msgspec.json.decode(file.read_bytes(), type=_LibraryInFile)
    except FileNotFoundError:
        raise NotBuilt(f"There is no {file}: make content builds it.") from None
    except msgspec.MsgspecError as fault:
        raise NotBuilt(f"{file} is of another version ({fault}): make content builds it.") from None
    return msgspec.structs.replace(
        library,
        words={
            language: msgspec.structs.replace(
                words, lexicon=cast("Raw", LexiconInFile(words.lexicon))
            )
            for language, words in library.words.items()
        },
    )
