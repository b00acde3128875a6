"""Partial dates: a day as exactly as it is known, and the days it may stand for.

Source: Extended Date/Time Format, levels 0 and 1, https://www.loc.gov/standards/datetime/
"""

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

from claimcheck.errors import InputError, quoted

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"
_OPEN = ("", "..")
_PARTIAL = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?", re.ASCII)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_HOW = "write YYYY-MM-DD, YYYY-MM or YYYY"


class PartialDate(NamedTuple):
    """An EDTF text and the first and last day (ISO, inclusive) that it may mean."""

    edtf: str
    earliest: str
    latest: str


@lru_cache(maxsize=65536)
def parse_partial_date(text: str) -> PartialDate:
    """The days that an EDTF level 0 or 1 text stands for: "2024", "2024-09~", "2024-06/..".

    Raises:
        InputError: not a date of that form, or a day that does not exist.
    """
    edtf = text.strip()
    first, slash, last = edtf.partition("/")
    if not slash:
        earliest, latest = _bounds(edtf)
        return PartialDate(edtf, earliest, latest)
    if first in _OPEN and last in _OPEN:
        msg = f"{quoted(text)} is an interval without a start or an end; give at least one of them"
        raise InputError(msg)
    earliest = FIRST_DAY if first in _OPEN else _bounds(first)[0]
    latest = LAST_DAY if last in _OPEN else _bounds(last)[1]
    if earliest > latest:
        msg = f"{quoted(text)} ends before it begins; swap the two days"
        raise InputError(msg)
    return PartialDate(edtf, earliest, latest)


def _bounds(text: str) -> tuple[str, str]:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        hint = "give the day alone, without a time of day" if "T" in text else _HOW
        msg = f"{quoted(text)} is not a date; {hint}"
        raise InputError(msg)
    year, month, day = match[1], match[2], match[3]
    if not re.fullmatch(r"[0-9]+X*", year):
        msg = f"{quoted(text)} has an unknown digit before a known one in its year; {_HOW}"
        raise InputError(msg)
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if high < 1:
        msg = f"{quoted(text)} lies before the year 1; {_HOW}"
        raise InputError(msg)
    if month is None or month == "XX":
        if day not in (None, "XX"):
            msg = f"{quoted(text)} has a day without a month; {_HOW}"
            raise InputError(msg)
        return f"{low:04}-01-01", f"{high:04}-12-31"
    if low != high or "X" in month:
        msg = f"{quoted(text)} leaves open a digit before one that it gives; {_HOW}"
        raise InputError(msg)
    return _bounds_in_year(text, low, int(month), day)


def _bounds_in_year(text: str, year: int, month: int, day: str | None) -> tuple[str, str]:
    if month in _SEASON_MONTHS and day is None:
        start, end = _SEASON_MONTHS[month]
        end_year = min(year + (end < start), 9999)
        return f"{year:04}-{start:02}-01", f"{end_year:04}-{end:02}-{_days_in(end_year, end):02}"
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        msg = f"{quoted(text)} has no month {month:02}; {_HOW}"
        raise InputError(msg)
    if day is None or day == "XX":
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{_days_in(year, month):02}"
    if "X" in day or not 1 <= int(day) <= _days_in(year, month):
        msg = f"{quoted(text)} is a day that does not exist in {year:04}-{month:02}; check the date"
        raise InputError(msg)
    return f"{year:04}-{month:02}-{day}", f"{year:04}-{month:02}-{day}"


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
