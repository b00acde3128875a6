"""Whether two quantities are of the same thing, so that they can be held against each other, and if not, why."""

from typing import NamedTuple

from claimcheck.quantities.counting import PURPOSE, WITH
from claimcheck.quantities.doubting import doubt
from claimcheck.quantities.reading import DATE, DAY_OF_YEAR, is_date
from claimcheck.quantities.resemblance import resemble
from claimcheck.quantities.scales import CHANGES, FACTORS, overlap
from claimcheck.quantities.timing import are_apart
from claimcheck.quantities.topics import PLACES, groups, reconciled, shared, shared_in_context
from claimcheck.quantities.values import COUNT, PERCENT, SCORE, Difference, Mode, Quantity
from claimcheck.quantities.wording import NARROWING, PEOPLE

LEAST_SHARED = 0.5
"""Of the words that speak for or against it, the share that must be the same at least."""
AGE_SLACK = 1.5
"""By how many years bounds of an age may differ: "over 18", "19 and older"."""
_LEAST_NAME = 5
_SHORT_RATES = frozenset({"month", "week"})


class Fit(NamedTuple):
    """Whether two quantities can be compared, how well they fit (0..1), and what is different if they cannot."""

    comparable: bool
    score: float
    difference: Difference


def fit(mine: Quantity, theirs: Quantity) -> Fit:
    """How well two quantities fit each other; the same for both orders."""
    mine, theirs = reconciled(mine, theirs), reconciled(theirs, mine)
    difference = _kind(mine, theirs) or _what(mine, theirs)
    score = shared(mine, theirs)
    if not difference and not overlap(mine, theirs) and resemble(mine, theirs):
        return Fit(comparable=True, score=max(LEAST_SHARED, score), difference=difference)
    if not difference and score < LEAST_SHARED and overlap(mine, theirs):
        score = min(LEAST_SHARED, shared_in_context(mine, theirs))
    if not difference and score < LEAST_SHARED:
        difference = Difference.TOPIC
    if not difference and not overlap(mine, theirs):
        difference = doubt(mine, theirs)
    return Fit(comparable=not difference, score=score, difference=difference)


def _kind(mine: Quantity, theirs: Quantity) -> Difference:
    if not _are_convertible(mine, theirs):
        return Difference.UNIT
    if Mode.START in (mine.mode, theirs.mode) and mine.mode is not theirs.mode:
        return Difference.PERIOD
    is_change, is_other_change = mine.mode in CHANGES, theirs.mode in CHANGES
    if is_change is not is_other_change and (mine.unit != "points" or not overlap(mine, theirs)):
        return Difference.CHANGE
    return Difference.RATE if _rates_apart(mine, theirs) else Difference.NONE


def _are_convertible(mine: Quantity, theirs: Quantity) -> bool:
    units = {mine.unit, theirs.unit}
    if len(units) == 1 or units == {DATE, DAY_OF_YEAR}:
        return True
    if units == {COUNT, PERCENT}:
        return bool((mine if mine.unit == COUNT else theirs).whole)
    if units == {SCORE, COUNT}:
        return "vote" in (mine.noun, theirs.noun)
    if "days" in units and not {"lifespan", "ag"} & mine.around & theirs.around:
        return False
    return (mine.unit, theirs.unit) in FACTORS


def _rates_apart(mine: Quantity, theirs: Quantity) -> bool:
    if mine.per == theirs.per:
        return False
    if (mine.per and theirs.per) or mine.per in _SHORT_RATES or theirs.per in _SHORT_RATES:
        return True
    return _is_of_month(mine) != _is_of_month(theirs)


def _is_of_month(quantity: Quantity) -> bool:
    return not quantity.per and any(period.month for period in quantity.periods)


def _what(mine: Quantity, theirs: Quantity) -> Difference:
    if are_apart(mine, theirs):
        return Difference.PERIOD
    if _apart(mine.names & PLACES, theirs.names & PLACES):
        return Difference.PLACE
    if _foreign(mine.names - PLACES, theirs) and _foreign(theirs.names - PLACES, mine):
        return Difference.PLACE
    wholes = mine.circumstances.is_whole, theirs.circumstances.is_whole
    if all(wholes) or (mine.whole and wholes[1]) or (theirs.whole and wholes[0]):
        return Difference.POPULATION
    if _groups_apart(mine, theirs) or _is_denied_by_one(mine, theirs):
        return Difference.MEASURE
    if _nouns_apart(mine, theirs):
        return Difference.POPULATION
    if _populations_apart(mine, theirs):
        return Difference.POPULATION
    if mine.ages and theirs.ages and _ages_apart(mine.ages, theirs.ages):
        return Difference.POPULATION
    if not is_date(mine) and (_told_alone(mine, theirs) | _told_alone(theirs, mine)) & NARROWING:
        return Difference.POPULATION
    return Difference.NONE


def _is_denied_by_one(mine: Quantity, theirs: Quantity) -> bool:
    """Whether something happened on a day, and nothing on the other."""
    return is_date(mine) and is_date(theirs) and mine.negated is not theirs.negated


def _told_alone(quantity: Quantity, other: Quantity) -> frozenset[str]:
    return quantity.words - other.around - other.context


def _ages_apart(mine: tuple[float, float], theirs: tuple[float, float]) -> bool:
    return any(abs(one - other) > AGE_SLACK for one, other in zip(mine, theirs, strict=True))


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine - theirs and theirs - mine)


def _foreign(names: frozenset[str], other: Quantity) -> bool:
    return any(not _is_named(name, other) for name in names - other.around)


def _is_named(name: str, quantity: Quantity) -> bool:
    """Whether a name is one of a quantity's, or its adjective: "Ruritania", "Ruritanian"."""
    if name in quantity.names:
        return True
    return len(name) >= _LEAST_NAME and any(
        one.startswith(name) or (len(one) >= _LEAST_NAME and name.startswith(one)) for one in quantity.names
    )


def _groups_apart(mine: Quantity, theirs: Quantity) -> bool:
    ours, others = groups(mine), groups(theirs)
    return any(
        not words & others[group]
        for group, words in ours.items()
        if group in others and not (group == "season" and mine.unit == DATE)
    )


def _nouns_apart(mine: Quantity, theirs: Quantity) -> bool:
    one, other = mine.noun, theirs.noun
    if not one or not other or one == other or one in theirs.around or other in mine.around:
        return False
    return not ("person" in (one, other) and {one, other} <= PEOPLE)


def _populations_apart(mine: Quantity, theirs: Quantity) -> bool:
    one, other = mine.population, theirs.population
    one, other = (frozenset(word for word in words if not word.startswith(WITH)) for words in (one, other))
    purposes = [{word for word in words if word.startswith(PURPOSE)} for words in (one, other)]
    if all(purposes) and not purposes[0] & purposes[1]:
        return True
    one, other = one - purposes[0], other - purposes[1]
    if not one or not other or one & other:
        return False
    if "person" in one | other and one | other <= PEOPLE:
        return False
    return not (one & theirs.around or other & mine.around)
