"""How far labels of pairs of texts are those that people gave them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple


class LabelScore(NamedTuple):
    precision: float
    recall: float
    f1: float
    support: int


class NumberScores(NamedTuple):
    accuracy: float
    macro_f1: float
    by_label: dict[str, LabelScore]


def read_pairs(path: Path) -> list[dict[str, Any]]:
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for pair in pairs:
        pair.setdefault("passage", pair.get("text"))
    return pairs


def score(gold: Sequence[str], found: Sequence[str]) -> NumberScores:
    """The scores of the labels that occur in the gold."""
    both = list(zip(gold, found, strict=True))
    by_label = {}
    for label in sorted(set(gold)):
        right = both.count((label, label))
        said, support = list(found).count(label), list(gold).count(label)
        precision, recall = right / said if said else 0.0, right / support
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        by_label[label] = LabelScore(precision, recall, f1, support)
    accuracy = sum(one == other for one, other in both) / len(both)
    return NumberScores(accuracy, sum(one.f1 for one in by_label.values()) / len(by_label), by_label)
