"""How surely a passage bears on a claim, out of how alike they are; pure.

Both sets of coefficients are what benchmarks/train_match.py learns from the training queries of CheckThat! 2020 (task
2) and, for the gate, from 200 training documents of FNC-1 as well. Out of fold, the first of a ranking is right for
.869 of 765 posts. From a probability of .5 the gate is right in .88 of what it lets through, and lets .77 of what bears
through, of the thirty claims that share most with each text.
"""

import math
from collections.abc import Sequence
from operator import mul

from claimcheck.matching.likening import BEARING_FEATURES, FEATURES, Asked, Told

MIN_PROBABILITY = 0.5
MIN_SHARED = 3
"""So many words have to be shared, or all that a claim has, but two."""
RANKING = {
    "shared": 0.52, "of_passage": 4.19, "of_claim": 4.97, "rarest": 2.61, "beginning": 5.47, "names": 0.60,
    "numbers": 0.86, "numbers_missing": -0.65, "in_text": 0.70, "in_other": 1.05, "aside": 3.78, "year": 1.57,
    "month": 1.69,
}  # fmt: skip
BEARING = {
    "shared": -0.37, "of_passage": 0.87, "of_claim": 11.38, "rarest": 2.42, "beginning": 2.32, "pairs": -0.30,
    "names": 0.47, "numbers": 0.76, "numbers_missing": -0.30,
}  # fmt: skip
BIAS = -7.04
_RANKING = [RANKING.get(name, 0.0) for name in FEATURES]
_BEARING = [BEARING.get(name, 0.0) for name in BEARING_FEATURES]
MAX_SHOWN = 8


def rank_score(likeness: Sequence[float]) -> float:
    """A number by which claims are put in order for one text: the higher, the likelier it is meant."""
    return _sum(_RANKING, likeness)


def bearing_probability(likeness: Sequence[float], *, said_by: bool) -> float:
    """The probability that a passage bears on a claim at all; `said_by`: it names the claim's source."""
    return 1 / (1 + math.exp(-_sum(_BEARING, likeness) - BIAS - said_by))


def shares_enough(asked: Asked, told: Told, *, said_by: bool) -> bool:
    """Whether there is something to show: what few words or a single name share is an accident."""
    own = told.text.shown.keys()
    count = len(own & asked.words.shown.keys()) + said_by
    return count >= max(2, min(MIN_SHARED, len(own)))


def shown_words(asked: Asked, told: Told) -> list[str]:
    """The words that a claim shares with a passage, as the claim writes them; names of several words as one."""
    shown: list[str] = []
    last = -2
    names = told.text.names
    for place, key in enumerate(told.text.keys):
        if key in told.text.shown and key in asked.words.shown:
            word = told.text.shown[key]
            if place == last + 1 and {key, told.text.keys[last]} <= names and not key[0].isdigit():
                shown[-1] += f" {word}"
            elif not any(word in other.split() for other in shown):
                shown.append(word)
            last = place
    return shown[:MAX_SHOWN]


def _sum(weights: Sequence[float], likeness: Sequence[float]) -> float:
    whole: float = sum(map(mul, weights, likeness))
    return round(whole, 9)  # sums over sets differ in the last digits from run to run
