"""Which claims hold the rare words of a text, read from the full-text index in bounded work.

How many claims hold a word is counted up to a bound only; for a word that is in more claims it is estimated from
where in the ledger the bound was reached. So no list of a common word is ever read through.
"""

import heapq
import math
from collections.abc import Collection, Iterable
from typing import NamedTuple

from claimcheck.errors import UsageError
from claimcheck.store.engine import Reader

READ_AT_FIRST = 1_000
"""How many claims are read for each word."""
READ_MORE = 20_000
"""How many are read at most for one word, where a text has few rare ones."""
READ_TOGETHER = 400
"""How many are read that hold several common words, where a text has no others."""
_TOGETHER = (4, 3, 2)


LEAST_BUDGET, BUDGET_SHARE = 5_000, 0.12
"""How many ids are counted with for one text at most: so many, or such a share of a larger ledger."""
LEAST_ENOUGH, MOST_ENOUGH = 1_500, 6_000
ENOUGH_SHARE = 0.02
"""With so many claims at hand, of a ledger, further words tell them apart, and bring no others."""
CHECK_AGAIN = 0.75
"""How much less is left each time that it is asked whether other claims can still be among the best."""


class Posting(NamedTuple):
    """The claims that hold a word: how many, perhaps estimated, and their ids if all were read."""

    held_by: int
    claim_ids: tuple[str, ...] | None


class Shortlist:
    """Looks words up in the index of one ledger, each once."""

    def __init__(self, reader: Reader, *, budget: int) -> None:
        """Remember nothing yet; `budget` is how many ids may be counted with in all."""
        self._reader = reader
        self.claim_count = max(1, reader.last_id("claim"))
        """So many claims there have been at most."""
        self.most = math.log(1 + (self.claim_count - 0.5) / 1.5)
        """The weight of a word that only one claim holds."""
        self._enough = min(max(LEAST_ENOUGH, round(ENOUGH_SHARE * self.claim_count)), MOST_ENOUGH)
        self._left = budget
        self._known: dict[str, Posting] = {}

    def look_up(self, word: str, *, most: int = READ_AT_FIRST) -> Posting:
        """The claims that hold a word, as it is written; all of them, unless they are more than `most`."""
        known = self._known.get(word)
        if known is None or (known.claim_ids is None and READ_AT_FIRST < most >= known.held_by):
            known = self._known[word] = self._read(_quoted(word), most)
        return known

    def weight(self, word: str) -> float:
        """How much it says that a claim holds a word: the logarithm of how rare that is; 0 if none does.

        Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3.2.
        """
        count = self.look_up(word).held_by
        return math.log(1 + (self.claim_count - count + 0.5) / (count + 0.5)) if 0 < count <= self.claim_count else 0.0

    def best(self, words: Iterable[str], *, limit: int, budget: int, among: Collection[str] | None = None) -> list[int]:
        """The claims that hold most of what is rare in those words, the best first; never more than `limit`.

        The rarest words are read until `budget` ids have been counted. With `among`, only those claims are given.
        """
        scores: dict[str, float] = {}
        budget = min(budget, max(LEAST_BUDGET, round(BUDGET_SHARE * self.claim_count)))
        common = []
        ordered = self._rarest_first(words)
        remaining = sum(map(self.weight, ordered))
        checked = remaining
        is_closed = False
        for word in ordered:
            posting = self.look_up(word)
            if posting.claim_ids is None and posting.held_by <= min(budget, READ_MORE, self._left):
                posting = self.look_up(word, most=READ_MORE)
            if posting.claim_ids is None or (scores and posting.held_by > min(budget, self._left)):
                common.append(word)
                continue
            budget -= posting.held_by
            self._left -= posting.held_by
            weight = self.weight(word)
            is_closed = is_closed or len(scores) >= self._enough
            if not is_closed and remaining < CHECK_AGAIN * checked and len(scores) > limit:
                # what holds none of the words so far can no longer be among the best
                checked = remaining
                is_closed = heapq.nlargest(limit, scores.values())[-1] > remaining
            remaining -= weight
            if is_closed:
                for claim_id in scores.keys() & posting.claim_ids:
                    scores[claim_id] += weight
            else:
                for claim_id in posting.claim_ids:
                    scores[claim_id] = scores.get(claim_id, 0.0) + weight
        if among is not None:
            scores = {claim_id: scores[claim_id] for claim_id in scores.keys() & among}
        if len(scores) < limit:
            self._add_common(scores, common, among)
        return _highest(scores, limit)

    def _rarest_first(self, words: Iterable[str]) -> list[str]:
        counts = {word: self.look_up(word).held_by for word in words}
        return sorted((word for word in counts if counts[word]), key=lambda word: (counts[word], word))

    def _add_common(self, scores: dict[str, float], common: list[str], among: Collection[str] | None) -> None:
        """Claims that hold several common words together: each of those is in too many to read through."""
        for size in _TOGETHER:
            some = common[:size]
            if len(some) == size:
                found = self._read(" ".join(map(_quoted, some)), READ_TOGETHER, keep=True).claim_ids or ()
                weight = sum(map(self.weight, some))
                for claim_id in found:
                    if among is None or claim_id in among:
                        scores[claim_id] = max(scores.get(claim_id, 0.0), weight)
                if found:
                    return

    def _read(self, asked: str, most: int, *, keep: bool = False) -> Posting:
        try:
            expression = self._reader.search.expression(asked)
        except UsageError:  # signs that the index takes for no word
            return Posting(0, ())
        count, last, ids = self._reader.all(self._reader.search.POSTINGS, (expression, most + 1))[0]
        if not count:
            return Posting(0, ())
        if count <= most or keep:
            return Posting(count, tuple(ids.split(",")))
        return Posting(max(count, round(count * self.claim_count / max(last, 1))), None)


def _highest(scores: dict[str, float], limit: int) -> list[int]:
    """The ids with the highest scores, the best first, the oldest claim first where they are equal."""
    if len(scores) > limit:
        least = heapq.nlargest(limit, scores.values())[-1]
        scores = {claim_id: score for claim_id, score in scores.items() if score >= least}
    return [number for _, number in sorted((-score, int(claim_id)) for claim_id, score in scores.items())[:limit]]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', " ") + '"'
