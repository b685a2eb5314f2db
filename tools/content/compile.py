"""The content as one JSON file, which ships.

Reasons and remarks are left out: they are for who reads the content, and a smaller file loads
faster.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from tools.content.check import Faults, checked
from tools.content.kinds import CONTENT

REMARKS = frozenset({"reason", "differs"})
TABLES = frozenset({"lexicon"})
"""Whose keys are words of a language, "reason" among them."""


def write(file: Path) -> int:
    """Write the compiled content to `file`; 1 and the faults where it has any."""
    try:
        library = checked(CONTENT)
    except Faults as faults:
        print(faults)
        return 1
    file.write_bytes(msgspec.json.encode(_without_remarks(msgspec.to_builtins(library))))
    return 0


def _without_remarks(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: v if key in TABLES else _without_remarks(v)
            for key, v in value.items()
            if key not in REMARKS
        }
    if isinstance(value, (list, tuple)):
        return [_without_remarks(v) for v in value]
    return value
