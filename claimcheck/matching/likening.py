"""How alike a passage and a claim are, in numbers that have names; pure."""

import math
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from claimcheck.matching.posts import read_post
from claimcheck.matching.words import NO_WORDS, Words, words_of

BEARING_FEATURES = (
    "shared", "of_passage", "of_claim", "rarest", "beginning", "pairs", "names", "numbers", "numbers_missing",
)  # fmt: skip
"""What `bearing_likeness_of` gives, in this order."""
FEATURES = (*BEARING_FEATURES, "in_text", "in_other", "names_missing", "aside", "year", "month")
"""What `likeness_of` gives, in this order."""
BEGINNING = 25
"""So many words are the beginning of a passage, which says what it is about."""
USUAL_LENGTH = 18.0
"""The words of a claim that is neither short nor long."""
SATURATION, LENGTH_SHARE = 1.2, 0.75
"""k1 and b of BM25."""
_YEAR_DIGITS = 4
_UNKNOWN_NAME, _UNKNOWN_WORD = 0.75, 0.5
"""How rare a word is taken to be that was not looked up, as a share of the rarest possible."""


class Asked(NamedTuple):
    """A passage as it is compared."""

    body: str
    words: Words
    aside: frozenset[str]
    days: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def written(self) -> dict[str, str]:
        """Every word to look up, by its key, as it is written."""
        return self.words.shown


class Told(NamedTuple):
    """A claim as it is compared: its proposition, and what else is known of its words."""

    text: Words
    other: Words


class Weighed(NamedTuple):
    """A passage together with how rare its words are, and what of that is the same whatever it is compared with."""

    asked: Asked
    weights: Mapping[str, float]
    """How rare each word is, by its key."""
    most: float
    """The weight of a word that only one claim holds."""
    known: frozenset[str]
    whole: float
    beginning: frozenset[str]
    beginning_whole: float


def asked_of(text: str) -> Asked:
    """A passage or a post as it is compared."""
    post = read_post(text)
    words = words_of(post.body)
    aside = words_of(post.aside).shown.keys() - words.shown.keys() if post.aside else ()
    days = words_of(post.days).shown.keys() - words.shown.keys() if post.days else ()
    return Asked(post.body, words, frozenset(aside), frozenset(days), words.pairs)


def told_of(text: str, other: str = "") -> Told:
    """A claim as it is compared; `other` is a quotation or a headline of it."""
    return Told(words_of(text), words_of(other) if other else NO_WORDS)


def weighed(asked: Asked, weights: Mapping[str, float], most: float) -> Weighed:
    """A passage with the weights of its words; `most` is the weight of a word that only one claim holds."""
    shown = asked.words.shown
    beginning = frozenset(key for key in asked.words.keys[:BEGINNING] if key in shown)
    known = frozenset(shown) | asked.aside
    return Weighed(
        asked, weights, most, known, _total(weights, shown) or 1.0, beginning, _total(weights, beginning) or 1.0
    )


def bearing_likeness_of(passage: Weighed, told: Told) -> tuple[float, ...]:
    """The BEARING_FEATURES of a passage and a claim."""
    asked, weights, most, known, *_ = passage
    claim, names, numbers = told.text.shown, told.text.names, told.text.numbers
    either: AbstractSet[str] = claim.keys()
    if told.other.shown:
        either = either | told.other.shown.keys()
        names, numbers = names | told.other.names, numbers | told.other.numbers
    shared = asked.words.shown.keys() & either
    missing = sum([_UNKNOWN_NAME if key in names else _UNKNOWN_WORD for key in claim.keys() - known]) * most
    found = _total(weights, claim.keys() & known)
    return (
        _bm25(shared, told, weights, (0, 1)) / most,
        _total(weights, shared) / passage.whole,
        found / (found + missing or 1.0),
        max([weights.get(key, 0.0) for key in shared], default=0.0) / most,
        _total(weights, passage.beginning & shared) / passage.beginning_whole,
        _together(shared, asked, told, weights) / most,
        _total(weights, names & known) / most,
        math.log1p(len(numbers & asked.words.numbers)),
        math.log1p(len(numbers - asked.words.numbers)),
    )


def likeness_of(passage: Weighed, told: Told) -> tuple[float, ...]:
    """The FEATURES of a passage and a claim."""
    asked, weights, most, known, *_ = passage
    either = told.text.shown.keys() | told.other.shown.keys()
    shared = asked.words.shown.keys() & either
    years = {key for key in either if len(key) == _YEAR_DIGITS and key.isdigit()} & asked.days
    return (
        *bearing_likeness_of(passage, told),
        _bm25(shared, told, weights, (0,)) / most,
        _bm25(shared, told, weights, (1,)) / most,
        len((told.text.names | told.other.names) - known) * _UNKNOWN_NAME,
        _total(weights, asked.aside & either) / most,
        float(bool(years)),
        float(bool(years) and any(key in either for key in asked.days if not key.isdigit())),
    )


def _total(weights: Mapping[str, float], keys: Iterable[str]) -> float:
    """The sum, the same in whatever order a set gives its keys."""
    return math.fsum([weights.get(key, 0.0) for key in keys])


def _together(shared: AbstractSet[str], asked: Asked, told: Told, weights: Mapping[str, float]) -> float:
    """What the words say that stand side by side in both."""
    pairs = {pair for words in told if words.keys for pair in pairwise(words.keys)} & asked.pairs
    return math.fsum([min(weights.get(a, 0.0), weights.get(b, 0.0)) for a, b in pairs if a in shared or b in shared])


def _bm25(keys: Iterable[str], told: Told, weights: Mapping[str, float], fields: tuple[int, ...]) -> float:
    """What shared words say, the more the rarer they are and the shorter the claim.

    Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3.5.
    """
    words = [(told.text, told.other)[field].keys for field in fields]
    parts = [(own.count, 1 - LENGTH_SHARE + LENGTH_SHARE * len(own) / USUAL_LENGTH) for own in words if own]
    scores = []
    for key in keys:
        count = sum([count(key) / norm for count, norm in parts])
        scores.append(weights.get(key, 0.0) * count * (SATURATION + 1) / (count + SATURATION))
    return math.fsum(scores)
