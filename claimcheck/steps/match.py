"""Which passages of a new text bear on which claims, at its simplest: shared rare terms, found by full-text search.

`suggestions` is all that others use, so that a better way to match can take its place.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.errors import UsageError
from claimcheck.likeness import is_unspaced
from claimcheck.store.engine import Reader
from claimcheck.store.reads import RELEVANCE, ClaimQuery
from claimcheck.terms import salient_terms
from claimcheck.text import comparison_key
from claimcheck.vocabulary import ClaimState, SourceKind

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
_BREAK = re.compile(r"(?<=[.!?\u2026])[\"'\u201d\u2019)\]]*\s+|(?<=[\u3002\uff01\uff1f])|\n\s*")
"""Where a long paragraph may be divided: after a sentence or a line."""
_STATES = (ClaimState.PROPOSED.value, ClaimState.ACCEPTED.value)
"""A claim that was rejected is not looked for."""
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


class _Passages:
    """The new passages of a text: their half-open offsets, and where in them a term stands."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        """Write their words as they are compared, one passage after the other."""
        self.spans = spans
        parts = [comparison_key(text[start:end]) for start, end in spans]
        self._words = "\n".join(parts)
        self._starts = [0]
        for part in parts:
            self._starts.append(self._starts[-1] + len(part) + 1)
        self._known: dict[str, frozenset[int]] = {}

    def holding(self, key: str) -> frozenset[int]:
        """The numbers of the passages that hold a term: its words of some length, each with any short ending."""
        if key not in self._known:
            words = [word for word in key.split(" ") if len(word) >= MIN_STEM_LENGTH or " " not in key]
            found = [frozenset(self._find(word)) for word in words or [key]]
            self._known[key] = frozenset.intersection(*found)
        return self._known[key]

    def _find(self, key: str) -> Iterator[int]:
        stem = key[:-1] if key.endswith("s") and len(key) > MIN_STEM_LENGTH else key
        at = self._words.find(stem) if stem else -1
        while at >= 0:
            begin = at + 1
            if _is_whole(self._words, at, at + len(stem)):
                number = bisect_right(self._starts, at) - 1
                yield number
                begin = self._starts[number + 1]
            at = self._words.find(stem, begin)


class Matcher:
    """Matches texts with the claims of one filter, as they are when it is made."""

    def __init__(self, reader: Reader, scope: ClaimFilter | None = None) -> None:
        """Remember nothing of texts, but how rare terms are."""
        self._reader = reader
        self._scope = (scope or ClaimFilter())._replace(states=_STATES)
        self._claim_count = ClaimQuery(reader, self._scope).count()
        self._counts: dict[str, int] = {}

    def suggestions(self, text: str, *, known: str | None = None) -> list[Suggestion]:
        """The passages of `text` that share rare terms with a claim, the best passage of each claim, in reading order.

        Passages that `known`, an earlier text of the same document, has too are left out.
        """
        if not self._claim_count:
            return []
        text = text[:MAX_TEXT_LENGTH]
        old = comparison_key(known) if known else ""
        spans = [(start, end) for start, end in passages_of(text) if comparison_key(text[start:end]) not in old]
        if not spans:
            return []
        passages = _Passages(text, spans)
        found = [self._best(candidate, passages) for candidate in self._candidates(text, spans)]
        best = sorted((item for item in found if item is not None), key=lambda item: -item[0])[:MAX_SUGGESTIONS]
        return sorted((item[1] for item in best), key=lambda item: (item.start, item.claim_id))

    def _candidates(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[_Candidate]:
        """Claims that share a rare term with the passages, each once."""
        new_text = "\n".join(text[start:end] for start, end in spans)
        terms = [term for term in salient_terms(new_text, limit=MAX_TERMS) if self._is_rare(term)]
        unspaced = self._unspaced if any(map(is_unspaced, new_text)) else []
        yield from unspaced
        seen = {claim.id for claim in unspaced}
        for first in range(0, len(terms), TERMS_AT_ONCE):
            some = terms[first : first + TERMS_AT_ONCE]
            criteria = self._scope._replace(text=" OR ".join(map(_quoted, some)))
            page = Paging(RELEVANCE, MAX_CANDIDATES)
            for row in list(ClaimQuery(self._reader, criteria).rows(_Candidate._fields, page)):
                candidate = _Candidate(*row)
                if candidate.id not in seen:
                    seen.add(candidate.id)
                    yield candidate

    @cached_property
    def _unspaced(self) -> list[_Candidate]:
        """The claims in scripts without spaces: no index of words finds what stands within a run of such a script."""
        claims = (_Candidate(*row) for row in ClaimQuery(self._reader, self._scope).rows(_Candidate._fields, Paging()))
        return [claim for claim in claims if _is_mostly_unspaced(claim.text)]

    def _is_rare(self, term: str) -> bool:
        return 0 < self._count(term) <= max(COMMON_SHARE * self._claim_count, FEW_CLAIMS)

    def _count(self, term: str) -> int:
        """How many claims hold a term."""
        if term not in self._counts and is_unspaced(term[0]):
            self._counts[term] = sum(term in claim.text for claim in self._unspaced)
        elif term not in self._counts:
            try:
                self._counts[term] = ClaimQuery(self._reader, self._scope._replace(text=_quoted(term))).count()
            except UsageError:  # a term of signs that the index takes for none, such as \u2167
                self._counts[term] = 0
        return self._counts[term]

    def _best(self, claim: _Candidate, passages: _Passages) -> tuple[float, Suggestion] | None:
        """The passage that shares most with a claim, with its weight; None if none shares enough.

        Who says it counts as well, but is not missed where it is not named.
        """
        terms = {comparison_key(term): term for term in _terms(claim.text)}
        speaker = _short_name(claim)
        speaking = passages.holding(speaker) if speaker not in terms else frozenset()
        counts = Counter(number for key in terms for number in passages.holding(key))
        least = max(2, min(MIN_SHARED, len(terms)))
        enough = sorted(number for number, count in counts.items() if count + (number in speaking) >= least)
        if not enough:
            return None
        weights = {key: 1.0 / (1 + self._count(term)) ** 0.5 for key, term in terms.items()}
        whole = sum(weights.values())
        best: tuple[float, Suggestion] | None = None
        for number in enough:
            shared = [key for key in terms if number in passages.holding(key)]
            share = sum(weights[key] for key in shared) / whole
            said_by = number in speaking
            if share >= MIN_SHARE and (best is None or share + said_by > best[0]):
                names = [*([claim.source] if said_by else []), *_shown(claim.text, [terms[key] for key in shared])]
                best = share + said_by, Suggestion(claim.id, *passages.spans[number], f"shares {', '.join(names)}")
        return best


def passages_of(text: str) -> Iterator[tuple[int, int]]:
    """The passages of a text as half-open offsets, none longer than MAX_PASSAGE_LENGTH.

    They are its paragraphs; long ones as runs of whole sentences or lines, and where there are none, of words.
    """
    for start, end in _pieces(text):
        piece = text[start:end]
        begin, stop = end - len(piece.lstrip()), start + len(piece.rstrip())
        if stop > begin:
            yield begin, stop


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The passages with the spaces around them."""
    for start, end in _paragraphs(text):
        begin = last = start
        for place in (*(match.end() for match in _BREAK.finditer(text, start, end)), end):
            if place - begin > MAX_PASSAGE_LENGTH and last > begin:
                yield begin, last
                begin = last
            while place - begin > MAX_PASSAGE_LENGTH:
                cut = text.rfind(" ", begin, begin + MAX_PASSAGE_LENGTH) + 1 or begin + MAX_PASSAGE_LENGTH
                yield begin, cut
                begin = cut
            last = place
        yield begin, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _BLANK_LINE.finditer(text):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def _terms(text: str) -> list[str]:
    """The terms of a claim; in a script without spaces, all pairs of neighbouring characters."""
    if not _is_mostly_unspaced(text):
        return salient_terms(text, limit=MAX_CLAIM_TERMS)
    pairs = [one + other for one, other in pairwise(text) if is_unspaced(one) and is_unspaced(other)]
    return list(dict.fromkeys(pairs))


