"""`python -m skill.library.compile FILE`: the content as one JSON file, which ships to Lambda.

Sources are left out: no answer of the skill reads them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from skill.library.check import Faults, checked
from skill.library.layout import CONTENT


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
    Path(arguments[0]).write_bytes(msgspec.json.encode(library))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
