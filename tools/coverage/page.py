"""The text of docs/coverage.md, and whether the committed one is out of date."""

from __future__ import annotations

import msgspec

from tools.content.faults.fault import Faults
from tools.content.faults.files import gather
from tools.content.faults.shelf import LANGUAGE
from tools.content.kinds import CONTENT
from tools.content.yaml_files import Unreadable
from tools.coverage.sheet import sheet
from tools.coverage.table import TABLE, sections, table

PAGE = TABLE.with_suffix(".md")

ABOUT = """\
<!-- Written by `make coverage` from docs/coverage.yaml and content/. Edit those instead. -->

# What is covered, and the sheet to sign

The first part lists what the founding article tells and asks, fact by fact and in our own words,
with the words that reach it. `tests/tools/test_coverage.py` says each of them to the skill. The
second part holds every sentence that the skill speaks, for a clinician to read and sign.

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


def write() -> int:
    """Write the page, or print why it cannot be written."""
    text = _text()
    if text is None:
        return 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


def report() -> int:
    """Print whether the committed page is out of date; 0 where it is not."""
    text = _text()
    if text is None:
        return 1
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"docs/{PAGE.name} is out of date: run `make coverage` and commit it.")
    return 1


def _text() -> str | None:
    try:
        return page()
    except Faults as faults:
        print(faults)
    except (msgspec.ValidationError, Unreadable) as fault:
        print(f"docs/{TABLE.name}: {fault}")
    return None
