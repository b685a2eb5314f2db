"""Loading the content, once per process: the compiled form where it ships, else the YAML."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from skill.library.types import Library

COMPILED = Path(__file__).with_name("content.json")


@cache
def load() -> Library:
    """The whole checked content.

    The artifact for Lambda holds one JSON file, which loads in milliseconds and needs no YAML
    reader; a checkout reads `content/` itself, so that an edit is heard at the next start.

    Raises:
        skill.library.check.Faults: `content/` has faults; they are listed, each with its line.
    """
    if COMPILED.exists():
        return msgspec.json.decode(COMPILED.read_bytes(), type=Library)
    from skill.library.check import checked
    from skill.library.layout import CONTENT

    return checked(CONTENT)
