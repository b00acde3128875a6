"""Boosted trees and a straight line, evaluated."""

from collections.abc import Sequence
from math import copysign, exp, log1p
from typing import NamedTuple

_FAR = 40.0


class Tree(NamedTuple):
    """One tree in arrays; a child below zero is the leaf `~child`."""

    features: tuple[int, ...]
    limits: tuple[float, ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    values: tuple[float, ...]


class Line(NamedTuple):
    """What some features add for their size; `squashed` features times `weights`."""

    features: tuple[int, ...] = ()
    weights: tuple[float, ...] = ()


class Forest(NamedTuple):
    """Trees and a line whose values add up to a log-odds, which `slope` and `shift` calibrate."""

    trees: tuple[Tree, ...]
    slope: float
    shift: float
    line: Line = Line()

    def margin(self, row: Sequence[float]) -> float:
        """The uncalibrated log-odds."""
        total = 0.0
        for features, limits, lefts, rights, values in self.trees:
            node = 0
            while node >= 0:
                node = lefts[node] if row[features[node]] <= limits[node] else rights[node]
            total += values[~node]
        for feature, weight in zip(*self.line, strict=True):
            total += weight * squashed(row[feature])
        return total

    def probability(self, row: Sequence[float]) -> float:
        """The calibrated probability."""
        return logistic(self.slope * self.margin(row) + self.shift)


def squashed(value: float) -> float:
    """A number on a scale on which large ones differ less."""
    return copysign(log1p(abs(value)), value)


def logistic(odds: float) -> float:
    """The probability of a log-odds."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, odds))))
