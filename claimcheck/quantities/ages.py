"""Numbers that are the age of somebody, or of the people that another number is of."""

from collections.abc import Sequence

from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import AGE, COUNT, Qualifier, Raw, Token
from claimcheck.quantities.wording import BEING, GROUPS_OF, PEOPLE, normal

YOUNGEST, OLDEST = 10, 110
_IN_WORDS = 3
"""So many tokens has "fifty-eight"."""
_ROLES = frozenset(
    """
    minister president king queen pope premier chancellor man woman actor actress singer suspect victim author professor
    judge general leader senator mayor governor player striker pilot driver candidate monarch dictator tsar widow
    """.split()
)
_BE = frozenset("is are was were be aged".split())
_SOMEBODY = frozenset("man woman boy girl person teenager pensioner male female father mother".split())
"""Of whom "of 31" is the age."""
_BEHIND_SOMEBODY = frozenset("years men women people kilos kg metres".split())
_BEHIND_AGE = frozenset("and or on in after when while".split())
_TURNING = frozenset(
    """
    arrested die dies died dying dead married retire retires retired retiring pension drafted elected killed
    """.split()
)
"""What happens "at 41"."""
_EXTREMES = frozenset("oldest youngest elder eldest".split())
_BOUNDED = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.AT_MOST})
_COMPARED = frozenset("older younger over under above below".split())
_REACH = 4


def aged(tokens: list[Token], raws: Sequence[Raw]) -> list[tuple[Raw, tuple[float, float] | None]]:
    """The numbers of a sentence, ages among them as such, each with the ages of the people that it is of.

    Those are left out of the numbers: "half of all teachers are over 50". They belong to the number before them, or
    to the first one.
    """
    found = [_as_age(tokens, raw) for raw in raws]
    kept = [raw for raw in found if raw.unit != AGE or not _is_limit(tokens, raw)]
    if not kept or len(kept) == len(found):
        return [(raw, None) for raw in found]
    ages: dict[int, tuple[float, float]] = {}
    for raw in found:
        if raw not in kept:
            owner = max((place for place, one in enumerate(kept) if one.first < raw.first), default=0)
            ages[owner] = (raw.low or 0.0, float(OLDEST) if raw.high is None else raw.high)
    return [(raw, ages.get(place)) for place, raw in enumerate(kept)]


def _as_age(tokens: list[Token], raw: Raw) -> Raw:
    is_range = raw.unit == COUNT and raw.qualifier is Qualifier.RANGE
    ahead = raw.first - (2 if lower_at(tokens, raw.first - 1) == "between" else 1)
    if is_range and lower_at(tokens, ahead) in ("aged", "ages") and (raw.high or 0.0) <= OLDEST:
        return raw._replace(unit=AGE)
    if (
        raw.unit != COUNT
        or raw.end > raw.number + (_IN_WORDS if raw.in_words else 1)
        or not YOUNGEST <= (raw.low or raw.high or 0) <= OLDEST
    ):
        return raw
    before, following = lower_at(tokens, raw.first - 1), lower_at(tokens, raw.end)
    is_last = raw.end >= len(tokens) or tokens[raw.end].kind == "mark"
    age = raw._replace(unit=AGE)
    if before in ("aged", "age") or (before == "of" and lower_at(tokens, raw.first - 2) == "age"):
        return age
    if _is_told_as_age(tokens, raw, is_last=is_last):
        return age
    if before == "," and following == "," and raw.first > 1 and tokens[raw.first - 2].kind == "word":
        return age
    if (
        before in ("is", "was", "of")
        and is_last
        and any(token.lower in ("age", "aged") for token in tokens[: raw.first])
    ):
        return age
    if before in ("is", "was", "turned") and following == "when":
        return age
    words = [token.lower for token in tokens[max(0, raw.first - _REACH) : raw.first]]
    if before in ("is", "was", "turned") and is_last and not _ROLES.isdisjoint(words):
        return age
    compared = raw.qualifier in _BOUNDED and lower_at(tokens, raw.number - 1) in (*_COMPARED, "than")
    is_named = (
        raw.first > 0 and tokens[raw.first - 1].text[:1].isupper() and before.endswith("s") and following in BEING
    )
    people = is_named or _is_people(before) or before in ("those", "anyone", "everyone")
    if compared and (before in _BE or people) and (is_last or people) and (is_named or _has_people(tokens, raw.first)):
        return age
    return raw


def _is_told_as_age(tokens: list[Token], raw: Raw, *, is_last: bool) -> bool:
    """As "a man of 31", "arrested at 41", "he was 91", "the oldest runner was 81"."""
    before, following = lower_at(tokens, raw.first - 1), lower_at(tokens, raw.end)
    ahead = lower_at(tokens, raw.first - 2)
    if before == "of":
        return raw.qualifier is Qualifier.EXACT and ahead in _SOMEBODY and following not in _BEHIND_SOMEBODY
    if not is_last and following not in _BEHIND_AGE:
        return False
    earlier = {token.lower for token in tokens[: raw.first]}
    if before == "at":
        return not _TURNING.isdisjoint(earlier)
    return before in ("is", "was") and (ahead in ("he", "she") or not _EXTREMES.isdisjoint(earlier))


def _has_people(tokens: list[Token], end: int) -> bool:
    if lower_at(tokens, end - 1) in ("those", "anyone", "everyone"):
        return True
    if any(token.lower in ("percent", "%", "half", "third", "quarter", "fifth") for token in tokens[:end]):
        return True
    return any(_is_people(token.lower) for token in tokens[:end])


def _is_people(lower: str) -> bool:
    return normal(lower) in PEOPLE or "crowd" in GROUPS_OF.get(normal(lower), ())


def _is_limit(tokens: list[Token], raw: Raw) -> bool:
    """Whether an age is that of many people: "over 50", "aged 18-24", "25-year-olds"."""
    if raw.qualifier in (*_BOUNDED, Qualifier.RANGE):
        return True
    if lower_at(tokens, raw.first - 1) == "aged":
        return lower_at(tokens, raw.first - 2) not in ("died", "dies", "dead", "retired", "retires")
    return any(token.lower.endswith("olds") for token in tokens[raw.number : raw.end])
