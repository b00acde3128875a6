"""What two quantities are of, in the words beside them: how much of it is shared, and what tells them apart."""

from claimcheck.places import COUNTRIES, COUNTRY_PAIRS
from claimcheck.quantities.reading import DATE
from claimcheck.quantities.units import CURRENCIES
from claimcheck.quantities.values import AGE, COUNT, PERCENT, SCORE, Mode, Quantity
from claimcheck.quantities.wording import GROUPS_OF, MEASURES, PEOPLE, SOFT_DEEDS, normal

PLACES = frozenset(COUNTRIES.values()) | frozenset(COUNTRY_PAIRS.values())
LEAST_STEM = 4
ENOUGH_SHARED = 6
"""With so many words in common, two texts are of the same, though one names something that belongs to it."""
ENOUGH_WITH_NAME = 3
"""The same where one of them is a name."""
LEAST_IN_CONTEXT = 2
"""Fewer words that stand somewhere in a text are chance."""
VERB_WEIGHT = 0.5
"""What a verb counts against the same verb in other words, of which there are more than of nouns."""
MIXED_WEIGHT = 0.75
"""What a verb of one counts against a noun of the other."""
_EVERYBODY = frozenset({"", "person", "time"})
_NONE: frozenset[str] = frozenset()
_SIDES = frozenset({"support", "oppose"})
_BODIES = frozenset({"member", "crew", "company", "home", "army", "resident"})
_LOOSELY = (
    ("kill", "loss"),
    ("destroy", "loss"),
    ("capture", "loss"),
    ("leak", "loss"),
    ("join", "attend"),
    ("intercept", "destroy"),
    ("buy", "sale"),
)
_SAME_COUNTED = ("government", "country")
"""What "20 states" and "20 countries" count."""
_IMPLIED = {
    unit: frozenset(map(normal, words.split()))
    for unit, words in {
        DATE: "spring summer autumn winter fall",
        "celsius": "temperature heat hot cold warm", "days": "long", "metres": "long", "tonnes": "weigh weight",
        AGE: "old age", SCORE: "vote support oppose",
    }.items()
}  # fmt: skip
"""Words that say no more than the unit does."""


def all_words(quantity: Quantity) -> frozenset[str]:
    """The words that say what a number is of."""
    words = (quantity.around | quantity.names | {quantity.noun}) - _EVERYBODY
    return words - _IMPLIED.get(quantity.unit, _NONE)


def known_words(quantity: Quantity) -> frozenset[str]:
    """Those, and all that its text says elsewhere."""
    return all_words(quantity) | quantity.context


def own_words(quantity: Quantity) -> frozenset[str]:
    """Those of them that stand in the number's own part of the sentence, or are no verbs of another part."""
    led = quantity.around - quantity.words
    if not any(is_deed(quantity, word) for word in quantity.words):
        return all_words(quantity)
    return all_words(quantity) - {word for word in led if is_deed(quantity, word)}


def is_deed(quantity: Quantity, word: str) -> bool:
    """Whether a word says what is done: one of the list, or one that looks like a verb."""
    return word in quantity.doings or "deed" in GROUPS_OF.get(word, ())


def shared(mine: Quantity, theirs: Quantity) -> float:
    """The share of the words of both that is the same; what only one of them says does not count against it."""
    ours, others = all_words(mine), all_words(theirs)
    same, (mine_only, theirs_only) = len(ours & others), (len(ours - others), len(others - ours))
    if akin := _akin(ours - others, others - ours):
        same, mine_only, theirs_only = same + akin, mine_only - akin, theirs_only - akin
    against = min(mine_only, theirs_only) + (same == 1 and mine_only + theirs_only > 1)
    return same / (same + against) if same else 0.0


def shared_in_context(mine: Quantity, theirs: Quantity) -> float:
    """The same, where what stands elsewhere in a text counts as well."""
    ours, others = all_words(mine), all_words(theirs)
    same = len((ours & known_words(theirs)) | (others & known_words(mine)))
    against = min(len(ours - known_words(theirs)), len(others - known_words(mine)))
    return same / (same + against) if same >= LEAST_IN_CONTEXT else 0.0


def exchanged(mine: Quantity, theirs: Quantity) -> float:
    """How many words of one stand where the other has different ones: "wheat" for "barley"; verbs count less."""
    ours, others = own_words(mine) - all_words(theirs), own_words(theirs) - all_words(mine)
    if "country" in ours | others and (mine.names | theirs.names) & PLACES:
        ours, others = ours - PLACES - {"country"}, others - PLACES - {"country"}
    akin = _akin(ours, others)
    verbs, other_verbs = len(ours & mine.doings), len(others & theirs.doings)
    nouns, other_nouns = len(ours) - verbs - akin, len(others) - other_verbs - akin
    pairs = max(0, min(nouns, other_nouns))
    both = min(max(0, verbs), max(0, other_verbs))
    rest = max(0, min(len(ours), len(others)) - akin - pairs - both)
    return pairs + VERB_WEIGHT * both + MIXED_WEIGHT * rest


