"""One ranking out of several; pure."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)
DAMPING = 10
"""How little the first places count more than the next."""


def fused(rankings: Sequence[Sequence[Item]], *, damping: float = DAMPING) -> list[Item]:
    """All items of several rankings, those first that stand high in many; ties as in the first ranking.

    Source: Cormack, Clarke and Buettcher, Reciprocal Rank Fusion outperforms Condorcet and individual Rank
    Learning Methods (2009).
    """
    scores: defaultdict[Item, float] = defaultdict(float)
    for ranking in rankings:
        for place, item in enumerate(dict.fromkeys(ranking), start=1):
            scores[item] += 1 / (damping + place)
    return sorted(scores, key=lambda item: -scores[item])
