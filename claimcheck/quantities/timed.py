"""Times that somebody took, with a colon in them: "2:31 hours", "3:45 minutes"."""

import re

from claimcheck.quantities.hedging import bounds, hedge_before
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import Raw, Token

_TIME = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_SECONDS_PER_DAY = 86_400.0
_BEFORE_TIME_OF_DAY = frozenset("at from until till by since before after around about".split())
_HOURS = re.compile(r"\d\d:[0-5]\d")
_SECONDS = {"hours": 3600.0, "hour": 3600.0, "minutes": 60.0, "minute": 60.0}


def timed_at(tokens: list[Token], at: int) -> Raw | None:
    """A time in days; None for a time of day, "at 10:30" or "at 14:30 hours"."""
    unit = None if _is_of_day(tokens, at) else _SECONDS.get(lower_at(tokens, at + 1))
    found = _TIME.fullmatch(tokens[at].text) if unit else None
    if unit is None or found is None:
        return None
    large, small, smallest = (float(part or 0) for part in found.groups())
    days = (large * unit + small * unit / 60 + smallest * unit / 3600) / _SECONDS_PER_DAY
    first, qualifier = hedge_before(tokens, at)
    low, high = bounds(days, days, days, qualifier)
    return Raw(first, at, at + 2, low, high, "days", "", qualifier, denied=False)


def _is_of_day(tokens: list[Token], at: int) -> bool:
    """As "at 14:30 hours", "between 06:00 and 14:30 hours"."""
    if not _HOURS.fullmatch(tokens[at].text) or lower_at(tokens, at + 1) != "hours":
        return False
    is_second = lower_at(tokens, at - 1) in ("to", "and") and bool(_HOURS.fullmatch(lower_at(tokens, at - 2)))
    return is_second or lower_at(tokens, at - 1) in _BEFORE_TIME_OF_DAY