def reconciled(quantity: Quantity, other: Quantity) -> Quantity:
    """A quantity in the words of another one that says the same less exactly: "destroyed" as "lost".

    Consumer prices that rise by so much are inflation of so much, a loss is a profit of less than nothing.
    """
    words, around = quantity.words, quantity.around
    for exact, loose in _LOOSELY:
        if exact in around - other.around and loose in other.around - quantity.around:
            words, around = _exchanged(words, exact, loose), _exchanged(around, exact, loose)
    exact, loose = _SAME_COUNTED
    if (quantity.noun, other.noun) == _SAME_COUNTED:
        words, around = _exchanged(words, exact, loose), _exchanged(around, exact, loose)
        quantity = quantity._replace(noun=loose)
    if quantity.mode is Mode.RISE and quantity.unit == PERCENT and "inflation" in around & other.around:
        quantity = quantity._replace(mode=other.mode)
    if quantity.unit in CURRENCIES and "loss" in around and _is_of_profit(other, quantity):
        low, high = (None if bound is None else -bound for bound in (quantity.high, quantity.low))
        words, around = _exchanged(words, "loss", "profit"), _exchanged(around, "loss", "profit")
        quantity = quantity._replace(low=low, high=high)
    return quantity if around == quantity.around else quantity._replace(words=words, around=around)


def _is_of_profit(quantity: Quantity, other: Quantity) -> bool:
    """Whether it is all that was earned, where the other one is all that was lost: no change of either.

    What is lost by or to somebody else is no loss of the year: "lost 3 million euros to fraud".
    """
    is_level = Mode.LEVEL is quantity.mode is other.mode
    unknown = {word for word in all_words(other) - known_words(quantity) if not is_deed(other, word)}
    is_all = unknown <= {"loss", "net"}
    return is_level and is_all and "profit" in quantity.words - other.around and "loss" not in quantity.around


def _exchanged(words: frozenset[str], exact: str, loose: str) -> frozenset[str]:
    return words - {exact} | {loose} if exact in words else words


def is_of_another(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one is of something that belongs to what the other is of: "the museum's website", "the museum"."""
    least = ENOUGH_WITH_NAME if mine.names & theirs.names else ENOUGH_SHARED
    if len(all_words(mine) & all_words(theirs)) >= least:
        return False
    return any(found(*both) for found in (_has_own_head, _makes_more) for both in ((mine, theirs), (theirs, mine)))


def _makes_more(quantity: Quantity, other: Quantity) -> bool:
    """Whether what both name is only the first word of what one is of: "inflation expectations", "inflation"."""
    words, others = all_words(quantity), all_words(other)
    return any(
        part in words & others and noun in words - others and not {part, noun} & quantity.doings
        and noun not in MEASURES
        for part, noun in quantity.compounds
    )  # fmt: skip


def _has_own_head(quantity: Quantity, other: Quantity) -> bool:
    words, others = all_words(quantity), all_words(other)
    measures = MEASURES if quantity.unit == COUNT else MEASURES - PEOPLE - _BODIES
    has_deed = any("deed" in GROUPS_OF.get(one, ()) for one in others)
    others_heads = {word for word, head in other.heads if head not in words}
    return any(
        word in words & others and head in words - others and word not in others_heads and head not in measures
        and not (has_deed and "deed" in GROUPS_OF.get(head, ()))
        for word, head in quantity.heads
    )  # fmt: skip


def is_done_otherwise(mine: Quantity, theirs: Quantity) -> bool:
    """Whether only one says what was done, in words that no list has: "recognised by 30 states", "in 30 states"."""
    ours, others = own_words(mine) - known_words(theirs), own_words(theirs) - known_words(mine)
    return bool(ours & mine.doings - SOFT_DEEDS) != bool(others & theirs.doings - SOFT_DEEDS)


def groups(quantity: Quantity) -> dict[str, frozenset[str]]:
    """The words that exclude others, by what they tell apart: of the number's own clause, else of the sentence."""
    found: dict[str, frozenset[str]] = {}
    implied = _IMPLIED.get(quantity.unit, _NONE)
    if not _SIDES.isdisjoint(quantity.words):
        implied |= {"vote"}
    for word in {*quantity.words, quantity.noun} - implied:
        for group in GROUPS_OF.get(word, ()):
            found[group] = found.get(group, _NONE) | {word}
    own = frozenset(found)
    for word in quantity.around - quantity.words - implied:
        for group in GROUPS_OF.get(word, ()):
            if group not in own:
                found[group] = found.get(group, _NONE) | {word}
    return found


def exclude_each_other(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one text has a word that excludes what the other number is of: "secondary schools", "primary schools"."""
    return _is_excluded(mine, theirs) or _is_excluded(theirs, mine)


def _is_excluded(quantity: Quantity, other: Quantity) -> bool:
    told: dict[str, set[str]] = {}
    for word in known_words(other):
        for group in GROUPS_OF.get(word, ()):
            told.setdefault(group, set()).add(word)
    return any(
        group != "deed" and group in told and not words & told[group] for group, words in groups(quantity).items()
    )


def _akin(ours: frozenset[str], others: frozenset[str]) -> int:
    """How many pairs of a word of each there are of which one begins with the other: "rainfall" and "rain".

    The sets have no word in common. From the longest word down, any pair will do: what begins with the longer word of
    two begins with the shorter one as well, so the number is the largest, in whatever order the words come.
    """
    left: dict[bool, list[str]] = {True: [], False: []}
    found = 0
    for word in sorted((word for word in ours | others if len(word) >= LEAST_STEM), key=len, reverse=True):
        is_ours = word in ours
        match = next((longer for longer in left[not is_ours] if longer.startswith(word)), None)
        if match is None:
            left[is_ours].append(word)
        else:
            left[not is_ours].remove(match)
            found += 1
    return found
