"""What the words around a number make of it: "about", "at least", "nearly", "or more"."""

from claimcheck.quantities.values import Qualifier, Token

ABOUT = 0.1
"""By how much, as a share, what is "about" a number may differ from it."""
_TABLE = {
    Qualifier.ABOUT: """
        about, around, some, roughly, approximately, circa, ca, approx, ~, ≈, estimated, an estimated, in the region
        of, on the order of, somewhere around, barely, hardly
    """,
    Qualifier.NEARLY: """
        nearly, almost, close to, closer to, just under, just below, just short of, nearing, approaching, little less
        than, slightly less than, slightly under, not quite, shy of, close on, getting on for
    """,
    Qualifier.JUST_OVER: """
        a good, just over, just above, slightly more than, slightly over, little more than, a little over, just more
        than
    """,
    Qualifier.MORE_THAN: """
        more than, over, above, upwards of, in excess of, exceeding, exceeded, exceeds, well over, higher than, older
        than, greater than, larger than, upward of, surpassed, surpassing, topped, has passed, have passed, had passed,
        beyond, >, far more than
    """,
    Qualifier.AT_LEAST: """
        at least, no fewer than, no less than, no lower than, not below, no shorter than, no younger than, not less
        than, not fewer than, a minimum of, minimum of, as few as, as little as, at the least, at the very least, ≥
    """,
    Qualifier.LESS_THAN: """
        less than, fewer than, under, below, lower than, smaller than, younger than, well under, well below, <, far
        fewer than, far less than, not even, not nearly, well short of, far short of, nowhere near
    """,
    Qualifier.AT_MOST: """
        up to, no more than, no higher than, not higher than, no larger than, no greater than, no longer than, not
        above, no older than, not exceeding, not more than, at most, as many as, as much as, a maximum of, maximum of,
        ≤, within, as high as, at the most, at the very most
    """,
}
_PHRASES = {tuple(phrase.split()): qualifier for qualifier, phrases in _TABLE.items() for phrase in phrases.split(",")}
_LAST = frozenset(phrase[-1] for phrase in _PHRASES)
_SKIPPED = frozenset({"a", "an", "the", "only", "just", "mere", "merely", "total", "of", "as", "some", "("})
_AFTER = {
    ("or", "more"): Qualifier.AT_LEAST, ("or", "so"): Qualifier.ABOUT, ("or", "fewer"): Qualifier.AT_MOST,
    ("or", "less"): Qualifier.AT_MOST, ("or", "higher"): Qualifier.AT_LEAST, ("or", "over"): Qualifier.AT_LEAST,
    ("and", "more"): Qualifier.AT_LEAST, ("or", "above"): Qualifier.AT_LEAST, ("at", "least"): Qualifier.AT_LEAST,
    ("at", "most"): Qualifier.AT_MOST, ("-", "plus"): Qualifier.AT_LEAST, ("-", "odd"): Qualifier.ABOUT,
}  # fmt: skip
_RISEN = frozenset("go goes going went gone move moves moved climb climbs climbed rise rises rose".split())
_MOVED = frozenset(
    """
    extend extends extended stretch stretches stretched spread spreads hand hands handed take takes took taken turn
    turns turned carry carried sign signed
    """.split()
)
_DENYING = frozenset({"not", "never", "isn't", "wasn't", "aren't", "weren't"})
_BE = frozenset({"is", "are", "was", "were"})
_AUXILIARIES = frozenset({"did", "has", "have", "had"})
_CONTRACTED = frozenset({"didn't", "hasn't", "haven't", "hadn't"})
_NOT_DENYING = frozenset({"only", "just", "yet", "even", "exceed", "all", "say", "know", "reach"})
_VERB_REACH = 4
LONGEST = 4


def hedge_before(tokens: list[Token], at: int) -> tuple[int, Qualifier]:
    """The first token of the hedge that ends right before a number, and what it says; `at` itself for none."""
    end = at
    while end > 0 and at - end < 2 and tokens[end - 1].lower in _SKIPPED and tokens[end - 1].lower not in _LAST:
        end -= 1
    for stop in (at, end):
        if stop < 1 or tokens[stop - 1].lower not in _LAST:
            continue
        for length in range(min(LONGEST, stop), 0, -1):
            words = tuple(token.lower for token in tokens[stop - length : stop])
            found = _PHRASES.get(words)
            if words == ("over",) and stop > length and tokens[stop - length - 1].lower in _MOVED:
                return at, Qualifier.EXACT
            if words == ("up", "to") and stop > length and tokens[stop - length - 1].lower in _RISEN:
                return at, Qualifier.EXACT
            if found:
                return stop - length, found
    return at, Qualifier.EXACT


def hedge_after(tokens: list[Token], at: int) -> tuple[int, Qualifier]:
    """The same of the hedge that begins with a token: "or more", "+"."""
    if at < len(tokens) and tokens[at].lower == "+" and tokens[at].start == tokens[at - 1].end:
        return at + 1, Qualifier.AT_LEAST
    found = _AFTER.get((tokens[at].lower, tokens[at + 1].lower)) if at + 1 < len(tokens) else None
    return (at + 2, found) if found else (at, Qualifier.EXACT)


def is_denied(tokens: list[Token], first: int, end: int) -> bool:
    """Whether a text says that it is not this number: "not 30 but 12", "12, not 30", "rather than 30"."""
    before = tokens[first - 1].lower if first else ""
    if before in ("than", "of") and first > 1 and tokens[first - 2].lower in ("rather", "instead"):
        return True
    if before not in _DENYING:
        return _is_verb_denied(tokens, first)
    if before == "not" and first > 1 and tokens[first - 2].lower in _BE:
        return True
    after = {token.lower for token in tokens[end : end + 6]}
    return bool(after & {"but", "rather"}) or (first > 1 and tokens[first - 2].lower in (",", "-", "–", "—", "and"))


def _is_verb_denied(tokens: list[Token], first: int) -> bool:
    """As "did not lose 30 tanks", "hasn't killed 30"."""
    for at in range(max(0, first - _VERB_REACH), first - 1):
        words = [token.lower for token in tokens[at : at + 3]]
        contracted = words[0] in _CONTRACTED
        if (contracted or (words[0] in _AUXILIARIES and words[1] in ("not", "never"))) and _NOT_DENYING.isdisjoint(
            words
        ):
            return contracted or at < first - 2
    return False


def bounds(value: float, low: float, high: float, qualifier: Qualifier) -> tuple[float | None, float | None]:
    """The least and the most that a hedged number may mean, open where None, both inclusive.

    `low` and `high` are what the number alone may mean.
    """
    slack = abs(value) * ABOUT
    match qualifier:
        case Qualifier.ABOUT:
            return min(low, value - slack), max(high, value + slack)
        case Qualifier.NEARLY:
            return value - slack, value
        case Qualifier.JUST_OVER:
            return value, value + slack
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return value, None
        case Qualifier.LESS_THAN | Qualifier.AT_MOST:
            return None, value
        case _:
            return low, high
