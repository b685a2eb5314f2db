"""The content as it lies in the checkout, read once per process."""

from __future__ import annotations

from collections.abc import Iterable
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

MADE_BY = (Path(__file__).parent, Path(built.__file__).parent / "types")
"""The code that makes the built content of the YAML, and its types."""


@cache
@built.without_collecting()
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
    as_built = is_as_built(built.BUILT, CONTENT, MADE_BY)
    return built.load() if as_built else check_content(CONTENT)


def is_as_built(file: Path, content: Path, made_by: Iterable[Path]) -> bool:
    """Whether the built content is younger than all that it was made of, and made by."""
    if not file.exists():
        return False
    since = file.stat().st_mtime_ns
    # Folders of content count, as they change when a file goes. Those of code change too when
    # Python keeps bytecode in them, at the first start of whatever was not imported before.
    modules = (module for folder in made_by for module in folder.rglob("*.py"))
    return all(one.stat().st_mtime_ns < since for one in (content, *content.rglob("*"), *modules))
