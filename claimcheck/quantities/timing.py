"""Whether two quantities are of the same time, as far as their texts say."""

from collections.abc import Sequence

from claimcheck.quantities.occasions import FOR_A
from claimcheck.quantities.reading import is_date
from claimcheck.quantities.values import Period, Quantity
from claimcheck.quantities.wording import ONCE

IN_ALL, NOW = "in all", "now"
"""What was counted since something began."""
LAST_OR_NEXT = frozenset({"last year", "next year"})
"""What is told besides a quarter makes another one of it: "in the third quarter of last year"."""
LONGER = 3.0
"""So many times as long a period is another one, where what is counted adds up."""
A_YEAR = f"{FOR_A}year"
ONE_DAY = 1.0
ONE_YEAR = 366.0
"""Of longer times the ends count, too: a change "between 2010 and 2015" is none "between 2010 and 2018"."""


def are_apart(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the two times exclude each other."""
    if is_date(mine):
        return False
    if mine.periods and theirs.periods:
        if not any(_meet(one, other) for one in mine.periods for other in theirs.periods):
            return True
        if mine.ahead != theirs.ahead and mine.periods != theirs.periods:
            return True
    elif mine.ahead != theirs.ahead and (mine.periods or theirs.periods):
        return True
    ours, others = (_without_spans(quantity) - {IN_ALL} for quantity in (mine, theirs))
    return bool(ours and others and not ours & others)


def may_be_apart(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two numbers that clash may be of different times: one is dated, or forecast, and the other is not."""
    if is_date(mine):
        return False
    is_same_time = bool(mine.periods) and mine.periods == theirs.periods
    if mine.ahead != theirs.ahead and not is_same_time and (mine.past if theirs.ahead else theirs.past):
        return True
    if _spans_differ(mine, theirs):
        return True
    ours, others = (_without_spans(quantity) - {IN_ALL, NOW} for quantity in (mine, theirs))
    if bool(ours) != bool(others) or (ours ^ others) & LAST_OR_NEXT:
        return True
    if IN_ALL in mine.occasions ^ theirs.occasions:
        shorter = theirs if IN_ALL in mine.occasions else mine
        if ours or others or shorter.periods:
            return True
    if mine.around & theirs.around & ONCE:
        return False
    if bool(mine.periods) != bool(theirs.periods):
        return not (ours and others) and not _is_in_context(mine, theirs)
    if min(len(mine.periods), len(theirs.periods)) > 1 and not (
        _are_within(mine.periods, theirs.periods) and _are_within(theirs.periods, mine.periods)
    ):
        return True
    return are_unequally_long(mine, theirs)


def are_unequally_long(mine: Quantity, theirs: Quantity) -> bool:
    """Whether both are dated, and the one's time is only a part of the other's: a quarter, a year."""
    return bool(mine.periods and theirs.periods) and not any(
        _are_as_long(one, other) for one in mine.periods for other in theirs.periods if _meet(one, other)
    )


def _spans(quantity: Quantity) -> frozenset[str]:
    return frozenset(one for one in quantity.occasions if one.startswith(FOR_A))


def _without_spans(quantity: Quantity) -> frozenset[str]:
    return quantity.occasions - _spans(quantity)


def _spans_differ(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a change is told over another time; a year goes without saying: "year on year", "month on month"."""
    ours, others = _spans(mine) or {A_YEAR}, _spans(theirs) or {A_YEAR}
    return not ours & others


def _are_within(periods: Sequence[Period], others: Sequence[Period]) -> bool:
    """Whether each of these meets one of the others: "from January to March", "January to May"."""
    return all(any(_meet(one, other) for other in others) for one in periods)


def _is_in_context(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the text of the undated one has the date of the other beside it, and none that excludes it."""
    dated, undated = (mine, theirs) if mine.periods else (theirs, mine)
    return bool(undated.dates) and all(any(_meet(one, other) for other in undated.dates) for one in dated.periods)


def _meet(one: Period, other: Period) -> bool:
    if (one.low is None and one.high is None) or (other.low is None and other.high is None):
        if one.month and one.month == other.month:
            return not one.day or not other.day or one.day == other.day
        return not one.month or not other.month
    if one.high is not None and other.low is not None and other.low > one.high:
        return False
    return not (one.low is not None and other.high is not None and one.low > other.high)


def _are_as_long(one: Period, other: Period) -> bool:
    if None in (one.low, one.high) or None in (other.low, other.high):
        return (one.low is None) == (other.low is None) and (one.high is None) == (other.high is None)
    lengths = sorted(_days(period) for period in (one, other))
    if lengths[0] > ONE_YEAR and not _end_together(one, other):
        return False
    return lengths[1] <= LONGER * lengths[0]


def _days(period: Period) -> float:
    return (period.high or 0.0) - (period.low or 0.0) + ONE_DAY


def _end_together(one: Period, other: Period) -> bool:
    begins, ends = (one.low or 0.0) - (other.low or 0.0), (one.high or 0.0) - (other.high or 0.0)
    return max(abs(begins), abs(ends)) < ONE_YEAR - ONE_DAY
