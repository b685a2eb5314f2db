"""Whether a clinical value was read again when it was changed: its date of review says so.

The committed page holds each value as it was when it was last written. One that differs now, in a
file whose date of review is older than the day of the change, was not reviewed.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from tools.coverage.markdown import cells_of, plain
from tools.coverage.values import HEAD, Value

COUNTS = re.compile(r"(^|, )counted \([^)]*\)")
NO_FIGURES = re.compile(
    r"(^|, )(of_a_person|several|dated|wherever_it_hurts|without_pain|sore_bone) [a-z-]+"
)
"""What no source says: which answers a sentence gives. A clinician reads it on the page all the
same, but the date of review is that of the figures and the care.
"""
ROOT = Path(__file__).parents[2]
ZONES = timedelta(days=1)
"""The same moment is another day in another zone."""
COUNTED = "counted"
"""Counted anew from the cases by a command, so nobody reads it again one by one."""


def today() -> date:
    """The day of the change: by this machine's clock, or the newest commit where that is later."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%cs"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    return max(date.today(), date.fromisoformat(told) if told else date.min)


def faults(values: Iterable[Value], committed: str, day: date) -> Iterator[str]:
    """A sentence for each date that lies ahead, and each value that changed unreviewed."""
    before = _values_in(committed)
    for value in values:
        try:
            reviewed = date.fromisoformat(value.reviewed)
        except ValueError:
            continue  # What is no date is named by the check of the shape.
        if reviewed > day + ZONES:
            yield f"{value.where}: its review on {reviewed} lies ahead; put the day it was read"
        old = before.get(value.where)
        same = old is None or _judged(old.value) == _judged(plain(value.value))
        changed = not same and value.status != COUNTED
        if changed and reviewed < day - ZONES:
            yield (
                f"{value.where}: the value changed after its review on {reviewed}; "
                "read it again beside its sources and put today's date under `reviewed`"
            )


def _judged(value: str) -> str:
    """A value without what was counted in the cases, and without what no source says."""
    return NO_FIGURES.sub("", COUNTS.sub("", value))


def _values_in(page: str) -> Mapping[str, Value]:
    rows = (cells_of(line) for line in page.splitlines() if line.startswith("| "))
    values = (Value(*row) for row in rows if len(row) == len(HEAD))
    return {value.where: value for value in values}
