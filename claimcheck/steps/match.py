"""Which passages of a new text bear on which claims, at its simplest: shared rare terms, found by full-text search.

`suggestions` is all that others use, so that a better way to match can take its place.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.store.engine import Reader
from claimcheck.store.reads import RELEVANCE, ClaimQuery
from claimcheck.terms import salient_terms
from claimcheck.text import comparison_key

MAX_TEXT_LENGTH = 400_000
"""How much of a text is looked at, in code points."""
MAX_TERMS = 240
TERMS_AT_ONCE = 24
MAX_CANDIDATES = 60
"""How many claims are compared for each handful of terms."""
MAX_PASSAGE_LENGTH = 700
MIN_SHARED = 3
MIN_SHARE = 0.5
MAX_SUGGESTIONS = 50
COMMON_SHARE = 0.1
"""A term that is in more than this share of the claims says little, unless there are hardly any claims."""
FEW_CLAIMS = 40
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026\u3002\uff01\uff1f])[\"'\u201d\u2019)\]]*\s+")
_BLANK_LINE = re.compile(r"\n\s*\n")


class Suggestion(NamedTuple):
    """A passage that seems to bear on a claim: half-open offsets in the text, and why."""

    claim_id: int
    start: int
    end: int
    reasons: str


class Matcher:
    """Matches texts with the claims of one filter, as they are when it is made."""

    def __init__(self, reader: Reader, scope: ClaimFilter | None = None) -> None:
        """Remember nothing of texts, but how rare terms are."""
        self._reader = reader
        self._scope = scope or ClaimFilter()
        self._claim_count = ClaimQuery(reader, self._scope).count()
        self._counts: dict[str, int] = {}

    def suggestions(self, text: str, *, known: str | None = None) -> list[Suggestion]:
        """The passages of `text` that share rare terms with a claim, the best passage of each claim, in reading order.

        Passages that `known`, an earlier text of the same document, has too are left out.
        """
        if not self._claim_count:
            return []
        text = text[:MAX_TEXT_LENGTH]
        old = {comparison_key(part) for part in _parts(known)} if known else set()
        passages = [
            (start, end, comparison_key(text[start:end]))
            for start, end in passages_of(text)
            if not old or comparison_key(text[start:end]) not in old
        ]
        if not passages:
            return []
        found = [self._best(claim_id, claim, passages) for claim_id, claim in self._candidates(text, passages)]
        best = sorted((item for item in found if item is not None), key=lambda item: -item[0])[:MAX_SUGGESTIONS]
        return sorted((item[1] for item in best), key=lambda item: (item.start, item.claim_id))

    def _candidates(self, text: str, passages: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, str]]:
        """Claims that share a rare term with the passages, each once with its words."""
        new_text = "\n".join(text[start:end] for start, end, _ in passages)
        terms = [term for term in salient_terms(new_text, limit=MAX_TERMS) if self._is_rare(term)]
        seen: set[int] = set()
        for first in range(0, len(terms), TERMS_AT_ONCE):
            some = terms[first : first + TERMS_AT_ONCE]
            criteria = self._scope._replace(text=" OR ".join(map(_quoted, some)))
            page = Paging(RELEVANCE, MAX_CANDIDATES)
            for claim_id, claim, quote in list(ClaimQuery(self._reader, criteria).rows(("id", "text", "quote"), page)):
                if claim_id not in seen:
                    seen.add(claim_id)
                    yield claim_id, f"{claim}\n{quote or ''}"

    def _is_rare(self, term: str) -> bool:
        return 0 < self._count(term) <= max(COMMON_SHARE * self._claim_count, FEW_CLAIMS)

    def _count(self, term: str) -> int:
        """How many claims hold a term."""
        if term not in self._counts:
            self._counts[term] = ClaimQuery(self._reader, self._scope._replace(text=_quoted(term))).count()
        return self._counts[term]

    def _best(
        self, claim_id: int, claim: str, passages: Sequence[tuple[int, int, str]]
    ) -> tuple[float, Suggestion] | None:
        """The passage that shares most with a claim, with its weight; None if none shares enough."""
        terms = {comparison_key(term): term for term in salient_terms(claim.partition("\n")[0], limit=12)}
        weights = {key: 1.0 / (1 + self._count(term)) ** 0.5 for key, term in terms.items()}
        whole = sum(weights.values())
        best: tuple[float, Suggestion] | None = None
        for start, end, words in passages:
            shared = [key for key in terms if _holds(words, key)]
            share = sum(weights[key] for key in shared) / whole if whole else 0.0
            is_enough = len(shared) >= min(MIN_SHARED, len(terms)) and len(shared) > 1 and share >= MIN_SHARE
            if is_enough and (best is None or share > best[0]):
                reasons = "shares " + ", ".join(terms[key] for key in shared)
                best = share, Suggestion(claim_id, start, end, reasons)
        return best


def passages_of(text: str) -> Iterator[tuple[int, int]]:
    """The passages of a text as half-open offsets: its paragraphs, long ones as runs of whole sentences."""
    for start, end in _paragraphs(text):
        if end - start <= MAX_PASSAGE_LENGTH:
            yield start, end
            continue
        begin = start
        last = start
        for match in _SENTENCE_END.finditer(text, start, end):
            if match.end() - begin > MAX_PASSAGE_LENGTH and last > begin:
                yield begin, _without_trailing_space(text, begin, last)
                begin = last
            last = match.end()
        if end - begin > MAX_PASSAGE_LENGTH and last > begin:
            yield begin, _without_trailing_space(text, begin, last)
            begin = last
        if end > begin:
            yield begin, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in [*_BLANK_LINE.finditer(text), None]:
        end = match.start() if match else len(text)
        start = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
        end = _without_trailing_space(text, start, end)
        if end > start:
            yield start, end
        begin = match.end() if match else end


def _without_trailing_space(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _parts(text: str) -> Iterator[str]:
    return (text[start:end] for start, end in passages_of(text))


def _holds(words: str, key: str) -> bool:
    """Whether a term stands in a passage as whole words, endings of its last word apart."""
    at = words.find(key)
    while at >= 0:
        if at == 0 or not words[at - 1].isalnum():
            behind = words[at + len(key) :]
            if not key[-1].isdigit() or not behind[:1].isdigit():
                return True
        at = words.find(key, at + 1)
    return False


def _quoted(term: str) -> str:
    return '"' + term.replace('"', " ") + '"'
