"""Whether the values of two quantities may be the same, whatever they are of."""

from datetime import date

from claimcheck.quantities.multiples import SCORE_BASE
from claimcheck.quantities.reading import DATE, day_of_year
from claimcheck.quantities.values import AGE, COUNT, PERCENT, SCORE, TIMES, Mode, Quantity

FAR_APART = 40.0
"""So many times as much is likelier another thing than a contradiction."""
CHANGES = (Mode.RISE, Mode.FALL)
FACTORS = {
    (TIMES, PERCENT): (100.0, 1.0), (PERCENT, TIMES): (1.0, 100.0),
    ("days", AGE): (1 / 365.25, 1.0), (AGE, "days"): (1.0, 1 / 365.25),
}  # fmt: skip
"""Of units that can be held against each other, what each is multiplied by."""


def overlap(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one value may be both; of two changes, only if both go the same way."""
    if mine.mode in CHANGES and theirs.mode in CHANGES and mine.mode is not theirs.mode:
        return False
    low, high, other_low, other_high = _same_scale(mine, theirs)
    slack = 1e-9 * max(abs(value) for value in (low or 0.0, high or 0.0, other_low or 0.0, other_high or 0.0, 1.0))
    if high is not None and other_low is not None and other_low > high + slack:
        return False
    return not (low is not None and other_high is not None and low > other_high + slack)


def are_far_apart(mine: Quantity, theirs: Quantity, times: float = FAR_APART) -> bool:
    """Whether one is so many times the other that they are likelier of two things."""
    if PERCENT in (mine.unit, theirs.unit):
        return False
    return _middle(mine) > 0 and _middle(theirs) > 0 and times_apart(mine, theirs) > times


def times_apart(mine: Quantity, theirs: Quantity) -> float:
    """How many times the other the larger one is, from 1 to infinity, by the middles of their ranges."""
    one, other = sorted((_middle(mine), _middle(theirs)))
    return other / one if one > 0 else float("inf")


def _middle(quantity: Quantity) -> float:
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return abs(low if low is not None else high or 0.0)
    return abs(low + high) / 2


def _won(quantity: Quantity) -> Quantity:
    """A score as the larger of its two numbers."""
    if quantity.unit != SCORE:
        return quantity
    most = float(int(quantity.high or 0.0) // SCORE_BASE)
    return quantity._replace(low=most, high=most, unit=COUNT)


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _percent(quantity: Quantity) -> float:
    """What a count is multiplied by to be a share of its whole, in percent; a share stays as it is."""
    return 100 / quantity.whole if quantity.unit == COUNT else 1.0


def _same_scale(mine: Quantity, theirs: Quantity) -> tuple[float | None, float | None, float | None, float | None]:
    if {mine.unit, theirs.unit} == {SCORE, COUNT}:
        mine, theirs = _won(mine), _won(theirs)
    factors = FACTORS.get((mine.unit, theirs.unit))
    if {mine.unit, theirs.unit} == {COUNT, PERCENT}:
        factors = _percent(mine), _percent(theirs)
    if factors or mine.unit == theirs.unit:
        one, other = factors or (1.0, 1.0)
        return _times(mine.low, one), _times(mine.high, one), _times(theirs.low, other), _times(theirs.high, other)
    known, bare = (mine, theirs) if mine.unit == DATE else (theirs, mine)
    month = known.periods[0].month
    if not month:
        return None, None, None, None
    low, high = day_of_year(month, 1), day_of_year(month, 31)
    first, last = known.periods[0].low, known.periods[0].high
    if first is not None and first == last:
        low = high = day_of_year(month, date.fromordinal(int(first)).day)
    return low if known.low is not None else None, high if known.high is not None else None, bare.low, bare.high
