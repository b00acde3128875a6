"""Claims that may say the same as another one, for a person to compare."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.likeness import is_unspaced
from claimcheck.matching.likening import asked_of
from claimcheck.places import COUNTRIES
from claimcheck.store.engine import Reader
from claimcheck.store.reads import ClaimQuery
from claimcheck.store.shortlist import Shortlist
from claimcheck.terms import COMMON_WORDS, salient_terms
from claimcheck.text import comparison_key

MAX_RUNS = 8
"""How many runs of a script without spaces are looked for."""
BUDGET = 50_000
"""How many places in the index are counted with."""
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

    A country is one word by whatever name: Moscow, Russia, Russian.

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
    runs = [term for term in salient_terms(text, limit=MAX_RUNS) if is_unspaced(term[0])]
    words = [*asked_of(text).written().values(), *runs]
    ids = Shortlist(reader, budget=BUDGET).best(words, limit=MAX_CANDIDATES, budget=BUDGET)
    if not ids:
        return
    query = ClaimQuery(reader, ClaimFilter(claim_ids=tuple(ids)))
    for own_id, source, other, state in list(query.rows(_COLUMNS, Paging())):
        yield Similar(own_id, source, other, state, word_likeness(text, other))


def _words(text: str) -> set[str]:
    words: set[str] = set()
    for word in _WORD.findall(comparison_key(text).replace("n't", " not")):
        if is_unspaced(word[0]):
            words.update(word[place : place + 2] for place in range(max(1, len(word) - 1)))
        elif word in _NEGATIONS:
            words.add("not")
        elif word not in COMMON_WORDS:
            words.add(COUNTRIES.get(word, word[:STEM_LENGTH]))
    return words
