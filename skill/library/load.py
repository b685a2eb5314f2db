"""Loading the content that was built: one JSON file, decoded in milliseconds without YAML."""

from __future__ import annotations

from pathlib import Path

import msgspec

from skill.library.types import Library

BUILT = Path(__file__).with_name("content.json")


class NotBuilt(Exception):
    """The built content is missing or of another version; the message says how to build it."""


def load(file: Path = BUILT) -> Library:
    """The library in `file`, which `python -m tools compile` wrote from the checked content.

    Raises:
        NotBuilt: there is no such file, or it does not fit the types.
    """
    try:
        return msgspec.json.decode(file.read_bytes(), type=Library)
    except FileNotFoundError:
        raise NotBuilt(f"There is no {file}: make content builds it.") from None
    except msgspec.MsgspecError as fault:
        raise NotBuilt(f"{file} is of another version ({fault}): make content builds it.") from None
