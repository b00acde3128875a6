"""Whether two quantities are of the same thing, so that they can be held against each other, and if not, why."""

from datetime import date
from typing import NamedTuple

from claimcheck.places import COUNTRIES, COUNTRY_PAIRS
from claimcheck.quantities.binding import PURPOSE
from claimcheck.quantities.reading import DATE, DAY_OF_YEAR, day_of_year, is_date
from claimcheck.quantities.values import Mode, Period, Quantity
from claimcheck.quantities.wording import GROUPS_OF, NARROWING, PEOPLE

_PLACES = frozenset(COUNTRIES.values()) | frozenset(COUNTRY_PAIRS.values())

LEAST_SHARED = 0.5
"""Of the words that speak for or against it, the share that must be the same where the numbers are,"""
LEAST_SHARED_CLASH = 0.7
"""and where they are not: equal numbers are themselves a sign that the same is meant."""
MOST_UNSHARED = 14
"""With more words that only one of them has, shared words are chance: menus of pages, lists."""
LEAST_STEM = 4
FAR_APART = 40.0
"""So many times as much is likelier another thing than a contradiction,"""
LEAST_SHARED_FAR = 0.9
"""unless so many of the words are the same."""
_TELLING = ("money", "rate", "aspect", "harm")
_SOFT = frozenset({"loss", "spend", "price", "capacity"})
"""Measures that are often left unsaid: "the strike cost the firm so much", "the firm lost so much"."""
_EVERYBODY = frozenset({"", "person"})
_NONE: frozenset[str] = frozenset()
_TELLING_DATES = ("event",)
_TELLING_WORDS = frozenset({"cut", "bankrupt", "policy", "free", "keep"})
_CHANGES = (Mode.RISE, Mode.FALL)
_SHORT_RATES = frozenset({"month", "week"})
_UNIT, _CHANGE, _RATE, _PERIOD, _PLACE, _MEASURE, _POPULATION, _TOPIC = (
    "different units",
    "one is a change, the other a level",
    "different rates",
    "different periods",
    "different places or names",
    "different measures",
    "different populations",
    "not clearly about the same thing",
)


class Fit(NamedTuple):
    """Whether two quantities can be compared, how well they fit (0..1), and what is different if they cannot."""

    comparable: bool
    score: float
    difference: str


def fit(mine: Quantity, theirs: Quantity) -> Fit:
    """How well two quantities fit each other; the same for both orders."""
    difference = _kind(mine, theirs) or _when(mine, theirs) or _what(mine, theirs)
    shared = _shared(mine, theirs)
    if difference:
        return Fit(comparable=False, score=shared, difference=difference)
    least = LEAST_SHARED
    if not overlap(mine, theirs):
        least = LEAST_SHARED_FAR if not is_date(mine) and _far_apart(mine, theirs) else LEAST_SHARED_CLASH
        if len(_all_words(mine) ^ _all_words(theirs)) > MOST_UNSHARED:
            return Fit(comparable=False, score=shared, difference=_TOPIC)
        if lone := _one_sided(mine, theirs):
            return Fit(comparable=False, score=shared, difference=lone)
    if shared < least:
        return Fit(comparable=False, score=shared, difference=_TOPIC)
    return Fit(comparable=True, score=shared, difference="")


