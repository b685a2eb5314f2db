"""The content as it lies in the checkout, read once per process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from skill.library import load as built
from skill.library.types import Lexicon, Library, Listening
from tools.content.check import check_content
from tools.content.faults import shape
from tools.content.faults.fault import Faults
from tools.content.faults.files import gather
from tools.content.kinds import CONTENT
from tools.content.lexicon import lexicon_of


@cache
def listening(language: str) -> Lexicon:
    """What is listened for in a language, which need not be complete; without names of content.

    Raises:
        Faults: a file of the language has faults; they are listed, each with its line.
    """
    shelf, faults = gather(CONTENT)
    files = shelf.of("listening", language)
    faults += [fault for file in files for fault in shape.faults(file)]
    if faults:
        raise Faults(faults)
    return lexicon_of((msgspec.convert(file.document.data, Listening) for file in files), {})


@cache
def load() -> Library:
    """The whole checked content, so that an edit is heard at the next start.

    Where nothing was edited since it was built, what was built is read: it was checked then, and
    to do so again takes three seconds of every start.

    Raises:
        Faults: `content/` has faults; they are listed, each with its line.
    """
    return built.load() if _is_as_built() else check_content(CONTENT)


def _is_as_built() -> bool:
    """Whether the built content is younger than all that it was made of, and made by."""
    if not built.BUILT.exists():
        return False
    made_by = Path(__file__).parent
    sources = (CONTENT, made_by, Path(built.__file__).parent / "types")
    since = built.BUILT.stat().st_mtime_ns
    files = (file for folder in sources for file in (folder, *folder.rglob("*")))
    return all(file.stat().st_mtime_ns < since for file in files if "__pycache__" not in file.parts)
