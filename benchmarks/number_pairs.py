"""Measures whether numbers of claims and passages are held against each other as people hold them.

    python benchmarks/numbers.py --gold FILE [--part NAME] [--out FILE]

FILE is JSON lines with `id`, `claim`, `passage` (or `text`) and `label`: agree, disagree or incomparable. `--part`
takes only the lines whose `part` is that one. Prints accuracy, macro-F1 and the scores of each label, and how many
pairs a second of processor time is enough for; `--out` writes what was found as `{"id", "label"}`.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from measuring import markdown

sys.path.append(str(Path(__file__).resolve().parents[1]))

from claimcheck.quantities.comparing import compare
from tests.quantities.number_scores import read_pairs, score


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How well and how fast the numbers of two texts are compared.")
    parser.add_argument("--gold", type=Path, required=True, metavar="FILE", help="pairs with their labels, JSON lines")
    parser.add_argument("--part", metavar="NAME", help="only the lines of this part")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where what was found goes, JSON lines")
    arguments = parser.parse_args()
    pairs: list[dict[str, Any]] = [
        pair for pair in read_pairs(arguments.gold) if arguments.part in (None, pair.get("part"))
    ]
    if not pairs:
        sys.exit(f"no pairs in {arguments.gold}")
    began = time.process_time()
    found = [compare(pair["claim"], pair["passage"]).outcome.value for pair in pairs]
    cpu_s = max(time.process_time() - began, 1e-9)
    if arguments.out:
        lines = (json.dumps({"id": pair["id"], "label": label}) for pair, label in zip(pairs, found, strict=True))
        arguments.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    scores = score([pair["label"] for pair in pairs], found)
    rows = [
        [label, f"{100 * one.precision:.1f}", f"{100 * one.recall:.1f}", f"{100 * one.f1:.1f}", str(one.support)]
        for label, one in scores.by_label.items()
    ]
    print(markdown(["", "precision", "recall", "F1", "pairs"], rows))
    print(f"accuracy {100 * scores.accuracy:.1f}, macro-F1 {100 * scores.macro_f1:.1f}, of {len(pairs):,} pairs")
    print(f"{len(pairs) / cpu_s:,.0f} pairs per second of processor time")
    return 0
