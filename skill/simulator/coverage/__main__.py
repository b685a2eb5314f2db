"""`python -m skill.simulator.coverage [--check]`: writes docs/coverage.md.

`--check` writes nothing and only says whether the committed file is what would be written.
"""

from __future__ import annotations

import sys

import msgspec

from skill.library.faults.fault import Faults
from skill.library.faults.files import LANGUAGE, gather
from skill.library.layout import CONTENT
from skill.library.yaml_files import Unreadable
from skill.simulator.coverage.sheet import sheet
from skill.simulator.coverage.table import TABLE, sections, table

PAGE = TABLE.with_suffix(".md")

ABOUT = """\
<!-- Written by `make coverage` from docs/coverage.yaml and content/. Edit those instead. -->

# What is covered, and the sheet to sign

The first part lists what the founding article tells and asks, fact by fact and in our own words,
with the words that reach it. `tests/test_coverage.py` says each of them to the skill. The second
part holds every sentence that the skill speaks, for a clinician to read and sign.

## The article, fact by fact"""

SHEET = """
## Every spoken sentence

Sources are ids of `content/sources.yaml`. `sourced` means that a primary source was read;
`unverified` means that it was judged, and the file of that name says how. Where several values
stand behind the same words, the number of each is given."""

SIGNED = """
## Signature

I have read every sentence above. Corrections are listed below or marked in the text.

| | |
| --- | --- |
| Name and profession | |
| Registration | |
| Date | |
| Signature | |
| Corrections | |
"""


def page() -> str:
    """The text of docs/coverage.md.

    Raises:
        Faults: the content cannot be read.
        msgspec.ValidationError, Unreadable: docs/coverage.yaml cannot.
    """
    shelf, faults = gather(CONTENT)
    if faults:
        raise Faults(faults)
    lines = (ABOUT, *table(sections()), SHEET, *sheet(shelf, LANGUAGE), SIGNED)
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Write the page, or say that it is out of date."""
    if arguments not in ([], ["--check"]):
        print("Only --check is understood: python -m skill.simulator.coverage [--check]")
        return 2
    try:
        text = page()
    except Faults as faults:
        print(faults)
        return 1
    except (msgspec.ValidationError, Unreadable) as fault:
        print(f"docs/{TABLE.name}: {fault}")
        return 1
    if not arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"docs/{PAGE.name} is out of date: run `make coverage` and commit it.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
