"""How good judged stances are: the measures of the benchmarks, with weights for rows that stand for several."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

BINS = 15
FNC_LABELS = {"agree", "disagree", "discuss", "unrelated"}
_FLOOR = 1e-12


class Judged(NamedTuple):
    """One row: the right label, the label given, the probability of each label, whether it was answered at all."""

    gold: str
    label: str
    chances: Mapping[str, float]
    abstains: bool = False
    weight: float = 1.0


def measures(judged: Sequence[Judged], labels: Sequence[str]) -> dict[str, float]:
    """Accuracy, macro F1, F1 by label, Brier score (0..2), expected calibration error, and what was answered."""
    total = sum(row.weight for row in judged)
    right = sum(row.weight for row in judged if row.gold == row.label)
    by_label = {f"f1 {label}": f1(judged, label) for label in labels}
    answered = [row for row in judged if not row.abstains]
    weight = sum(row.weight for row in answered)
    scores = {
        "rows": float(len(judged)),
        "accuracy": right / total,
        "macro f1": sum(by_label.values()) / len(labels),
        **by_label,
        "brier": sum(row.weight * _brier(row, labels) for row in judged) / total,
        "calibration error": calibration_error(judged),
        "coverage": weight / total,
        "accuracy of answers": sum(row.weight for row in answered if row.gold == row.label) / weight if weight else 0.0,
    }
    if set(labels) >= FNC_LABELS:
        scores["weighted score"] = fnc_percent(judged)
    return scores


def f1(judged: Sequence[Judged], label: str) -> float:
    """The F1 of one label; 0 where it is neither given nor right anywhere."""
    both = sum(row.weight for row in judged if row.gold == row.label == label)
    given = sum(row.weight for row in judged if row.label == label)
    right = sum(row.weight for row in judged if row.gold == label)
    return 2 * both / (given + right) if both else 0.0


def fnc_percent(judged: Sequence[Judged]) -> float:
    """The weighted score of the Fake News Challenge in percent of the best.

    Source: http://www.fakenewschallenge.org/
    """
    reached = best = 0.0
    for row in judged:
        is_related = row.gold != "unrelated"
        points = 0.25 * (row.gold == row.label) + 0.5 * (row.gold == row.label and is_related)
        points += 0.25 * (is_related and row.label != "unrelated")
        reached += row.weight * points
        best += row.weight * (1.0 if is_related else 0.25)
    return 100 * reached / best


def calibration_error(judged: Sequence[Judged]) -> float:
    """How far the probability of the most probable label is from how often it is right, in bins of equal width."""
    bins = [0.0] * BINS
    for row in judged:
        top = max(row.chances, key=lambda label: row.chances[label])
        chance = row.chances[top]
        bins[min(BINS - 1, int(chance * BINS))] += row.weight * (chance - (top == row.gold))
    return sum(map(abs, bins)) / sum(row.weight for row in judged)


def _brier(row: Judged, labels: Sequence[str]) -> float:
    return sum((row.chances[label] - (label == row.gold)) ** 2 for label in labels)
