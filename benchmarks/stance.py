"""Measures the stance model on labelled pairs of claims and passages.

    python benchmarks/stance.py --gold FILE [--docs FILE] [--out FILE] [--model NAME]

FILE has one JSON object a line: `id`, `claim`, `text` (or `doc_id`, and the texts in the file of `--docs`) and `label`.
The model knows four stances; only those whose labels occur in FILE count, and their probabilities are scaled to sum to
1: supports = agree, refutes = disagree, mentions = discuss, discusses or not_enough, unrelated. With `not_enough` and
without `unrelated`, what is unrelated counts as not_enough. The label is the model's own where it is among those, else
the most probable. Rows on which the model abstains still get a label, and are marked in the predictions; in a file
with no label for what is left open, those count as left open whose scaled probability is below 0.8.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[1]))

from stance_scores import Judged, measures
from stance_sets import STANCES, rows, texts

from claimcheck import shelf
from claimcheck.judgements import Judgement
from claimcheck.vocabulary import Stance

SURE = 0.8
PEERS = """
Published or measured elsewhere, on the test sets:
  FNC-1 weighted score   official baseline 75.2 · winners of 2017 82.0 · a feature model 85.1 (macro F1 .625)
  Emergent accuracy      published .73 · a feature model .754
  HealthVer accuracy     .607      COVID-Fact accuracy .689
"""


def labels_of(gold: Sequence[Mapping[str, Any]]) -> list[str]:
    """The labels that occur.

    Raises:
        SystemExit: one of them is no stance.
    """
    labels = sorted({row["label"] for row in gold})
    strange = [label for label in labels if label not in STANCES]
    if strange:
        sys.exit(f"no stance: {', '.join(strange)}; known: {', '.join(STANCES)}")
    return labels


def translated(judgement: Judgement, labels: Sequence[str]) -> tuple[str, dict[str, float]]:
    """A judgement in the labels of a file: the label and the probabilities."""
    by_stance = {STANCES[label]: label for label in labels}
    chances = dict.fromkeys(labels, 0.0)
    own = by_stance.get(judgement.stance)
    for stance, chance in judgement.probabilities.items():
        label = by_stance.get(stance)
        if label is None and stance is Stance.UNRELATED and "not_enough" in labels:
            label = "not_enough"
            own = own or (label if judgement.stance is stance else None)
        if label is not None:
            chances[label] += chance
    total = sum(chances.values())
    scaled = {label: chance / total if total else 1 / len(labels) for label, chance in chances.items()}
    return own or max(labels, key=lambda label: scaled[label]), scaled


def unanswered(judgement: Judgement, label: str, chances: Mapping[str, float]) -> bool:
    """Whether a row counts as left open: by the model, or, where labels are missing, by the scaled probability."""
    if len(chances) > 2:  # noqa: PLR2004 - with a label for what is left open, the model decides
        return judgement.abstains
    return chances[label] < SURE


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How well and how fast claimcheck judges stances.")
    parser.add_argument("--gold", type=Path, required=True, metavar="FILE", help="labelled pairs, JSON Lines")
    parser.add_argument("--docs", type=Path, metavar="FILE", help="the documents that the pairs name by doc_id")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the predictions there, JSON Lines")
    parser.add_argument(
        "--model", default="features", metavar="NAME", help="a stance model by name; features when left out"
    )
    arguments = parser.parse_args()
    gold = rows(arguments.gold)
    if not gold:
        sys.exit(f"no pairs in {arguments.gold}")
    labels = labels_of(gold)
    pairs = texts(gold, arguments.docs)
    model = shelf.find("stances", arguments.model)
    start = time.process_time()
    judgements = model.judge(pairs)
    spent_s = time.process_time() - start
    judged, written = [], []
    for row, judgement in zip(gold, judgements, strict=True):
        label, chances = translated(judgement, labels)
        abstains = unanswered(judgement, label, chances)
        judged.append(Judged(row["label"], label, chances, abstains))
        prediction = {"id": row.get("id"), "label": label, "probs": chances, "abstains": abstains}
        written.append(json.dumps(prediction, ensure_ascii=False))
    if arguments.out:
        arguments.out.write_text("\n".join(written) + "\n", encoding="utf-8")
    print(f"{model.version} on {arguments.gold.parent.name}/{arguments.gold.name}\n")
    for name, value in measures(judged, labels).items():
        print(f"  {name:<22}{value:>10,.0f}" if name == "rows" else f"  {name:<22}{value:>10.3f}")
    print(f"  {'pairs a CPU second':<22}{len(pairs) / max(spent_s, 1e-9):>10,.0f}")
    print(PEERS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
