"""The text of docs/coverage.md, and whether the committed one is out of date."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tools.content.faults.fault import Faults
from tools.content.faults.files import gather
from tools.content.faults.shelf import LANGUAGE, Shelf
from tools.content.kinds import CONTENT
from tools.content.yaml_files import Unreadable
from tools.coverage.markdown import rows
from tools.coverage.review import faults, today
from tools.coverage.sheet import sheet
from tools.coverage.table import TABLE, sections, table
from tools.coverage.values import HEAD, values

PAGE = TABLE.with_suffix(".md")

ABOUT = """\
<!-- Written by `make coverage` from docs/coverage.yaml and content/. Edit those instead. -->

# What is covered, and the sheet to sign

The first part lists what the founding article tells and asks, fact by fact and in our own words,
with the words that reach it. `tests/tools/test_coverage.py` says each of them to the skill. The
second part holds every clinical value: levels of care and what raises them, doses, rests, pain
rules, and how often a sign is there. The third holds every sentence that the skill speaks. A
clinician reads and signs the last two.

## The article, fact by fact"""

VALUES = """
## Every clinical value

`care` is the level that a flag calls for: emergency, same_day, see_clinician or self_care. `when`
says who is asked, `reads` what a rule looks at, `milder` when less is enough. Doses are sets,
repetitions, seconds. `n` is the number of published cases behind a counted frequency. What is
seldom there or never, and stated by none of them, is counted over all conditions that say so
(docs/evaluation.md). A value that changes makes this page out of date, and has to be reviewed
anew."""

SHEET = """
## Every spoken sentence

Sources are ids of `content/sources.yaml`. `sourced` means that a primary source was read;
`unverified` means that it was judged, and the file of that name says how. Where several values
stand behind the same words, the number of each is given."""

SIGNED = """
## Signature

I have read every value and sentence above. Corrections are listed below or marked in the text.

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
    lines = (
        *(ABOUT, *table(sections())),
        *(VALUES, *_values(shelf)),
        *(SHEET, *sheet(shelf, LANGUAGE), SIGNED),
    )
    return "\n".join(lines)


def _values(shelf: Shelf) -> Iterator[str]:
    for title, found in values(shelf):
        yield f"\n### {title}\n"
        yield from rows(HEAD, found)


def _unreviewed() -> list[str]:
    """A sentence for each value that changed since the committed page and was not reviewed."""
    shelf, _ = gather(CONTENT)
    found = [value for _, those in values(shelf) for value in those]
    committed = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    return list(faults(found, committed, today()))


def write() -> int:
    """Write the page, or print why it cannot be written."""
    text = _text()
    unreviewed = _unreviewed() if text is not None else []
    for fault in unreviewed:
        print(fault)
    if text is None or unreviewed:
        return 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


def report() -> int:
    """Print whether the committed page is out of date; 0 where it is not."""
    text = _text()
    if text is None:
        return 1
    unreviewed = _unreviewed()
    for fault in unreviewed:
        print(fault)
    if not unreviewed and PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
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
