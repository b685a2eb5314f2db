"""Months and holidays that are named: how many days ago the last one was."""

from __future__ import annotations

from datetime import date

A_MONTH_NAMED = 90.0
A_HOLIDAY_NAMED = 60.0
"""Days to a month, and to a holiday, where today is not known."""

MIDDLE = 15
"""The day that stands for a month: nobody says which it was."""

DAYS_A_YEAR = 365


def since_month(id: str, today: date | None, *, of_last_year: bool) -> float:
    """Days since the middle of a month, 1 to 12; of the month that it is, half of what is gone.

    `of_last_year` is "last August" where it is August now.
    """
    if today is None:
        return A_MONTH_NAMED
    month = int(id)
    if month != today.month:
        return _since(today, month, MIDDLE)
    return DAYS_A_YEAR if of_last_year else max(today.day // 2, 1)


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