def overlap(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one value may be both; of two changes, only if both go the same way."""
    if mine.mode in _CHANGES and theirs.mode in _CHANGES and mine.mode is not theirs.mode:
        return False
    low, high, other_low, other_high = _same_scale(mine, theirs)
    slack = 1e-9 * max(abs(value) for value in (low or 0.0, high or 0.0, other_low or 0.0, other_high or 0.0, 1.0))
    if high is not None and other_low is not None and other_low > high + slack:
        return False
    return not (low is not None and other_high is not None and low > other_high + slack)


def _same_scale(mine: Quantity, theirs: Quantity) -> tuple[float | None, float | None, float | None, float | None]:
    if mine.unit == theirs.unit:
        return mine.low, mine.high, theirs.low, theirs.high
    known, bare = (mine, theirs) if mine.unit == DATE else (theirs, mine)
    month = known.periods[0].month
    if not month:
        return None, None, None, None
    low, high = day_of_year(month, 1), day_of_year(month, 31)
    if known.low is not None and known.low == known.high:
        low = high = day_of_year(month, date.fromordinal(int(known.low)).day)
    return low, high, bare.low, bare.high


def _kind(mine: Quantity, theirs: Quantity) -> str:
    if mine.unit != theirs.unit and {mine.unit, theirs.unit} != {DATE, DAY_OF_YEAR}:
        return _UNIT
    if Mode.START in (mine.mode, theirs.mode) and mine.mode is not theirs.mode:
        return _PERIOD
    if (mine.mode in _CHANGES) != (theirs.mode in _CHANGES) and mine.unit != "points":
        return _CHANGE
    if mine.per != theirs.per:
        if mine.per and theirs.per:
            return _RATE
        if mine.per in _SHORT_RATES or theirs.per in _SHORT_RATES:
            return _RATE
        if _is_of_month(mine) != _is_of_month(theirs):
            return _RATE
    return ""


def _is_of_month(quantity: Quantity) -> bool:
    return not quantity.per and any(period.month for period in quantity.periods)


def _when(mine: Quantity, theirs: Quantity) -> str:
    if is_date(mine):
        return ""
    if mine.periods and theirs.periods:
        if not any(_meet(one, other) for one in mine.periods for other in theirs.periods):
            return _PERIOD
        if mine.ahead != theirs.ahead and mine.periods != theirs.periods:
            return _PERIOD
    elif mine.ahead != theirs.ahead and (mine.periods or theirs.periods):
        return _PERIOD
    return ""


def _meet(one: Period, other: Period) -> bool:
    if (one.low is None and one.high is None) or (other.low is None and other.high is None):
        return not one.month or not other.month or one.month == other.month
    if one.high is not None and other.low is not None and other.low > one.high:
        return False
    return not (one.low is not None and other.high is not None and one.low > other.high)


def _what(mine: Quantity, theirs: Quantity) -> str:
    if _apart(mine.names & _PLACES, theirs.names & _PLACES):
        return _PLACE
    if _foreign(mine.names - _PLACES, theirs) and _foreign(theirs.names - _PLACES, mine):
        return _PLACE
    if _groups_apart(mine, theirs):
        return _MEASURE
    if _nouns_apart(mine, theirs):
        return _POPULATION
    if _populations_apart(mine, theirs):
        return _POPULATION
    if (mine.words ^ theirs.words) & NARROWING - (mine.around & theirs.around):
        return _POPULATION
    return ""


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine - theirs and theirs - mine)


def _foreign(names: frozenset[str], other: Quantity) -> bool:
    return bool(names - other.names - other.around)


def _groups_apart(mine: Quantity, theirs: Quantity) -> bool:
    ours, others = _groups(mine), _groups(theirs)
    return any(not words & others[group] for group, words in ours.items() if group in others)


def _groups(quantity: Quantity) -> dict[str, frozenset[str]]:
    """The words that exclude others, by what they tell apart: of the number's own clause, else of the sentence."""
    found: dict[str, frozenset[str]] = {}
    for word in (*quantity.words, quantity.noun):
        for group in GROUPS_OF.get(word, ()):
            found[group] = found.get(group, _NONE) | {word}
    own = frozenset(found)
    for word in quantity.around - quantity.words:
        for group in GROUPS_OF.get(word, ()):
            if group not in own:
                found[group] = found.get(group, _NONE) | {word}
    return found


def _one_sided(mine: Quantity, theirs: Quantity) -> str:
    """What only one of two clashing numbers says that would make it another thing: "interest on the debt"."""
    ours, others = _groups(mine), _groups(theirs)
    telling = _TELLING_DATES if is_date(mine) else _TELLING
    if any(ours.get(group, _NONE) - _SOFT != others.get(group, _NONE) - _SOFT for group in telling):
        return _MEASURE
    telling_words = _TELLING_WORDS if mine.mode not in _CHANGES else _NONE
    return _MEASURE if (mine.around ^ theirs.around) & telling_words else ""


def _nouns_apart(mine: Quantity, theirs: Quantity) -> bool:
    one, other = mine.noun, theirs.noun
    if not one or not other or one == other or one in theirs.around or other in mine.around:
        return False
    return not ("person" in (one, other) and {one, other} <= PEOPLE)


def _populations_apart(mine: Quantity, theirs: Quantity) -> bool:
    one, other = mine.population, theirs.population
    purposes = [{word for word in words if word.startswith(PURPOSE)} for words in (one, other)]
    if all(purposes) and not purposes[0] & purposes[1]:
        return True
    one, other = one - purposes[0], other - purposes[1]
    if not one or not other or one & other:
        return False
    if "person" in one | other and one | other <= PEOPLE:
        return False
    return not (one & theirs.around or other & mine.around)


def _shared(mine: Quantity, theirs: Quantity) -> float:
    """The share of the words of both that is the same; what only one of them says does not count against it."""
    ours, others = _all_words(mine), _all_words(theirs)
    same, mine_only, theirs_only = len(ours & others), len(ours - others), len(others - ours)
    if mine_only and theirs_only and any(_akin(one, other) for one in ours - others for other in others - ours):
        same, mine_only, theirs_only = same + 1, mine_only - 1, theirs_only - 1
    against = min(mine_only, theirs_only) + (same == 1 and mine_only + theirs_only > 1)
    return same / (same + against) if same else 0.0


def _all_words(quantity: Quantity) -> frozenset[str]:
    return (quantity.around | quantity.names | {quantity.noun}) - _EVERYBODY


def _akin(one: str, other: str) -> bool:
    """Whether one word begins with the other: "rainfall" and "rain"."""
    return min(len(one), len(other)) >= LEAST_STEM and (one.startswith(other) or other.startswith(one))


def _far_apart(mine: Quantity, theirs: Quantity) -> bool:
    if mine.unit == "percent":
        return False
    one, other = _middle(mine), _middle(theirs)
    return one > 0 and other > 0 and max(one, other) > FAR_APART * min(one, other)


def _middle(quantity: Quantity) -> float:
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return abs(low if low is not None else high or 0.0)
    return abs(low + high) / 2
