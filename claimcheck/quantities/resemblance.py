"""Whether two texts have so much in common, and so little that tells them apart, that they are of the same thing.

Reporters word one event differently, so that each number has words of its own around it, and yet most of what either
text says of it is known to the other.
"""

from claimcheck.quantities.counting import PURPOSE, WITH
from claimcheck.quantities.doubting import is_other_place, is_other_rate, share_deed
from claimcheck.quantities.reading import is_date
from claimcheck.quantities.scales import times_apart
from claimcheck.quantities.timing import may_be_apart
from claimcheck.quantities.topics import (
    all_words,
    exchanged,
    exclude_each_other,
    groups,
    is_of_another,
    known_words,
    own_words,
)
from claimcheck.quantities.values import PERCENT, Quantity
from claimcheck.quantities.wording import GROUPS_OF, MEASURES, PARTS

LEAST_IN_COMMON = 4
"""So many words that say what the numbers are of, and names, have to be known to both texts at least,"""
LEAST_KNOWN = 0.5
"""so large a share of those of each number to the other text,"""
MOST_EXCHANGED = 1
"""and no more of them may stand where the other has different ones."""
MOST_APART = 3.0
"""So many times as much is likelier of something else."""
_HURT = frozenset({"kill", "wound"})


def resemble(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two quantities of one unit, of which nothing excludes the other, are told of one thing in other words."""
    return (
        _have_much_in_common(mine, theirs)
        and (share_deed(mine, theirs) if is_date(mine) else _are_near(mine, theirs))
        and not _tell_of_other_circumstances(mine, theirs)
        and not exclude_each_other(mine, theirs)
        and not _is_harmed_alone(mine, theirs)
        and not _is_harmed_alone(theirs, mine)
        and not _tell_of_other_parts(mine, theirs)
    )


def _is_harmed_alone(quantity: Quantity, other: Quantity) -> bool:
    """Whether only one says that those whom it counts were hurt, and the other text knows nothing of the kind."""
    is_hurt = not _HURT.isdisjoint(groups(quantity).get("harm", ()))
    return is_hurt and not any("harm" in GROUPS_OF.get(word, ()) for word in known_words(other))


def _are_near(mine: Quantity, theirs: Quantity) -> bool:
    """Whether neither is so large that it is of something else; nothing at all, "nobody", is near to any number."""
    apart = times_apart(mine, theirs)
    return apart <= MOST_APART or apart == float("inf")


def _have_much_in_common(mine: Quantity, theirs: Quantity) -> bool:
    ours, others = all_words(mine), all_words(theirs)
    known, known_there = ours & known_words(theirs), others & known_words(mine)
    names = (mine.names & (theirs.names | theirs.context)) | (theirs.names & (mine.names | mine.context))
    if len(known | known_there) + len(names) < LEAST_IN_COMMON:
        return False
    if len(known) < LEAST_KNOWN * len(ours) or len(known_there) < LEAST_KNOWN * len(others):
        return False
    return exchanged(mine, theirs) <= MOST_EXCHANGED


def _tell_of_other_circumstances(mine: Quantity, theirs: Quantity) -> bool:
    one, other = mine.circumstances, theirs.circumstances
    if one.is_real != other.is_real or mine.ahead != theirs.ahead or mine.denied is not theirs.denied:
        return True
    told = (one.tense, other.tense), (one.way, other.way)
    if any(mark and mark_there and mark != mark_there for mark, mark_there in told):
        return True
    return may_be_apart(mine, theirs) or is_other_place(mine, theirs) or is_other_rate(mine, theirs)


def _tell_of_other_parts(mine: Quantity, theirs: Quantity) -> bool:
    """Whether each has a part of its own: "knee operations", "hip operations"; "in the league", "in the cup"."""
    ours, others = all_words(mine), all_words(theirs)
    own, own_there = ours - known_words(theirs), others - known_words(mine)
    if bool(mine.ages) != bool(theirs.ages) or (own | own_there) & PARTS:
        return True
    if mine.circumstances.beside & own - MEASURES and theirs.circumstances.beside & own_there - MEASURES:
        return True
    if is_of_another(mine, theirs) or _have_own_subjects(mine, theirs):
        return True
    if _is_of_unknown(mine, own_there - theirs.doings, theirs) or _is_of_unknown(theirs, own - mine.doings, mine):
        return True
    return any(
        (part in own and part_there in own_there and noun == noun_there)
        or (part == part_there and noun in own and noun_there in own_there)
        for part, noun in mine.compounds
        for part_there, noun_there in theirs.compounds
    )


def _is_of_unknown(quantity: Quantity, instead: frozenset[str], other: Quantity) -> bool:
    """Whether it is a part of what the other text does not name, having something else: "of farmers", "foresters"."""
    named = {word for word in quantity.population if not word.startswith((WITH, PURPOSE)) and word != "person"}
    return bool(instead) and not named <= known_words(other)


def _have_own_subjects(mine: Quantity, theirs: Quantity) -> bool:
    """Whether each has a noun of its own and not even the same is counted: "nurses earn", "doctors earn"."""
    own, own_there = own_words(mine) - known_words(theirs), own_words(theirs) - known_words(mine)
    is_same_counted = bool(mine.noun) and mine.noun == theirs.noun and PERCENT not in (mine.unit, theirs.unit)
    return not is_same_counted and bool(own - mine.doings) and bool(own_there - theirs.doings)
