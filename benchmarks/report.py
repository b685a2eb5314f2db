"""Measures as tables to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from benchmarks.checklist import QUESTIONS
from benchmarks.measures import Naming, Share, Spread, Summary
from benchmarks.reliability import Bin
from skill.library.types import Care

LABEL = 44
COLUMN = 16
MOST_LISTED = 12
NOTHING = "-"

Table = list[list[str]]


def side_by_side(summaries: Mapping[str, Summary], checklists: Mapping[str, Naming]) -> str:
    """One column for each protocol, "opening, unstated answer", and for each checklist."""
    naming = {**{name: s.naming for name, s in summaries.items()}, **checklists}
    headings = [heading.split(", ") for heading in naming]
    rows = [
        ["", *(parts[0] for parts in headings)],
        ["what is not stated is answered", *(_second(parts) for parts in headings)],
        *_triage_rows(list(summaries.values()), len(checklists)),
        *_naming_rows(list(naming.values())),
        *_length_rows(list(summaries.values()), len(checklists)),
    ]
    return _printed(rows, COLUMN) + "\n"


def _second(parts: list[str]) -> str:
    return parts[1] if len(parts) > 1 else "no"


def _triage_rows(summaries: list[Summary], others: int) -> Table:
    measured: dict[str, Callable[[Summary], Share]] = {
        "urgent stories under-triaged": lambda s: s.urgent_under_triaged,
        "all stories under-triaged": lambda s: s.under_triaged,
        "all stories over-triaged": lambda s: s.over_triaged,
        "self-care sent to same-day or emergency": lambda s: s.sent_urgently,
        "others offered exercises": lambda s: s.offered_exercise,
    }
    return [
        row
        for label, share in measured.items()
        for row in (
            [label, *(_share(share(s)) for s in summaries), *[NOTHING] * others],
            ["  95 % interval", *(_bounds(share(s)) for s in summaries), *[NOTHING] * others],
        )
    ]


def _naming_rows(namings: list[Naming]) -> Table:
    measured: dict[str, Callable[[Naming], Share]] = {
        "right one first, confirmed labels": lambda n: n.confirmed_first,
        "right one in first two, confirmed labels": lambda n: n.confirmed_in_two,
        "right one first, weak labels": lambda n: n.weak_first,
        "right one in first two, weak labels": lambda n: n.weak_in_two,
        "others told one of the six first (forced)": lambda n: n.forced,
    }
    return [
        row
        for label, share in measured.items()
        for row in (
            [label, *(_share(share(n)) for n in namings)],
            ["  95 % interval", *(_bounds(share(n)) for n in namings)],
        )
    ]


def _length_rows(summaries: list[Summary], others: int) -> Table:
    """Every patient of a checklist answers all of its questions; how long that takes is open."""
    fixed = Spread(QUESTIONS, QUESTIONS, QUESTIONS)
    questions = [s.questions for s in summaries] + [fixed] * others
    seconds = [f"{s.seconds.median:.0f} / {s.seconds.worst:.0f}" for s in summaries]
    return [
        ["questions: median / 90th percentile / worst", *map(_spread, questions)],
        ["seconds of speech: median / worst", *seconds, *[NOTHING] * others],
    ]


def care_tables(summaries: Mapping[str, Summary]) -> str:
    """Level of care that should be told by level told, one table for each protocol."""
    tables = []
    for heading, summary in summaries.items():
        rows = [[f"care told ({heading})", *(_care(told) for told in Care)]]
        for wanted in Care:
            counts = (str(summary.care[wanted][told]) for told in Care)
            rows.append([f"  {_care(wanted)} called for", *counts])
        tables.append(_printed(rows, COLUMN))
    return "\n\n".join(tables) + "\n"


def reliability_table(bins: Sequence[Bin]) -> str:
    """How often the first name was right, by how much it was believed."""
    rows = [["belief in what is named first", "people", "believed", "right", "95 % interval"]]
    for one in bins:
        share = Share(("",) * one.right, one.count)
        rows.append(
            [
                f"  {one.low:.1f} to {one.high:.1f}",
                str(one.count),
                f"{100 * one.believed:.0f} %",
                _share(share),
                _bounds(share),
            ]
        )
    return _printed(rows, COLUMN) + "\n"


def listing(summary: Summary) -> str:
    """Who was counted against the interview."""
    shares = {
        "under-triaged": summary.under_triaged,
        "self-care sent to same-day or emergency": summary.sent_urgently,
        "told one of the six first (forced)": summary.naming.forced,
    }
    return "\n".join(f"{label}: {_ids(share)}" for label, share in shares.items())


def _ids(share: Share) -> str:
    shown = ", ".join(share.ids[:MOST_LISTED]) or "nobody"
    more = share.count - MOST_LISTED
    return f"{shown} and {more} more" if more > 0 else shown


def _share(share: Share) -> str:
    if share.percent is None:
        return NOTHING
    return f"{share.percent:.0f} % ({share.count}/{share.of})"


def _bounds(share: Share) -> str:
    if share.lower_percent is None or share.upper_percent is None:
        return NOTHING
    return f"{share.lower_percent:.0f}-{share.upper_percent:.0f} %"


def _spread(spread: Spread) -> str:
    return f"{spread.median:g} / {spread.percentile_90:g} / {spread.worst:g}"


def _care(care: Care) -> str:
    return care.value.replace("_", " ")


def _printed(rows: Table, column: int) -> str:
    return "\n".join(
        (row[0].ljust(LABEL) + "".join(cell.rjust(column) for cell in row[1:])).rstrip()
        for row in rows
    )
