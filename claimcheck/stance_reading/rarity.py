"""How much a shared word tells: its rarity among the texts at hand, leaning on a guess by form when they are few."""

from collections import Counter
from collections.abc import Iterable
from math import log

from claimcheck.stance_reading.words import usual_rate

_GUESS_WORTH = 200
"""The guess counts as much as this many texts."""


class Rarity:
    """Weights of stems among the texts of one call."""

    def __init__(self, texts: Iterable[Iterable[str]] = ()) -> None:
        """Count in how many texts each stem stands; each text is given as its distinct stems."""
        self._counts: Counter[str] = Counter()
        self._texts = 0
        for stems in texts:
            self._counts.update(iter(stems))  # a mapping would be added up
            self._texts += 1
        self._weights: dict[str, float] = {}

    def weight(self, root: str) -> float:
        """The inverse document frequency of a stem, never below 0.05."""
        known = self._weights.get(root)
        if known is None:
            expected = self._counts[root] + _GUESS_WORTH * usual_rate(root)
            known = self._weights[root] = max(0.05, log((self._texts + _GUESS_WORTH) / (expected + 0.5)))
        return known
