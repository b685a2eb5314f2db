"""How long ago a month or a holiday was that somebody names, by the day on which it is said."""

from __future__ import annotations

from datetime import date

import pytest

from skill.understanding.contexts import context
from skill.understanding.read import read
from tools.content.load import load


def _since(say: str, day: str | None) -> int | None:
    library = load()
    today = date.fromisoformat(day) if day else None
    asked = context(library, "how-it-began", "check", today)
    return read(library.words["en"].lexicon, say, asked).since_days


@pytest.mark.parametrize(
    ("say", "day", "days"),
    [
        ("since august", "2026-11-28", 105),
        ("since october", "2026-11-02", 18),
        ("since november", "2026-11-28", 14),
        ("since november", "2026-11-01", 1),
        ("last november", "2026-11-28", 365),
        ("since december", "2026-11-28", 348),
        ("the end of october", "2026-11-28", 34),
        ("early in november", "2026-11-28", 23),
        ("late november", "2026-11-20", 1),
        ("sunday gone", "2026-11-28", 6),
        ("since the clocks went back", "2026-11-28", 34),
        ("sometime in the july", "2026-11-28", 136),
        ("one day in october", "2026-11-28", 44),
        ("since christmas", "2026-01-08", 14),
        ("since christmas", "2026-12-24", 364),
        ("since christmas", "2026-12-25", 0),
        ("since hogmanay", "2026-01-03", 3),
        ("since right around labor day", "2026-09-13", 10),
        ("since monday", "2026-11-28", 5),
        ("since august", None, 90),
        ("since easter", None, 60),
    ],
)
def test_a_named_time_is_the_last_one_before_today(say: str, day: str | None, days: int) -> None:
    assert _since(say, day) == days


def test_a_holiday_without_a_date_tells_no_days() -> None:
    assert _since("since the bank holiday", "2026-11-28") is None
