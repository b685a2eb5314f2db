"""`python -m skill.library.compile FILE`: the content as one JSON file, which ships to Lambda.

Reasons and remarks are left out: they are for who reads the content, and a smaller file loads
faster.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec

from skill.library.check import Faults, checked
from skill.library.layout import CONTENT

REMARKS = frozenset({"reason", "differs"})


def main(arguments: list[str]) -> int:
    """Write the compiled content to the one file named; 1 and the faults where it has any."""
    if len(arguments) != 1:
        print("Name the one file to write: python -m skill.library.compile FILE")
        return 2
    try:
        library = checked(CONTENT)
    except Faults as faults:
        print(faults)
        return 1
    Path(arguments[0]).write_bytes(
        msgspec.json.encode(_without_remarks(msgspec.to_builtins(library)))
    )
    return 0


def _without_remarks(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_remarks(v) for key, v in value.items() if key not in REMARKS}
    if isinstance(value, (list, tuple)):
        return [_without_remarks(v) for v in value]
    return value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
