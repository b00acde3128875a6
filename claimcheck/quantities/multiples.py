"""Numbers that say how many times, and the two numbers of a match or a vote."""

from claimcheck.quantities.hedging import bounds, hedge_before
from claimcheck.quantities.numerals import numeral_at
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.units import unit_at
from claimcheck.quantities.values import COUNT, PERCENT, SCORE, TIMES, Mode, Qualifier, Raw, Token

SCORE_BASE, MAX_SCORE = 1000, 600
"""A score is a number of thousands, the winner's, and of ones."""
MULTIPLE_SLACK = 0.05
_MULTIPLES = {
    "doubled": 2.0, "doubling": 2.0, "doubles": 2.0, "tripled": 3.0, "trebled": 3.0, "tripling": 3.0, "quadrupled": 4.0,
    "quintupled": 5.0, "halved": 0.5, "halving": 0.5,
}  # fmt: skip
_FOLDS = {
    f"{word}fold": float(number)
    for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}
_ADVERBS = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_BEFORE_ONCE = frozenset("only just least than exactly".split())
_BEHIND_ONCE = frozenset("in on during since per".split())
_FACTORS = frozenset(
    """
    as more higher larger bigger greater faster less fewer lower smaller the its their his her what that over than
    normal likelier longer
    """.split()
)
"""What follows a number of times by which something is multiplied."""
_CONTEST = frozenset(
    """
    won win wins winning beat beaten lost loss drew draw defeat defeated score scored lead victory goal voted vote
    """.split()
)
_CONTESTED = frozenset(
    "votes vote goals goal points lawmakers deputies senators mps members legislators judges runs sets games".split()
)
_AGAINST_REACH = 8


def multiple_at(tokens: list[Token], at: int) -> Raw | None:
    """As "doubled", "rose threefold", a change in percent; "twice as many", a factor; "twice", a count."""
    lower = tokens[at].lower
    if lower not in _MULTIPLES and lower not in _FOLDS and lower not in _ADVERBS:
        return None
    times = _MULTIPLES.get(lower) or _FOLDS.get(lower)
    first, qualifier = hedge_before(tokens, at)
    if times:
        return _changed(Raw(first, at, at + 1, times, times, TIMES, "", qualifier, denied=False), times)
    if lower == "once" and not _is_once(tokens, at):
        return None
    times = _ADVERBS[lower]
    low, high = bounds(times, times, times, qualifier)
    return of_times(tokens, Raw(first, at, at + 1, low, high, TIMES, "", qualifier, denied=False), times, change=False)


def of_times(tokens: list[Token], raw: Raw, times: float, *, change: bool) -> Raw:
    """A number of times as the change that it is, as a factor, or as how often something happened."""
    if change:
        return _changed(raw, times)
    return raw if lower_at(tokens, raw.end) in _FACTORS else raw._replace(unit=COUNT)


def contest_at(tokens: list[Token], at: int) -> Raw | None:
    """As "61 votes to 38", "54 in favour and 46 against"."""
    one = numeral_at(tokens, at)
    if one is None or one.form != "plain" or one.value >= MAX_SCORE or one.value % 1:
        return None
    end = one.end
    named = lower_at(tokens, end) in _CONTESTED
    end += named
    if lower_at(tokens, end) == "to":
        other = _plain(tokens, end + 1)
        if other is None or not (named or _is_contest(tokens)) or unit_at(tokens, other[0]) is not None:
            return None
        if not named and other[1] >= one.value:
            return None
        end = other[0] + (lower_at(tokens, other[0]) in _CONTESTED)
        return score(at, end, one.value, other[1])
    return _for_and_against(tokens, at, end, one.value)


def is_score(tokens: list[Token], one: float, other: float) -> bool:
    """Whether two numbers are those of a match or a vote."""
    if one >= MAX_SCORE or other >= MAX_SCORE:
        return False
    return other <= one or (one < 20 and _is_contest(tokens))


def score(first: int, end: int, one: float, other: float) -> Raw:
    """The score of two numbers, the larger one first."""
    value = max(one, other) * SCORE_BASE + min(one, other)
    return Raw(first, first, end, value, value, SCORE, "", Qualifier.EXACT, denied=False)


def _for_and_against(tokens: list[Token], at: int, end: int, one: float) -> Raw | None:
    if lower_at(tokens, end + 1) == "voted":
        end += 1
    words = [token.lower for token in tokens[end : end + _AGAINST_REACH]]
    if "for" not in words[:1] and words[:2] not in (["in", "favour"], ["in", "favor"], ["voted", "for"]):
        return None
    for place in range(end + 1, end + _AGAINST_REACH):
        other = _plain(tokens, place)
        if other is not None:
            behind = other[0] + (lower_at(tokens, other[0]) in _CONTESTED)
            against = lower_at(tokens, behind) in ("against", "opposed")
            return score(at, behind + 1, one, other[1]) if against else None
    return None


def _plain(tokens: list[Token], at: int) -> tuple[int, float] | None:
    found = numeral_at(tokens, at) if at < len(tokens) else None
    if found is None or found.form != "plain" or found.value >= MAX_SCORE or found.value % 1:
        return None
    return found.end, found.value


def _is_contest(tokens: list[Token]) -> bool:
    return any(token.lower in _CONTEST for token in tokens)


def _is_once(tokens: list[Token], at: int) -> bool:
    """Whether "once" is a number of times: "only once", "once in March", and not "once it was built"."""
    following = lower_at(tokens, at + 1)
    return lower_at(tokens, at - 1) in _BEFORE_ONCE or following in _BEHIND_ONCE or at + 1 == len(tokens)


def _changed(raw: Raw, times: float) -> Raw:
    percent = 100 * (times - 1) if times >= 1 else 100 * (1 - times)
    slack = 100 * times * MULTIPLE_SLACK
    low, high = bounds(percent, percent - slack, percent + slack, raw.qualifier)
    return raw._replace(low=low, high=high, unit=PERCENT, mode=Mode.RISE if times >= 1 else Mode.FALL)
