"""The content as it lies in the checkout, read from its YAML once per process."""

from __future__ import annotations

from functools import cache

import msgspec

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

    Raises:
        Faults: `content/` has faults; they are listed, each with its line.
    """
    return check_content(CONTENT)
