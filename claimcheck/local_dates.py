"""Days as spreadsheets write them by their locale: which day it is where only one can be meant, and else why not.

Source: ECMA-376, Office Open XML, part 1, 18.8.30, the formats of days and their numbers.
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from claimcheck.errors import quoted

_ISO_SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_MIDNIGHT = re.compile(r"[ T]+00:00(:00(\.0+)?)?$")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_DAY_OR_MONTH_FIRST = re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4})")
_DAY_MONTH_NAME = re.compile(r"([0-9]{1,2})[-. ]+([a-z]{3,9})[-., ]+([0-9]{4})")
_MONTH_NAME_DAY = re.compile(r"([a-z]{3,9})[-. ]+([0-9]{1,2}),? +([0-9]{4})")
_MONTH_NAME_YEAR = re.compile(r"([a-z]{3,9})[-., ]+([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/. ]+)([0-9]{1,2}|[a-z]{3,9})\1[0-9]{2}")
_NAME_AND_NUMBER = re.compile(r"([a-z]{3,9})-([0-9]{2})|([0-9]{1,2})-([a-z]{3,9})")
_SERIAL = re.compile(r"[1-9][0-9]{4}([.,][0-9]+)?")
_SERIAL_ZERO = date(1899, 12, 30)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}


@lru_cache(maxsize=65536)
def undone(cell: str) -> str:
    """The day in a cell as YYYY-MM-DD or YYYY-MM, if a locale has written it so that it can be only that one.

    Any other cell is given back as it is.
    """
    if _ISO_SHAPE.fullmatch(cell):
        return cell
    written = _MIDNIGHT.sub("", cell.strip()).strip()
    days = _days(written)
    if len(days) == 1:
        return days[0]
    named = _MONTH_NAME_YEAR.fullmatch(written.lower())
    if named and named[1] in _MONTHS:
        return f"{named[2]}-{_MONTHS[named[1]]:02}"
    return written if written != cell.strip() and _ISO_SHAPE.fullmatch(written) else cell


def advice(text: str) -> str | None:
    """What to write instead of a day that a locale has written; None for what does not look like one."""
    written = _MIDNIGHT.sub("", text.strip()).strip()
    days = _days(written)
    if len(days) > 1:
        first, second = (_spoken(day) for day in days)
        return f"{quoted(text)} may be {first} or {second}; write {days[0]} or {days[1]}"
    if days:
        return f"{quoted(text)} is not how a date is written here; write {days[0]}"
    if _SERIAL.fullmatch(written):
        day = _SERIAL_ZERO + timedelta(days=int(written[:5]))
        return f"{quoted(text)} is a spreadsheet's number for a day; write {day} if it counts from 1900"
    folded = written.lower()
    if _SHORT_YEAR.fullmatch(folded):
        return f"{quoted(text)} has a year of two digits; write YYYY-MM-DD"
    named = _NAME_AND_NUMBER.fullmatch(folded)
    if named and (named[1] or named[4]) in _MONTHS:
        return f"{quoted(text)} may be a day of a month or a month of a year; write YYYY-MM-DD or YYYY-MM"
    return None


def _days(written: str) -> list[str]:
    """The days that exist and that this may mean, each as YYYY-MM-DD."""
    folded = written.lower()
    meant: list[tuple[str, str | int, str]] = []
    if match := _YEAR_FIRST.fullmatch(folded):
        meant = [(match[1], match[3], match[4])]
    elif match := _DOTTED.fullmatch(folded):
        meant = [(match[3], match[2], match[1])]
    elif match := _DAY_OR_MONTH_FIRST.fullmatch(folded):
        meant = [(match[4], match[3], match[1]), (match[4], match[1], match[3])]
    elif match := _DAY_MONTH_NAME.fullmatch(folded):
        meant = [(match[3], _MONTHS.get(match[2], 0), match[1])]
    elif match := _MONTH_NAME_DAY.fullmatch(folded):
        meant = [(match[3], _MONTHS.get(match[1], 0), match[2])]
    days = (_day(int(year), int(month), int(day)) for year, month, day in meant)
    return list(dict.fromkeys(day for day in days if day))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _spoken(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{found.day} {calendar.month_name[found.month]} {found.year}"
