"""Months and holidays that are named: how many days ago the last one was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

A_MONTH_NAMED = 90.0
A_HOLIDAY_NAMED = 60.0
"""Days to a month, and to a holiday, where today is not known."""

Part = Literal["early", "middle", "late"]
DAYS: Mapping[Part, int] = {"early": 5, "middle": 15, "late": 25}
"""The day that stands for a part of a month, and its middle for the month: few say which it was."""

DAYS_A_YEAR = 365


def since_month(id: str, today: date | None, part: Part, *, of_last_year: bool) -> float:
    """Days since a part of a month, 1 to 12; of what is gone of the month that it is, the half.

    `of_last_year` is "last August" where it is August now.
    """
    if today is None:
        return A_MONTH_NAMED
    month = int(id)
    if month != today.month:
        return _since(today, month, DAYS[part])
    if of_last_year:
        return DAYS_A_YEAR
    gone = today.day // 2 if part == "middle" else today.day - DAYS[part]
    return max(gone, 1)


def since_holiday(id: str, today: date | None) -> float:
    """Days since a holiday, given as month and day ("12-25"); one that moves is mostly near it."""
    if today is None:
        return A_HOLIDAY_NAMED
    month, _, day = id.partition("-")
    return _since(today, int(month), int(day))


def _since(today: date, month: int, day: int) -> float:
    this_year = (today - date(today.year, month, day)).days
    if this_year >= 0:
        return this_year
    return (today - date(today.year - 1, month, day)).days
