"""Noun phrases: their head, their parts, and the words that are left when clauses and asides are taken away."""

from claimcheck.attribution.parsed import ParsedText
from claimcheck.attribution.understanding.naming import CALENDAR

NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "WP", "WDT", "CD", "JJ", "DT", "VBN", "VBG")
_MARKS = frozenset(", ( ) [ ] : ; -- — ... .".split())
_DASHES = ("-", "–")
_LEADING = frozenset(
    "a an the this that these those even also only both meanwhile however and but as by from at least yet".split()
)
SEEN = frozenset("seen obtained reviewed viewed".split())
"""How a letter comes to an outlet, which tells nothing of whose it is."""
_CLAUSES = ("relcl",)


def head_of(parsed: ParsedText, tokens: list[int]) -> int | None:
    """The noun or pronoun that a phrase is about; None where it has none."""
    inside = set(tokens)
    tops = [token for token in tokens if parsed.heads[token] not in inside or parsed.heads[token] == token]
    for tags in (NOMINAL[:4], NOMINAL[4:8], NOMINAL[8:]):
        for token in tops:
            if parsed.tags[token] in tags:
                return token
    for token in tops:
        if parsed.tags[token] == "IN":
            below = parsed.child(token, "pobj")
            if below is not None and below in inside:
                return below
    return None


def conjuncts(parsed: ParsedText, head: int, inside: set[int]) -> list[int]:
    """A head and those that are coordinated with it, in their order."""
    found, here = [head], head
    while True:
        following = next(
            (token for token in parsed.children[here] if parsed.deps[token] == "conj" and token in inside), None
        )
        if following is None:
            return found
        found.append(following)
        here = following


def phrase(parsed: ParsedText, head: int, inside: set[int] | None = None) -> list[int]:
    """The tokens of a noun phrase without what is coordinated with it, relative clauses and asides."""
    left: set[int] = set()
    for token in parsed.children[head]:
        label = parsed.deps[token]
        is_aside = label in (*_CLAUSES, "appos", "conj", "cc", "preconj") or (label == "punct" and token > head)
        if is_aside or _is_time(parsed, token) or parsed.lowered[token] in SEEN:
            left.update(parsed.subtree(token))
    kept = [token for token in parsed.subtree(head) if token not in left and (inside is None or token in inside)]
    nested = {
        token
        for clause in kept
        if clause != head and parsed.deps[clause] in _CLAUSES
        for token in parsed.subtree(clause)
    }
    return _unbroken([token for token in kept if token not in nested], parsed, head)


def _is_time(parsed: ParsedText, token: int) -> bool:
    """Whether a preposition only tells when: "on Wednesday", "in 2009"."""
    when = parsed.child(token, "pobj") if parsed.deps[token] == "prep" else None
    if when is None:
        return parsed.deps[token] in ("npadvmod", "tmod")
    is_year = parsed.tags[when] == "CD" and parsed.lowered[token] in ("in", "since")
    return is_year or parsed.lowered[when].rstrip(".") in CALENDAR


def _unbroken(tokens: list[int], parsed: ParsedText, head: int) -> list[int]:
    """The phrase up to the first mark after its head, and without the words that point at it."""
    end = next((at for at, token in enumerate(tokens) if token > head and _parts(parsed, token)), len(tokens))
    tokens = tokens[:end]
    while tokens and (parsed.lowered[tokens[0]] in _LEADING or parsed.words[tokens[0]] in _MARKS) and tokens[0] != head:
        tokens = tokens[1:]
    while (
        tokens
        and tokens[-1] != head
        and (parsed.words[tokens[-1]] in _MARKS or parsed.tags[tokens[-1]] in ("POS", "CC"))
    ):
        tokens = tokens[:-1]
    return tokens


def _parts(parsed: ParsedText, token: int) -> bool:
    """Whether a mark ends a phrase; a hyphen within a word does not."""
    word = parsed.words[token]
    return word in _MARKS or (word in _DASHES and parsed.starts[token] > parsed.ends[token - 1])
