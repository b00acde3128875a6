"""Which passages of a new text bear on which claims.

`suggestions` is all that others use.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from claimcheck.criteria import ClaimFilter
from claimcheck.likeness import is_unspaced
from claimcheck.matching import unspaced
from claimcheck.matching.gate import MIN_PROBABILITY, bearing_probability, shares_enough, shown_words
from claimcheck.matching.likening import Asked, asked_of, bearing_likeness_of, weighed
from claimcheck.matching.passages import passages_of
from claimcheck.matching.words import words_of
from claimcheck.steps.candidates import LIVE, Candidate, Candidates
from claimcheck.store.engine import Reader
from claimcheck.text import comparison_key
from claimcheck.vocabulary import SourceKind

MAX_TEXT_LENGTH = 400_000
"""How much of a text is looked at, in code points."""
MAX_PASSAGES = 1_000
MAX_CANDIDATES = 100
"""How many claims are compared with a passage; fewer where there are many passages."""
ALL_CANDIDATES = 640
LEAST_BUDGET, MOST_BUDGET, BUDGET_SHARE = 280_000, 2_000_000, 2.0
"""How many places in the index are counted with for a text: such a share of the claims, within bounds."""
PASSAGE_BUDGET = 100_000
"""How many at most for one of its passages, which have equal parts of it."""
MIN_WORDS = 2
MIN_NAME_LENGTH = 4
MAX_SUGGESTIONS = 50


class Suggestion(NamedTuple):
    """A passage that seems to bear on a claim: half-open offsets in the text, and why."""

    claim_id: int
    start: int
    end: int
    reasons: str


Found = tuple[float, Suggestion]


class Matcher:
    """Matches texts with the claims of one filter, as they are when it is made."""

    def __init__(self, reader: Reader, scope: ClaimFilter | None = None) -> None:
        """Remember nothing of texts, but what the index says of their words."""
        self._budget = min(max(LEAST_BUDGET, round(BUDGET_SHARE * reader.last_id("claim"))), MOST_BUDGET)
        self._candidates = Candidates(reader, (scope or ClaimFilter())._replace(states=LIVE), budget=self._budget)

    def suggestions(self, text: str, *, known: str | None = None) -> list[Suggestion]:
        """The passages of `text` that bear on a claim, the best passage of each claim, in reading order.

        Passages that `known`, an earlier text of the same document, has too are left out.
        """
        text = text[:MAX_TEXT_LENGTH]
        old = comparison_key(known) if known else ""
        spans = [(start, end) for start, end in passages_of(text) if comparison_key(text[start:end]) not in old]
        best: dict[int, Found] = {}
        for probability, found in (*self._in_words(text, spans), *self._in_pairs(text, spans)):
            if found.claim_id not in best or probability > best[found.claim_id][0]:
                best[found.claim_id] = probability, found
        chosen = sorted(best.values(), key=lambda item: (-item[0], item[1].claim_id))[:MAX_SUGGESTIONS]
        return sorted((found for _, found in chosen), key=lambda found: (found.start, found.claim_id))

    def compared(self, passages: Iterable[Asked]) -> list[list[Candidate]]:
        """The claims that each of several passages of a text is compared with, the likeliest first."""
        passages = list(passages)
        count = max(1, len(passages))
        limit = min(MAX_CANDIDATES, ALL_CANDIDATES // count + 1)
        return self._candidates.of_each(passages, limit=limit, budget=min(PASSAGE_BUDGET, self._budget // count + 1))

    def _in_words(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Found]:
        passages = [(span, asked_of(text[span[0] : span[1]])) for span in spans]
        passages = [item for item in passages if len(item[1].words.shown) >= MIN_WORDS][:MAX_PASSAGES]
        every = self.compared([asked for _, asked in passages])
        for ((start, end), asked), claims in zip(passages, every, strict=True):
            if not claims:
                continue
            passage = weighed(asked, self._candidates.weights(asked), self._candidates.shortlist.most)
            for claim in claims:
                said_by = _names_source(passage.known, claim)
                if shares_enough(asked, claim.told, said_by=said_by):
                    likeness = bearing_likeness_of(passage, claim.told)
                    probability = bearing_probability(likeness, said_by=said_by)
                    if probability >= MIN_PROBABILITY:
                        names = [*([claim.source] if said_by else []), *shown_words(asked, claim.told)]
                        yield probability, Suggestion(claim.id, start, end, f"shares {', '.join(names)}")

    def _in_pairs(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Found]:
        """What claims in scripts without spaces have in common with passages in such scripts."""
        passages = [(span, text[span[0] : span[1]]) for span in spans]
        passages = [(span, passage) for span, passage in passages if any(map(is_unspaced, passage))]
        if not passages:
            return
        claims, counts = self._unspaced
        for claim_id, claim in claims:
            for (start, end), passage in passages:
                share, shown = unspaced.shared_part(claim, passage, counts)
                if share >= unspaced.MIN_SHARE:
                    yield share, Suggestion(claim_id, start, end, f"shares {', '.join(shown)}")

    @cached_property
    def _unspaced(self) -> tuple[list[tuple[int, str]], Counter[str]]:
        """The claims in scripts without spaces: no index of words finds what stands within a run of such a script."""
        claims = [(number, text) for number, text in self._candidates.texts() if unspaced.is_mostly_unspaced(text)]
        return claims, Counter(pair for _, text in claims for pair in unspaced.pairs_of(text))


def _names_source(known: frozenset[str], claim: Candidate) -> bool:
    """Whether a passage names the source of a claim, beside the claim's own words: a person by the last name."""
    keys = _keys_of_name(claim.source, claim.source_kind)
    return bool(keys) and known >= keys and not claim.told.text.shown.keys() >= keys


@lru_cache(maxsize=4_096)
def _keys_of_name(name: str, kind: str | None) -> frozenset[str]:
    shown = words_of(name).shown
    last = list(shown)[-1:]
    if kind == SourceKind.PERSON and last and len(shown[last[0]]) >= MIN_NAME_LENGTH:
        return frozenset(last)
    return frozenset(shown)
