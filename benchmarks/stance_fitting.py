"""Fitting the trees of the stance model, out of fold and in all."""

from typing import Any, NamedTuple

import lightgbm
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from claimcheck.stance_reading.model_file import rounded
from claimcheck.stance_reading.trees import Forest, Tree

FOLDS = 6
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


def grown(recipe: Recipe, rows: Floats, answers: Flags, weights: Floats) -> list[lightgbm.Booster]:
    """Boosted trees, once for each seed."""
    return [
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


def margins(boosters: list[lightgbm.Booster], rows: Floats) -> Floats:
    """The mean log-odds."""
    return np.mean([np.asarray(booster.predict(rows, raw_score=True)) for booster in boosters], axis=0)


def calibration(odds: Floats, answers: Flags, weights: Floats) -> tuple[float, float]:
    """Slope and shift that turn log-odds into calibrated ones.

    Source: J. Platt, Probabilistic outputs for support vector machines (1999).
    """
    fitted = LogisticRegression(C=1e6).fit(odds[:, None], answers, sample_weight=weights)
    return float(fitted.coef_[0][0]), float(fitted.intercept_[0])


def forest(boosters: list[lightgbm.Booster], slope: float, shift: float) -> Forest:
    """The trees of all boosters, to be added up."""
    trees = [
        _tree(info["tree_structure"], len(boosters))
        for booster in boosters
        for info in booster.dump_model()["tree_info"]
        if "split_index" in info["tree_structure"]
    ]
    return Forest(tuple(trees), slope, shift)


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
