"""Claims that may say the same as another one, for a person to compare."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.errors import UsageError
from claimcheck.likeness import is_unspaced
from claimcheck.store.engine import Reader
from claimcheck.store.reads import RELEVANCE, ClaimQuery
from claimcheck.terms import COMMON_WORDS, salient_terms
from claimcheck.text import comparison_key

MAX_TERMS = 8
MIN_WORD = 3
"""The letters of a word that is looked for where names, numbers and long words are few."""
MAX_CANDIDATES = 60
MAX_SIMILAR = 4
MIN_LIKENESS = 0.4
STEM_LENGTH = 5
"""The letters by which two words are the same: "supplies" and "supplied"."""
_NEGATIONS = frozenset({"no", "nobody", "none", "never", "not", "denied", "denies", "deny"})
"""Words that turn what two sentences share into its opposite."""
_WORD = re.compile(r"[^\W_]+")
_COLUMNS = ("id", "source", "text", "state")


class Similar(NamedTuple):
    """A claim that is like another: how much of their words, 0..1, is in both."""

    claim_id: int
    source: str
    text: str
    state: str
    likeness: float


def similar_claims(reader: Reader, claim_id: int, text: str) -> list[Similar]:
    """The claims most like one in their words, those that were rejected as well, the most alike first."""
    found = {
        candidate.claim_id: candidate
        for candidate in _candidates(reader, text)
        if candidate.claim_id != claim_id and candidate.likeness >= MIN_LIKENESS
    }
    return sorted(found.values(), key=lambda one: (-one.likeness, one.claim_id))[:MAX_SIMILAR]


def word_likeness(one: str, other: str) -> float:
    """How much of the words of two sentences is in both, 0..1, common words and endings apart.

    Source: Dice's coefficient, 2c / (a + b), of the two sets of words.
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def are_opposite(one: str, other: str) -> bool:
    """Whether one of two sentences has a negation and the other has none."""
    return ("not" in _words(one)) != ("not" in _words(other))


def _candidates(reader: Reader, text: str) -> Iterator[Similar]:
    others = (word for word in _WORD.findall(text) if word.casefold() not in COMMON_WORDS and len(word) >= MIN_WORD)
    terms = list(dict.fromkeys([*salient_terms(text, limit=MAX_TERMS), *others]))[:MAX_TERMS]
    if not terms:
        return
    criteria = ClaimFilter(text=" OR ".join(f'"{term}"' for term in terms if '"' not in term))
    try:
        rows = list(ClaimQuery(reader, criteria).rows(_COLUMNS, Paging(RELEVANCE, MAX_CANDIDATES)))
    except UsageError:  # only signs that the index takes for no words
        return
    for own_id, source, other, state in rows:
        yield Similar(own_id, source, other, state, word_likeness(text, other))


def _words(text: str) -> set[str]:
    words: set[str] = set()
    for word in _WORD.findall(comparison_key(text).replace("n't", " not")):
        if is_unspaced(word[0]):
            words.update(word[place : place + 2] for place in range(max(1, len(word) - 1)))
        elif word in _NEGATIONS:
            words.add("not")
        elif word not in COMMON_WORDS:
            words.add(word[:STEM_LENGTH])
    return words
