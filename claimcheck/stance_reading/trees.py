"""Boosted trees, evaluated."""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

_FAR = 40.0


class Tree(NamedTuple):
    """One tree in arrays; a child below zero is the leaf `~child`."""

    features: tuple[int, ...]
    limits: tuple[float, ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    values: tuple[float, ...]


class Forest(NamedTuple):
    """Trees whose values add up to a log-odds, which `slope` and `shift` calibrate."""

    trees: tuple[Tree, ...]
    slope: float
    shift: float

    def margin(self, row: Sequence[float]) -> float:
        """The uncalibrated log-odds."""
        total = 0.0
        for features, limits, lefts, rights, values in self.trees:
            node = 0
            while node >= 0:
                node = lefts[node] if row[features[node]] <= limits[node] else rights[node]
            total += values[~node]
        return total

    def probability(self, row: Sequence[float]) -> float:
        """The calibrated probability."""
        return logistic(self.slope * self.margin(row) + self.shift)


def logistic(odds: float) -> float:
    """The probability of a log-odds."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, odds))))
