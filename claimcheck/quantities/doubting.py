"""Why two numbers that cannot both be true may be of different things all the same.

Where two numbers are equal, that is itself a sign that the same is meant. Where they are not, what only one of them
says can make it another thing: a period, a place, a part, an event.
"""

from claimcheck.quantities.binding import LASTING
from claimcheck.quantities.counting import PURPOSE, WITH
from claimcheck.quantities.reading import is_date
from claimcheck.quantities.scales import CHANGES, are_far_apart
from claimcheck.quantities.timing import are_unequally_long, may_be_apart
from claimcheck.quantities.topics import (
    PLACES,
    all_words,
    exchanged,
    exclude_each_other,
    groups,
    is_deed,
    is_done_otherwise,
    is_of_another,
    known_words,
    own_words,
    shared,
)
from claimcheck.quantities.units import CURRENCIES
from claimcheck.quantities.values import AGE, COUNT, MONEY, PERCENT, SCORE, Difference, Qualifier, Quantity
from claimcheck.quantities.wording import GROUPS_OF, MEASURES, PARTS, PEOPLE, SOFT_DEEDS

LEAST_SHARED_FAR = 0.9
"""The least share of words that has to be the same where the numbers are far apart."""
VERY_FAR = 1000.0
"""So many times as much is always of another thing."""
MOST_UNSHARED = 14
"""With more words that only one of them has, shared words are chance: menus of pages, lists."""
MOST_OF_THEIR_OWN = 4
"""With more, two dates of nothing that is done are of two things."""
MUCH_SHARED = 4
"""With so many words in common, two numbers are of the same, though each is told in words of its own."""
MOST_EXCHANGED = 0.2
"""The share of the words that may be exchanged for others at most."""
_TELLING = ("money", "rate", "aspect", "harm", "side", "turn")
_TELLING_DATES = ("event", "turn")
_SOFT = frozenset({"loss", "revenue", "collect", "spend", "price", "capacity", "reserve"})
"""Measures that are often left unsaid: "the strike cost the firm so much", "the firm lost so much"."""
_NONE: frozenset[str] = frozenset()
_LONG = frozenset({"long"})
_TRADES = frozenset({"sale", "buy"})
_BY_THE_DAY = frozenset({"day", "night", "hour", "minute", "second"})
_TELLING_WORDS = frozenset({"cut", "bankrupt", "policy", "free", "keep"})


def doubt(mine: Quantity, theirs: Quantity) -> Difference:
    """What may be different about two quantities of which the values clash; NONE if nothing says so.

    The same for both orders: of two units ("12 of the 80", "15 %") always the same one is looked at.
    """
    mine, theirs = sorted((mine, theirs), key=lambda quantity: quantity.unit)
    if is_date(mine):
        if mine.negated != theirs.negated or _is_measured_otherwise(mine, theirs) or is_of_another(mine, theirs):
            return Difference.MEASURE
        if not share_deed(mine, theirs) and _tell_much_of_their_own(mine, theirs):
            return Difference.TOPIC
    elif difference := _of_number(mine, theirs):
        return difference
    return Difference.TOPIC if _is_other_topic(mine, theirs) else Difference.NONE


def _are_added_up(mine: Quantity, theirs: Quantity) -> bool:
    """Whether they add up in time, and one is of a part of the other's: of a quarter of the year."""
    return mine.unit in (COUNT, MONEY, *CURRENCIES) and are_unequally_long(mine, theirs)