def _is_mostly_unspaced(text: str) -> bool:
    return not text.isascii() and 2 * sum(map(is_unspaced, text)) > len(text)


def _shown(text: str, shared: Sequence[str]) -> list[str]:
    """Terms as a reader would name them: pairs that stand together in the claim as one."""
    if not _is_mostly_unspaced(text):
        return list(shared)
    ends = [one + other in shared for one, other in pairwise(text)]
    covered = [before or after for before, after in zip([False, *ends], [*ends, False], strict=True)]
    runs = groupby(zip(covered, text, strict=True), key=lambda item: item[0])
    return ["".join(character for _, character in run) for is_covered, run in runs if is_covered]


def _short_name(claim: _Candidate) -> str:
    """What a text calls the source of a claim: a person by the last name, everybody else by the whole."""
    name = comparison_key(claim.source)
    last = name.rpartition(" ")[2]
    return last if claim.source_kind == SourceKind.PERSON and len(last) >= MIN_STEM_LENGTH else name


def _is_whole(words: str, start: int, end: int) -> bool:
    """Whether a word begins at `start` and one ends at `end`, or few letters later if it is a long one."""
    return not (start and _joins(words[start - 1], words[start])) and _ends_soon(words, start, end)


def _ends_soon(words: str, start: int, end: int) -> bool:
    """Whether the word ends at `end`, or at most MAX_ENDING letters later where the stem is long enough for that."""
    most = 0 if words[end - 1].isdigit() or end - start < MIN_STEM_LENGTH else MAX_ENDING
    behind = words[end - 1 : end + most + 1]
    return len(behind) < most + 2 or not all(_joins(one, other) for one, other in pairwise(behind))


def _joins(left: str, right: str) -> bool:
    """Whether two characters belong to one word."""
    return left.isalnum() and right.isalnum() and not (is_unspaced(left) or is_unspaced(right))


def _quoted(term: str) -> str:
    return '"' + term.replace('"', " ") + '"'
