"""Which claims hold most of what is rare in some words, counted word by word, the rarest first; pure.

Source: Turtle and Flood, Query evaluation: strategies and optimizations (1995), for when no other claim can come in.
"""

from collections.abc import Collection
from heapq import nlargest

FIRST = 10
"""So many of the best are meant to be complete."""
NEAR = 0.6
"""Claims whose words weigh less, as a share of those of the last of the first, are not among the best."""
CHECK_AGAIN = 0.65
"""How much less has to be left before it is asked again which claims can be among the best."""
FEW = 300
"""So few claims need not be looked through."""
SATURATION, LENGTH_SHARE = 1.2, 0.75
"""k1 and b of BM25."""
USUAL_LENGTH = 25.0
"""The words of a claim that is neither short nor long, together with its quotation and its source."""


class Pool:
    """The claims met so far, each with the weight of the words that it holds."""

    def __init__(self, left: float) -> None:
        """Know no claim; `left` is the weight of all words that will be added, and of those that will not."""
        self._left = left
        self._check_below = left / 2  # no claim holds more than what has been added
        self._scores: dict[str, float] = {}
        self._heaviest = 0.0
        self.is_closed = False
        """Whether a claim that holds none of the words so far can be among the first no longer."""

    def __len__(self) -> int:
        """How many claims are in the count."""
        return len(self._scores)

    def add(self, claim_ids: Collection[str], weight: float) -> None:
        """Count a word of that weight, held by these claims; no word may be rarer than one before it."""
        scores = self._scores
        if self.is_closed:
            for claim_id in scores.keys() & claim_ids:
                scores[claim_id] += weight
        elif scores:
            before = scores.get
            for claim_id in claim_ids:
                scores[claim_id] = before(claim_id, 0.0) + weight
        else:
            scores.update(dict.fromkeys(claim_ids, weight))
            self._heaviest = weight
        self._left -= weight
        if self._left < self._check_below and len(scores) > FEW:
            self._check()

    def best(self, limit: int) -> dict[str, float]:
        """The claims with the highest scores, at most `limit`, as long as they are near the first.

        Where they are equal, the oldest claims, whatever the order in which they were counted.
        """
        if len(self._scores) > limit:
            self._drop(left=0.0, above=self._heaviest)
        scores = self._scores
        if len(scores) > limit:
            least = nlargest(limit, scores.values())[-1]
            scores = {claim_id: score for claim_id, score in scores.items() if score >= least}
        ranked = sorted((-score, int(claim_id), claim_id) for claim_id, score in scores.items())
        return {claim_id: scores[claim_id] for _, _, claim_id in ranked[:limit]}

    def _check(self) -> None:
        self._check_below = CHECK_AGAIN * self._left
        self.is_closed = self._drop(left=self._left, above=self._left) or self.is_closed

    def _drop(self, *, left: float, above: float) -> bool:
        """Forget the claims that cannot come near the first; gives whether there are enough above a score to tell."""
        high = [score for score in self._scores.values() if score > above]
        if len(high) < FIRST:
            return False
        least = NEAR * nlargest(FIRST, high)[-1] - left
        if least > 0:
            self._scores = {claim_id: score for claim_id, score in self._scores.items() if score >= least}
        return True


def brief_share(word_count: int) -> float:
    """What a shared word counts in a claim of so many words, 1 in one of the usual length: more in a shorter one.

    Source: BM25 for words that occur once; Robertson and Zaragoza (2009), section 3.5.
    """
    return (SATURATION + 1) / (SATURATION + 1 + SATURATION * LENGTH_SHARE * (word_count / USUAL_LENGTH - 1))