def _tell_much_of_their_own(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two dates stand among other words, or both only say since when."""
    is_since = Qualifier.AT_LEAST is mine.qualifier is theirs.qualifier
    return is_since or len(all_words(mine) ^ all_words(theirs)) > MOST_OF_THEIR_OWN


def _of_number(mine: Quantity, theirs: Quantity) -> Difference:
    one, other = mine.circumstances, theirs.circumstances
    if _is_other_measure(mine, theirs):
        return Difference.MEASURE
    if is_other_rate(mine, theirs):
        return Difference.RATE
    if one.is_real != other.is_real or (
        mine.ahead != theirs.ahead
        and not (mine.periods and mine.periods == theirs.periods)
        and not mine.occasions & theirs.occasions
    ):
        return Difference.STATE
    if (
        (may_be_apart(mine, theirs) and not _share_much(mine, theirs))
        or (one.tense and other.tense and one.tense != other.tense)
        or _are_on_other_days(mine, theirs)
        or _are_added_up(mine, theirs)
    ):
        return Difference.PERIOD
    if mine.unit != AGE and is_other_place(mine, theirs):
        return Difference.PLACE
    return Difference.POPULATION if _is_other_population(mine, theirs) else Difference.NONE


def _are_on_other_days(mine: Quantity, theirs: Quantity) -> bool:
    """Whether both name days of the week, and not the same: "on Monday", "on Monday and Tuesday"."""
    one, other = (groups(quantity).get("weekday") for quantity in (mine, theirs))
    return bool(one and other) and one != other


def is_other_rate(mine: Quantity, theirs: Quantity) -> bool:
    """Whether only one is so much for each day, year or thing."""
    if mine.per == theirs.per:
        return False
    if not _BY_THE_DAY.isdisjoint((mine.per, theirs.per)):
        return True
    if "year" in (mine.per, theirs.per):
        return not (theirs.periods if mine.per else mine.periods)
    return not (mine.periods or theirs.periods)


def is_other_place(mine: Quantity, theirs: Quantity) -> bool:
    """Whether only one says where it is, or says more places, or one is of a part of the country: its capital."""
    if mine.circumstances.within != theirs.circumstances.within and mine.names & theirs.names & PLACES:
        return True
    one, other = mine.circumstances.places, theirs.circumstances.places
    one, other = one - (theirs.context - other), other - (mine.context - one)
    if one == other or not ((one | other) - (mine.names & theirs.names)):
        return False
    return not one or not other or one < other or other < one


def _is_other_measure(mine: Quantity, theirs: Quantity) -> bool:
    one, other = mine.circumstances.way, theirs.circumstances.way
    if one and other and one != other:
        return True
    if _is_measured_otherwise(mine, theirs) or (mine.negated != theirs.negated and mine.denied is theirs.denied):
        return True
    if exclude_each_other(mine, theirs):
        return True
    by_the_piece = mine.unit not in (*CURRENCIES, MONEY, PERCENT, AGE)
    if by_the_piece and not _share_much(mine, theirs) and is_done_otherwise(mine, theirs):
        return True
    return is_of_another(mine, theirs) or _is_of_more(mine, theirs) or _is_of_more(theirs, mine)


def _is_other_population(mine: Quantity, theirs: Quantity) -> bool:
    if _restricted(mine) != _restricted(theirs) or _heads_apart(mine, theirs):
        return True
    if AGE in (mine.unit, theirs.unit):
        return bool((all_words(mine) ^ all_words(theirs)) & PARTS)
    if mine.circumstances.parts - known_words(theirs) or theirs.circumstances.parts - known_words(mine):
        return True
    if mine.circumstances.is_whole != theirs.circumstances.is_whole:
        return True
    if _stands_beside(mine, theirs) or _stands_beside(theirs, mine):
        return True
    if mine.unit == theirs.unit and mine.circumstances.is_some != theirs.circumstances.is_some:
        return True
    if mine.unit == PERCENT and (_is_of_some(mine, theirs) or _is_of_some(theirs, mine)):
        return True
    if _has_own_part(mine, theirs) or _has_own_part(theirs, mine):
        return True
    return bool(mine.ages) != bool(theirs.ages) or bool((all_words(mine) ^ all_words(theirs)) & PARTS)


def _stands_beside(quantity: Quantity, other: Quantity) -> bool:
    """Whether only one says in which, with which or for which: "in the rainy season", "with a railcard"."""
    return bool((quantity.circumstances.beside & all_words(quantity)) - known_words(other) - MEASURES)


def _is_of_some(quantity: Quantity, other: Quantity) -> bool:
    """Whether only one says whose it is: "the wages of nurses", "wages"."""
    words, others = all_words(quantity), all_words(other)
    return any(
        head in words & others and word in words - others and head not in quantity.doings
        for word, head in quantity.heads
    )


def _has_own_part(quantity: Quantity, other: Quantity) -> bool:
    """Whether a word before one that they share makes another thing of it: "online sales", "sales"."""
    words, others = all_words(quantity), all_words(other)
    return any(
        noun in words & others and part in words - others and not {part, noun} & quantity.doings
        for part, noun in quantity.compounds
    )


def _is_other_topic(mine: Quantity, theirs: Quantity) -> bool:
    ours, others = all_words(mine), all_words(theirs)
    if len(ours ^ others) > MOST_UNSHARED:
        return True
    if not is_date(mine) and are_far_apart(mine, theirs, VERY_FAR):
        return True
    if not is_date(mine) and are_far_apart(mine, theirs) and shared(mine, theirs) < LEAST_SHARED_FAR:
        return True
    if _share_much(mine, theirs):
        return False
    if (own_words(mine) - others) & mine.doings and (own_words(theirs) - ours) & theirs.doings:
        return True
    other = exchanged(mine, theirs)
    return other >= 1 or other > MOST_EXCHANGED * (len(ours & others) + other)


def share_deed(mine: Quantity, theirs: Quantity) -> bool:
    """Whether both say the same that was done."""
    return any(is_deed(mine, word) or is_deed(theirs, word) for word in mine.around & theirs.around)


def _has_deed(quantity: Quantity) -> bool:
    return any(is_deed(quantity, word) for word in quantity.around)


def _share_much(mine: Quantity, theirs: Quantity, least: int = MUCH_SHARED) -> bool:
    return len(all_words(mine) & all_words(theirs)) >= least


def _is_measured_otherwise(mine: Quantity, theirs: Quantity) -> bool:
    """Whether only one of two numbers says what makes it another thing: "interest on the debt"."""
    if _share_much(mine, theirs, MUCH_SHARED + 1):
        return False
    ours, others = groups(mine), groups(theirs)
    if is_date(mine):
        if mine.qualifier is not theirs.qualifier and not share_deed(mine, theirs):
            return True
        return any(ours.get(group, _NONE) != others.get(group, _NONE) for group in _TELLING_DATES)
    if mine.unit == AGE:
        return False
    soft = _SOFT if mine.unit in (*CURRENCIES, MONEY) else _SOFT - {"loss"}
    soft -= {"capacity"} if mine.unit != "watts" else _NONE
    telling = [group for group in _TELLING if group != "rate" or SCORE not in (mine.unit, theirs.unit)]
    if mine.unit == "days":
        telling.remove("money")
    if any(ours.get(group, _NONE) - soft != others.get(group, _NONE) - soft for group in telling):
        return True
    if mine.unit == "days" and (mine.around ^ theirs.around) & LASTING:
        return True
    if mine.unit == "metres" and ours.get("dimension", _LONG) != others.get("dimension", _LONG):
        return True
    unsaid = SOFT_DEEDS - _TRADES if mine.unit in (COUNT, PERCENT) else SOFT_DEEDS
    if bool(ours.get("deed", _NONE) - unsaid) != bool(others.get("deed", _NONE) - unsaid):
        return True
    telling_words = _TELLING_WORDS if mine.mode not in CHANGES else _NONE
    return bool((mine.around ^ theirs.around) & telling_words)


def _is_of_more(quantity: Quantity, other: Quantity) -> bool:
    """Whether only one says what it is of, and the other not at all: "900 kg of fuel", "weighs 900 kg"."""
    if quantity.unit == COUNT or other.population or not quantity.population:
        return False
    whole = {word.removeprefix(PURPOSE).removeprefix(WITH) for word in quantity.population}
    return not whole & (other.around | other.names | {"person", other.noun})


def _restricted(quantity: Quantity) -> set[str]:
    return {word for word in quantity.population if word.startswith(WITH)}


def _heads_apart(mine: Quantity, theirs: Quantity) -> bool:
    """Whether what is counted differs, though the sentences share the words: "27 species of frog", "900 frogs"."""
    one, other = mine.noun, theirs.noun
    if mine.unit not in (COUNT, PERCENT) or not one or not other or one == other or "member" in (one, other):
        return False
    if "deed" in (*GROUPS_OF.get(one, ()), *GROUPS_OF.get(other, ())):
        return False
    if "person" in (one, other) and {one, other} <= PEOPLE and not (_has_deed(mine) or _has_deed(theirs)):
        return True
    return not {one, other} <= PEOPLE | {"time"} and not one.startswith(other) and not other.startswith(one)
