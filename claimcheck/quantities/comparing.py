"""Whether the numbers of a claim and of a passage agree, disagree, or are not of the same thing."""

from claimcheck.quantities.aligning import Fit, fit
from claimcheck.quantities.changing import changes
from claimcheck.quantities.reading import first_quantities, is_date
from claimcheck.quantities.scales import CHANGES, overlap
from claimcheck.quantities.topics import reconciled
from claimcheck.quantities.values import Comparison, Difference, Mode, Quantity
from claimcheck.quantities.wording import GROUPS_OF
from claimcheck.vocabulary import NumberOutcome

MAX_CLAIM, MAX_PASSAGE = 10_000, 100_000
"""What lies behind so many code points is not looked at,"""
MAX_OF_CLAIM, MAX_OF_PASSAGE = 20, 400
"""nor are more than so many numbers."""


class _Pair:
    """Two quantities, how well they fit, whether they can be the same, and whether one is what the other began at."""

    __slots__ = ("fit", "is_start", "mine", "same", "theirs")

    def __init__(self, mine: Quantity, theirs: Quantity, fitting: Fit) -> None:
        self.mine, self.theirs, self.fit = mine, theirs, fitting
        self.same = fitting.comparable and overlap(reconciled(mine, theirs), reconciled(theirs, mine))
        if theirs.denied is not mine.denied:
            self.same = not self.same
        is_former = mine.mode is not theirs.mode and Mode.START in (mine.mode, theirs.mode)
        self.is_start = is_former and mine.unit == theirs.unit and overlap(mine, theirs)


def compare(claim: str, passage: str) -> Comparison:
    """What the numbers of a passage say to those of a claim.

    They disagree if a number of the claim clashes with one of the passage, no other bears either out, and neither is
    told as what a change began at ("from 8 to 5 percent"); they agree if they do not disagree and at least one is borne
    out. Dates are compared where a side has no other number; else they say when its numbers hold.
    """
    ours = first_quantities(claim[:MAX_CLAIM], MAX_OF_CLAIM)
    others = first_quantities(passage[:MAX_PASSAGE], MAX_OF_PASSAGE)
    if not ours or not others:
        side = "the claim" if not ours else "the passage"
        return Comparison(NumberOutcome.INCOMPARABLE, None, None, f"{side} has no number or date")
    return _judged(ours, others)


def _judged(ours: list[Quantity], others: list[Quantity]) -> Comparison:
    pairs = _pairs(ours, others)
    comparable = [pair for pair in pairs if pair.fit.comparable]
    kept = [pair for pair in comparable if pair.same]
    told = [*kept, *(pair for pair in pairs if pair.is_start)]
    borne_out = {id(pair.mine) for pair in told}
    explained = {id(pair.theirs) for pair in told}
    clashes = [pair for pair in comparable if id(pair.mine) not in borne_out and id(pair.theirs) not in explained]
    if clashes:
        return _told(NumberOutcome.DISAGREE, max(clashes, key=lambda pair: pair.fit.score))
    if kept:
        return _told(NumberOutcome.AGREE, max(kept, key=lambda pair: pair.fit.score))
    if not pairs:
        return Comparison(
            NumberOutcome.INCOMPARABLE, ours[0], others[0], _reason(ours[0], others[0], "different units")
        )
    nearest = max((pair for pair in pairs if pair.fit.difference), key=lambda pair: pair.fit.score)
    return _told(NumberOutcome.INCOMPARABLE, nearest)


def _pairs(ours: list[Quantity], others: list[Quantity]) -> list[_Pair]:
    """Every number with every number; every date with every date where there are no numbers.

    Where no two numbers have the same unit, the dates of what both say began or ended, too.
    """
    numbers = [item for item in ours if not is_date(item)], [item for item in others if not is_date(item)]
    one, other = _with_changes(*numbers), _with_changes(*reversed(numbers))
    dates = [item for item in ours if is_date(item)], [item for item in others if is_date(item)]
    pairs = [_Pair(mine, theirs, fit(mine, theirs)) for mine in one for theirs in other]
    if all(pair.fit.difference is Difference.UNIT for pair in pairs):
        days = [(mine, theirs) for mine in dates[0] for theirs in dates[1] if not pairs or _share_event(mine, theirs)]
        pairs += [_Pair(mine, theirs, fit(mine, theirs)) for mine, theirs in days]
    return pairs or [_Pair(mine, theirs, fit(mine, theirs)) for mine in ours for theirs in others]


def _share_event(mine: Quantity, theirs: Quantity) -> bool:
    return any("event" in GROUPS_OF.get(word, ()) for word in mine.around & theirs.around)


def _with_changes(numbers: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """The numbers, and what they have changed by where the others tell a change."""
    is_asked = any(other.mode in CHANGES for other in others)
    return [*numbers, *changes(numbers)] if is_asked and len(numbers) <= MAX_OF_CLAIM else numbers


def _told(outcome: NumberOutcome, pair: _Pair) -> Comparison:
    if outcome is NumberOutcome.INCOMPARABLE:
        why = str(pair.fit.difference)
    elif outcome is NumberOutcome.AGREE:
        why = "both can be true"
    else:
        why = "denied by one" if pair.theirs.denied is not pair.mine.denied else "both cannot be true"
    return Comparison(outcome, pair.mine, pair.theirs, _reason(pair.mine, pair.theirs, why))


def _reason(mine: Quantity, theirs: Quantity, why: str) -> str:
    return f"{mine.shown} and {theirs.shown}: {why}"
