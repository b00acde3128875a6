"""Changes that a text tells by two levels: "40 wolves in 2005 and 120 in 2015", "from 40 to 120" are rises by 200 %."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from claimcheck.quantities.topics import groups
from claimcheck.quantities.values import COUNT, PERCENT, Mode, Period, Qualifier, Quantity

_POINTS = "points"
MAX_PAIRS = 40
"""So many pairs of numbers are looked at."""
_SCALES = (1e12, 1e9, 1e6)
"""Larger than any number that is written without a scale, as a rule."""
_MOST_TIMES = 20.0
"""What would be more times as much is not told in that scale: "from $900 to $1.2 million"."""
_EXACT_ENOUGH = (Qualifier.EXACT, Qualifier.ABOUT)


def changes(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The change between every two levels of the same thing at two times, and from one to another.

    Both in percent, that of shares in points as well.
    """
    for one, other in pairwise(quantities[:MAX_PAIRS]):
        if one.mode is Mode.START and other.mode is Mode.LEVEL and _are_ends(one, other):
            yield from _change(_in_units_of(one, other), other)
    for one, other in islice(_nearest_first(quantities), MAX_PAIRS):
        if _are_levels(one, other) and _are_of_one(one, other):
            before, after = (one, other) if _is_before(one, other) else (other, one)
            if _is_before(before, after):
                yield from _change(before, after)


def _nearest_first(quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Every two of them in their order, those that stand beside each other first."""
    for apart in range(1, len(quantities)):
        yield from zip(quantities, quantities[apart:], strict=False)


def _are_of_one(one: Quantity, other: Quantity) -> bool:
    """Whether the second one is neither of somebody else nor of what excludes the first: "Spain", "and Italy"."""
    ours, others = groups(one), groups(other)
    return other.names <= one.names and all(words & others.get(group, words) for group, words in ours.items())


def _are_levels(one: Quantity, other: Quantity) -> bool:
    return (
        one.unit == other.unit
        and one.mode is other.mode is Mode.LEVEL
        and one.per == other.per
        and _are_told_plainly(one, other)
        and (one.unit != COUNT or one.noun == other.noun)
        and len(one.periods) == len(other.periods) == 1
    )


def _are_ends(one: Quantity, other: Quantity) -> bool:
    """Whether something went from one to the other; a bare first one has the unit of the second: "from 20 to 30 %"."""
    is_bare = one.unit == COUNT and not one.noun
    return (one.unit == other.unit or is_bare) and _are_told_plainly(one, other)


def _are_told_plainly(one: Quantity, other: Quantity) -> bool:
    """Whether both are facts, and hedged no more than by "about"."""
    return all(each.qualifier in _EXACT_ENOUGH and not (each.denied or each.ahead) for each in (one, other))


def _in_units_of(one: Quantity, other: Quantity) -> Quantity:
    """A bare number in the unit and scale of the one that it went to: the 4 of "from 4 to 12 million bottles"."""
    if one.unit == other.unit and one.noun:
        return one
    began, ended = one.high or 0.0, other.high or 0.0
    scale = next((scale for scale in _SCALES if ended >= scale), 1.0)
    if began >= _SCALES[-1] or not ended / _MOST_TIMES <= began * scale <= ended * _MOST_TIMES:
        scale = 1.0
    low, high = (None if bound is None else bound * scale for bound in (one.low, one.high))
    return one._replace(unit=other.unit, low=low, high=high)


def _is_before(one: Quantity, other: Quantity) -> bool:
    earlier, later = one.periods[0], other.periods[0]
    if earlier.high is None or later.low is None:
        return 0 < earlier.month < later.month and earlier.high is later.low is None
    return earlier.high < later.low


def _change(before: Quantity, after: Quantity) -> Iterator[Quantity]:
    values = before.low, before.high, after.low, after.high
    if None in values or not (before.low or 0) > 0:
        return
    least, most, later_least, later_most = (float(value or 0.0) for value in values)
    if before.unit == PERCENT:
        yield from _changed(before, after, later_least - most, later_most - least, _POINTS)
    yield from _changed(before, after, 100 * (later_least / most - 1), 100 * (later_most / least - 1), PERCENT)


def _changed(before: Quantity, after: Quantity, low: float, high: float, unit: str) -> Iterator[Quantity]:
    if low * high < 0:
        return
    spans = [*before.periods, *after.periods]
    periods = (Period(spans[0].low, spans[-1].high, 0),) if len(spans) > 1 else tuple(spans)
    yield after._replace(
        low=min(abs(low), abs(high)), high=max(abs(low), abs(high)), unit=unit, qualifier=Qualifier.EXACT,
        mode=Mode.RISE if high > 0 else Mode.FALL, noun="", words=before.words | after.words,
        around=before.around | after.around, names=before.names | after.names, doings=before.doings | after.doings,
        periods=periods, whole=0.0, start=min(before.start, after.start),
        shown=f"{before.shown}, then {after.shown}",
    )  # fmt: skip
