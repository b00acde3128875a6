"""Spans of time as people write them: "6h", "90m", "1d12h"; pure."""

import re

from claimcheck.errors import InputError, quoted

_UNITS_S = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_WHOLE = re.compile(r"(?:[0-9]{1,9}[wdhms])+")
_PART = re.compile(r"([0-9]+)([wdhms])")
MAX_S = 366 * 86_400


def parse_duration(text: str) -> int:
    """The seconds that "6h", "90m" or "1d12h" says; at least one and at most a year.

    Raises:
        InputError: it says something else.
    """
    written = "".join(text.split()).lower()
    if not written.isascii() or not _WHOLE.fullmatch(written):
        msg = f"{quoted(text)} is no span of time; write a number with w, d, h, m or s, such as 6h or 1d12h"
        raise InputError(msg)
    seconds = sum(int(number) * _UNITS_S[unit] for number, unit in _PART.findall(written))
    if not 1 <= seconds <= MAX_S:
        msg = f"{quoted(text)} is not between one second and a year; give a span in between"
        raise InputError(msg)
    return seconds


def duration_text(seconds: float) -> str:
    """A span as short as it can be read: the two largest units, "1d12h"; "0s" for none."""
    left, parts = round(seconds), []
    for unit, length in _UNITS_S.items():
        if unit == "w" and left % length:
            continue
        count, left = divmod(left, length)
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts[:2]) or "0s"
