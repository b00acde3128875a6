"""Fitting the trees of the stance model, out of fold and in all."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from claimcheck.stance_reading.model_file import rounded
from claimcheck.stance_reading.trees import Forest, Line, Tree

FOLDS = 6
_LINE_C = 0.05
_SHARED = {
    "objective": "binary", "bagging_freq": 1, "bagging_fraction": 0.7, "verbose": -1, "num_threads": 1,
    "deterministic": True, "force_row_wise": True, "max_bin": 63,
}  # fmt: skip

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Recipe(NamedTuple):
    """How a forest is grown."""

    rounds: int
    leaves: int = 8
    share: float = 0.2
    rows_in_leaf: int = 20
    rate: float = 0.05
    shrinkage: float = 5.0
    seeds: int = 2
    line: Sequence[int] = ()
    """The features whose straight line counts for half; without any, the trees count alone."""


class Grown(NamedTuple):
    """What was fitted to some rows: boosted trees, once for each seed, and a line with where it starts."""

    boosters: list[lightgbm.Booster]
    line: Line
    start: float


def grown(recipe: Recipe, rows: Floats, answers: Flags, weights: Floats) -> Grown:
    """Fit the trees and the line of a recipe."""
    boosters = [
        lightgbm.train(
            _SHARED
            | {
                "num_leaves": recipe.leaves, "feature_fraction": recipe.share, "min_child_samples": recipe.rows_in_leaf,
                "learning_rate": recipe.rate, "lambda_l2": recipe.shrinkage, "seed": seed,
            },
            lightgbm.Dataset(rows, answers.astype(int), weight=weights),
            recipe.rounds,
        )
        for seed in range(recipe.seeds)
    ]  # fmt: skip
    return (
        Grown(boosters, *_straight(recipe.line, rows, answers, weights)) if recipe.line else Grown(boosters, Line(), 0)
    )


def _straight(features: Sequence[int], rows: Floats, answers: Flags, weights: Floats) -> tuple[Line, float]:
    """A logistic regression on features of equal spread, and its value where all features are 0."""
    values = _squashed(rows[:, features])
    mean = np.average(values, axis=0, weights=weights)
    spread = np.sqrt(np.average((values - mean) ** 2, axis=0, weights=weights)) + 1e-9
    fitted = LogisticRegression(C=_LINE_C, max_iter=1000).fit((values - mean) / spread, answers, sample_weight=weights)
    slopes = fitted.coef_[0] / spread
    return Line(tuple(features), tuple(map(float, slopes))), float(fitted.intercept_[0] - slopes @ mean)


def _squashed(values: Floats) -> Floats:
    return np.copysign(np.log1p(np.abs(values)), values)


def margins(fitted: Grown, rows: Floats) -> Floats:
    """The log-odds: the mean of the trees, or half of it and half of the line."""
    trees = np.mean([np.asarray(booster.predict(rows, raw_score=True)) for booster in fitted.boosters], axis=0)
    if not fitted.line.features:
        return trees
    return (trees + _squashed(rows[:, fitted.line.features]) @ np.array(fitted.line.weights) + fitted.start) / 2


def calibration(odds: Floats, answers: Flags, weights: Floats) -> tuple[float, float]:
    """Slope and shift that turn log-odds into calibrated ones.

    Source: J. Platt, Probabilistic outputs for support vector machines (1999).
    """
    fitted = LogisticRegression(C=1e6).fit(odds[:, None], answers, sample_weight=weights)
    return float(fitted.coef_[0][0]), float(fitted.intercept_[0])


def forest(fitted: Grown, slope: float, shift: float) -> Forest:
    """The trees of all boosters and the line, to be added up."""
    halves = 2 if fitted.line.features else 1
    trees = [
        _tree(info["tree_structure"], len(fitted.boosters) * halves)
        for booster in fitted.boosters
        for info in booster.dump_model()["tree_info"]
        if "split_index" in info["tree_structure"]
    ]
    line = Line(fitted.line.features, tuple(rounded(weight / halves) for weight in fitted.line.weights))
    return Forest(tuple(trees), slope, shift + slope * fitted.start / halves, line)


def _tree(root: dict[str, Any], share: int) -> Tree:
    features: list[int] = []
    limits: list[float] = []
    lefts: list[int] = []
    rights: list[int] = []
    values: list[float] = []

    def walk(node: dict[str, Any]) -> int:
        if "split_index" not in node:
            values.append(rounded(node["leaf_value"] / share))
            return -len(values)
        own = len(features)
        features.append(node["split_feature"])
        limits.append(rounded(node["threshold"]))
        lefts.append(0)
        rights.append(0)
        lefts[own], rights[own] = walk(node["left_child"]), walk(node["right_child"])
        return own

    walk(root)
    return Tree(tuple(features), tuple(limits), tuple(lefts), tuple(rights), tuple(values))
