"""How alike a passage and a claim are, in numbers that have names; pure."""

import math
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from claimcheck.matching.posts import read_post
from claimcheck.matching.words import NO_WORDS, Words, words_of

FEATURES = (
    "shared", "in_text", "in_other", "of_passage", "of_claim", "rarest", "beginning", "pairs", "names", "names_missing",
    "numbers", "numbers_missing", "aside", "year", "month",
)  # fmt: skip
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


Weight = Callable[[str], float | None]
"""How rare a word is, by its key; None if that is not known."""


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


def likeness_of(asked: Asked, told: Told, weight: Weight, most: float) -> tuple[float, ...]:
    """The FEATURES of a passage and a claim; `most` is the weight of a word that only one claim holds."""

    def total(keys: Iterable[str]) -> float:
        return sum(weight(key) or 0.0 for key in keys)

    passage, claim = asked.words.shown, told.text.shown
    either = claim.keys() | told.other.shown.keys()
    shared = passage.keys() & either
    names = told.text.names | told.other.names
    numbers = told.text.numbers | told.other.numbers
    beginning = {key for key in asked.words.keys[:BEGINNING] if key in passage}
    known = passage.keys() | asked.aside
    missing = sum(_unknown(key in names) for key in claim.keys() - known) * most
    found = total(claim.keys() & known)
    pairs = {pair for words in told for pair in pairwise(words.keys) if pair in asked.pairs}
    years = {key for key in either if len(key) == _YEAR_DIGITS and key.isdigit()} & asked.days
    return (
        _bm25(shared, told, weight, (0, 1)) / most,
        _bm25(shared, told, weight, (0,)) / most,
        _bm25(shared, told, weight, (1,)) / most,
        total(shared) / (total(passage) or 1.0),
        found / (found + missing or 1.0),
        max((weight(key) or 0.0 for key in shared), default=0.0) / most,
        total(beginning & shared) / (total(beginning) or 1.0),
        sum(min(weight(a) or 0.0, weight(b) or 0.0) for a, b in pairs if a in shared or b in shared) / most,
        total(names & known) / most,
        sum(_unknown(is_name=True) for _ in names - known),
        math.log1p(len(numbers & asked.words.numbers)),
        math.log1p(len(numbers - asked.words.numbers)),
        total(asked.aside & either) / most,
        float(bool(years)),
        float(bool(years) and any(key in either for key in asked.days if not key.isdigit())),
    )


def _bm25(keys: Iterable[str], told: Told, weight: Weight, fields: tuple[int, ...]) -> float:
    """What shared words say, the more the rarer they are and the shorter the claim.

    Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3.5.
    """
    words = (told.text, told.other)
    norms = [1 - LENGTH_SHARE + LENGTH_SHARE * len(words[field].keys) / USUAL_LENGTH for field in fields]
    score = 0.0
    for key in keys:
        count = sum(words[field].keys.count(key) / norm for field, norm in zip(fields, norms, strict=True))
        score += (weight(key) or 0.0) * count * (SATURATION + 1) / (count + SATURATION)
    return score


def _unknown(is_name: bool) -> float:  # noqa: FBT001 - the one thing that is known
    return _UNKNOWN_NAME if is_name else _UNKNOWN_WORD
