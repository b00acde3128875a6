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
from claimcheck.vocabulary import SourceKind

MAX_TEXT_LENGTH = 400_000
"""How much of a text is looked at, in code points."""
MAX_TERMS = 240
TERMS_AT_ONCE = 24
MAX_CANDIDATES = 60
"""How many claims are compared for each handful of terms."""
MAX_PASSAGE_LENGTH = 700
MAX_CLAIM_TERMS = 12
MIN_SHARED = 3
MIN_SHARE = 0.5
MAX_SUGGESTIONS = 50
COMMON_SHARE = 0.1
"""A term that is in more than this share of the claims says little, unless there are hardly any claims."""
FEW_CLAIMS = 40
MIN_STEM_LENGTH = 4
MAX_ENDING = 3
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026\u3002\uff01\uff1f])[\"'\u201d\u2019)\]]*\s+")
_BLANK_LINE = re.compile(r"\n\s*\n")


class Suggestion(NamedTuple):
    """A passage that seems to bear on a claim: half-open offsets in the text, and why."""

    claim_id: int
    start: int
    end: int
    reasons: str


class _Candidate(NamedTuple):
    """A claim that may be meant."""

    id: int
    text: str
    source: str
    source_kind: str | None


class _Passage(NamedTuple):
    """A passage of the new text: half-open offsets, and its words as they are compared."""

    start: int
    end: int
    words: str


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
            _Passage(start, end, comparison_key(text[start:end]))
            for start, end in passages_of(text)
            if not old or comparison_key(text[start:end]) not in old
        ]
        if not passages:
            return []
        found = [self._best(candidate, passages) for candidate in self._candidates(text, passages)]
        best = sorted((item for item in found if item is not None), key=lambda item: -item[0])[:MAX_SUGGESTIONS]
        return sorted((item[1] for item in best), key=lambda item: (item.start, item.claim_id))

    def _candidates(self, text: str, passages: Sequence[_Passage]) -> Iterator[_Candidate]:
        """Claims that share a rare term with the passages, each once."""
        new_text = "\n".join(text[passage.start : passage.end] for passage in passages)
        terms = [term for term in salient_terms(new_text, limit=MAX_TERMS) if self._is_rare(term)]
        seen: set[int] = set()
        for first in range(0, len(terms), TERMS_AT_ONCE):
            some = terms[first : first + TERMS_AT_ONCE]
            criteria = self._scope._replace(text=" OR ".join(map(_quoted, some)))
            page = Paging(RELEVANCE, MAX_CANDIDATES)
            for row in list(ClaimQuery(self._reader, criteria).rows(_Candidate._fields, page)):
                candidate = _Candidate(*row)
                if candidate.id not in seen:
                    seen.add(candidate.id)
                    yield candidate

    def _is_rare(self, term: str) -> bool:
        return 0 < self._count(term) <= max(COMMON_SHARE * self._claim_count, FEW_CLAIMS)

    def _count(self, term: str) -> int:
        """How many claims hold a term."""
        if term not in self._counts:
            self._counts[term] = ClaimQuery(self._reader, self._scope._replace(text=_quoted(term))).count()
        return self._counts[term]

    def _best(self, claim: _Candidate, passages: Sequence[_Passage]) -> tuple[float, Suggestion] | None:
        """The passage that shares most with a claim, with its weight; None if none shares enough.

        Who says it counts as well, but is not missed where it is not named.
        """
        terms = {comparison_key(term): term for term in salient_terms(claim.text, limit=MAX_CLAIM_TERMS)}
        weights = {key: 1.0 / (1 + self._count(term)) ** 0.5 for key, term in terms.items()}
        whole = sum(weights.values())
        speaker = _short_name(claim)
        best: tuple[float, Suggestion] | None = None
        for passage in passages:
            shared = [key for key in terms if _holds(passage.words, key)]
            if len(shared) + 1 < MIN_SHARED and len(shared) < len(terms):
                continue
            share = sum(weights[key] for key in shared) / whole
            said_by = speaker not in terms and _holds(passage.words, speaker)
            count = len(shared) + said_by
            is_enough = count >= min(MIN_SHARED, len(terms)) and count > 1 and share >= MIN_SHARE
            if is_enough and (best is None or share + said_by > best[0]):
                names = [*([claim.source] if said_by else []), *(terms[key] for key in shared)]
                best = share + said_by, Suggestion(claim.id, passage.start, passage.end, f"shares {', '.join(names)}")
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


def _short_name(claim: _Candidate) -> str:
    """What a text calls the source of a claim: a person by the last name, everybody else by the whole."""
    name = comparison_key(claim.source)
    last = name.rpartition(" ")[2]
    return last if claim.source_kind == SourceKind.PERSON and len(last) >= MIN_STEM_LENGTH else name


def _holds(words: str, key: str) -> bool:
    """Whether a term stands in a passage, as a whole or with another ending of its last word."""
    stem = key[:-1] if key.endswith("s") and len(key) > MIN_STEM_LENGTH else key
    at = words.find(stem)
    while at >= 0:
        if (at == 0 or not words[at - 1].isalnum()) and _ends_soon(words, at + len(stem), stem):
            return True
        at = words.find(stem, at + 1)
    return False


def _ends_soon(words: str, end: int, stem: str) -> bool:
    """Whether the word ends at `end`, or at most MAX_ENDING letters later where the stem is long enough for that."""
    behind = words[end : end + MAX_ENDING + 1]
    if stem[-1].isdigit() or len(stem) < MIN_STEM_LENGTH:
        return not behind[:1].isalnum()
    return any(not character.isalnum() for character in behind) or len(behind) <= MAX_ENDING


def _quoted(term: str) -> str:
    return '"' + term.replace('"', " ") + '"'
