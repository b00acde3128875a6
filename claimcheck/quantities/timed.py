"""Times that somebody took, with a colon in them: "2:31 hours", "3:45 minutes"."""

import re

from claimcheck.quantities.hedging import bounds, hedge_before
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import Raw, Token

_TIME = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_SECONDS_PER_DAY = 86_400.0
_SECONDS = {"hours": 3600.0, "hour": 3600.0, "minutes": 60.0, "minute": 60.0}


def timed_at(tokens: list[Token], at: int) -> Raw | None:
    """A time in days; None for a time of day, behind which no unit stands."""
    unit = _SECONDS.get(lower_at(tokens, at + 1))
    found = _TIME.fullmatch(tokens[at].text) if unit else None
    if unit is None or found is None:
        return None
    large, small, smallest = (float(part or 0) for part in found.groups())
    days = (large * unit + small * unit / 60 + smallest * unit / 3600) / _SECONDS_PER_DAY
    first, qualifier = hedge_before(tokens, at)
    low, high = bounds(days, days, days, qualifier)
    return Raw(first, at, at + 2, low, high, "days", "", qualifier, denied=False)
