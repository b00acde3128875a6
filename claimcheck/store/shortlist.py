"""Which claims hold the rare words of a text, read from the full-text index in bounded work.

How many claims hold a word is counted up to a bound only; for a word that is in more claims it is estimated from
where in the ledger the bound was reached. So no list of a common word is ever read through.
"""

import heapq
import math
from collections.abc import Collection, Iterable
from typing import NamedTuple

from claimcheck.errors import UsageError
from claimcheck.matching.pool import Pool, brief_share
from claimcheck.store.engine import Reader

READ_AT_FIRST = 300
"""How many claims are read for each word."""
WORD_SHARE = 0.25
"""How much of what is counted for a text a single word may be."""
READ_TOGETHER = 400
"""How many are read that hold several common words, where a text has no others."""
_TOGETHER = (4, 3, 2)
COMPARED, COMPARED_SHARE, MOST_COMPARED = 40, 4, 400
"""So many of the best are compared by their length as well, and so many for each that is wanted; not more than that."""


class Posting(NamedTuple):
    """The claims that hold a word: how many, perhaps estimated, what that says, and their ids if all were read."""

    held_by: int
    weight: float
    claim_ids: Collection[str] | None


class Shortlist:
    """Looks words up in the index of one ledger, each once."""

    def __init__(self, reader: Reader, *, budget: int) -> None:
        """Remember nothing yet; `budget` is how many ids may be counted with in all."""
        self._reader = reader
        self.claim_count = max(1, reader.last_id("claim"))
        """So many claims there have been at most."""
        self.most = self._weight_of(1)
        """The weight of a word that only one claim holds."""
        self._left = budget
        self._known: dict[str, Posting] = {}

    def look_up(self, word: str, *, most: int = READ_AT_FIRST) -> Posting:
        """The claims that hold a word, as it is written; all of them, unless they are more than `most`."""
        known = self._known.get(word)
        if known is None or (known.claim_ids is None and READ_AT_FIRST < most >= known.held_by):
            known = self._known[word] = self._read(_quoted(word), most)
        return known

    def weight(self, word: str) -> float:
        """How much it says that a claim holds a word: the logarithm of how rare that is; 0 if none does."""
        return self.look_up(word).weight

    def best(self, words: Iterable[str], *, limit: int, budget: int, among: frozenset[str] | None = None) -> list[int]:
        """The claims that hold most of what is rare in those words, the best first; never more than `limit`.

        The rarest words are read until `budget` ids have been counted. With `among`, only those claims are given.
        """
        common = []
        most = max(READ_AT_FIRST, round(WORD_SHARE * budget))
        counts = sorted((self.look_up(word).held_by, word) for word in set(words))
        pool = Pool(sum(self.weight(word) for _, word in counts))
        for held_by, word in counts:
            if not held_by:
                continue
            affordable = min(budget, self._left)
            posting = self.look_up(word, most=most if held_by <= affordable else READ_AT_FIRST)
            ids = posting.claim_ids
            if ids is None or (len(pool) and posting.held_by > affordable):
                common.append(word)
                continue
            budget -= posting.held_by
            self._left -= posting.held_by
            if pool.is_closed and not isinstance(ids, frozenset):
                ids = frozenset(ids)
                self._known[word] = posting._replace(claim_ids=ids)
            pool.add(ids if among is None else among.intersection(ids), posting.weight)
        is_enough = len(pool) >= limit
        scores = pool.best(max(limit, min(COMPARED + COMPARED_SHARE * limit, MOST_COMPARED)))
        if not is_enough:
            self._add_common(scores, common, among)
        return _highest(self._by_length(scores), limit)

    def _by_length(self, scores: dict[str, float]) -> dict[str, float]:
        """What the words weigh that claims hold, the more the shorter a claim is."""
        if not scores:
            return scores
        search = self._reader.search
        sql = search.LENGTHS.format(marks=", ".join("?" * len(scores)))
        rows = self._reader.all(sql, list(map(int, scores)))
        counts = {str(claim_id): search.word_count(length) for claim_id, length in rows}
        return {claim_id: scores[claim_id] * brief_share(count) for claim_id, count in counts.items()}

    def _add_common(self, scores: dict[str, float], common: list[str], among: frozenset[str] | None) -> None:
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
            return Posting(0, 0.0, ())
        found = self._reader.value(self._reader.search.POSTINGS, (expression, most + 1))
        if not found:
            return Posting(0, 0.0, ())
        count = found.count(",") + 1
        if count <= most or keep:
            return Posting(count, self._weight_of(count), found.split(","))
        last = int(found[found.rindex(",") + 1 :])
        count = max(count, round(count * self.claim_count / last))
        return Posting(count, self._weight_of(count), None)

    def _weight_of(self, count: int) -> float:
        """Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3.2."""
        return math.log(1 + max(0.0, self.claim_count - count + 0.5) / (count + 0.5))


def _highest(scores: dict[str, float], limit: int) -> list[int]:
    """The ids with the highest scores, the best first, the oldest claim first where they are equal."""
    if len(scores) > limit:
        least = heapq.nlargest(limit, scores.values())[-1]
        scores = {claim_id: score for claim_id, score in scores.items() if score >= least}
    return [number for _, number in sorted((-score, int(claim_id)) for claim_id, score in scores.items())[:limit]]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', " ") + '"'
