"""The content as one file of JSON, which ships: a line for the library, and two for each language,
its lexicon and the tree of patterns.

Reasons and remarks are left out: only readers of the content need them, and a smaller file loads
faster.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from tools.content.check import Faults, check_content
from tools.content.kinds import CONTENT

REMARKS = frozenset({"reason", "differs"})
TABLES = frozenset({"lexicon"})
"""Keys below which keys are words of a language, which "reason" may be."""


def write(file: Path) -> int:
    """Write the compiled content to `file`; 1 and the faults where it has any."""
    try:
        library = check_content(CONTENT)
    except Faults as faults:
        print(faults)
        return 1
    whole = _without_remarks(msgspec.to_builtins(library))
    lines = []
    for language, words in library.words.items():
        tables = whole["words"][language].pop("lexicon")
        lines += [
            msgspec.json.encode({**tables, "tree": None, "urgent": sorted(words.lexicon.urgent)}),
            words.lexicon.tree.written,
        ]
    file.write_bytes(b"\n".join((msgspec.json.encode(whole), *lines, b"")))
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
