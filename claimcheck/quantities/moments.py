"""A date in a text as the first and last day that it stands for."""

import calendar
from datetime import date
from typing import NamedTuple

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
"""The numbers of months, by their names in small letters and by their first letters."""
FIRST_YEAR, LAST_YEAR = 1500, 2100
"""What else has four digits is no year."""


class Dated(NamedTuple):
    """A date: its tokens, half-open; first and last day, None without a year; its month and days, 0 if unknown."""

    first: int
    end: int
    low: float | None
    high: float | None
    month: int
    day: int
    last_day: int = 0


def ordinal(year: int, month: int, day: int) -> float:
    """A day as a proleptic ordinal."""
    return float(date(year, month, day).toordinal())


def date_of(first: int, end: int, year: int, month: int = 0, day: int = 0) -> Dated | None:
    """A date of that year, month and day (0: not given); None if there is no such day."""
    if month > 12 or (month and day > (29 if not year else calendar.monthrange(year, month)[1])):
        return None if year or month > 12 or day > 31 else Dated(first, end, None, None, month, day, day)
    if not year:
        return Dated(first, end, None, None, month, day, day)
    if not month:
        return Dated(first, end, ordinal(year, 1, 1), ordinal(year, 12, 31), 0, 0)
    low = ordinal(year, month, day or 1)
    high = low if day else ordinal(year, month, calendar.monthrange(year, month)[1])
    return Dated(first, end, low, high, month, day, day)
