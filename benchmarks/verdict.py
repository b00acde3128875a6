"""Measures suggested verdicts on claims with given evidence.

    python benchmarks/verdict.py --gold FILE [--out FILE] [--model NAME]

FILE has one JSON object a line: `id`, `claim`, `evidence` (objects with `text`, and `question` and `url` if there are
any) and `label`: supported, refuted, not_enough, conflicting, or supports, refutes. Each piece of evidence is judged
by the stance model, pieces of one origin have one vote, and the suggested verdict is that of `claimcheck check` with
sources graded A. `--label-by best` takes the likeliest verdict instead of suggesting only what is well supported.
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

from claimcheck import scoring, shelf
from claimcheck.independence.origins import origins
from claimcheck.independence.ownership import Ownership, in_force
from claimcheck.independence.values import Item
from claimcheck.judgements import Judgement, Pair
from claimcheck.steps.evidence import shown_stance
from claimcheck.vocabulary import Reliability, Stance, Verdict

PEERS = "AVeriTeC dev with given evidence, measured elsewhere: accuracy .668, macro F1 .473"
STARTS = {
    Verdict.SUPPORTED: "s",
    Verdict.REFUTED: "r",
    Verdict.CONFLICTING: "c",
    Verdict.NOT_ENOUGH_EVIDENCE: "n",
}
"""How the labels of a verdict begin: supported, supports."""
MIN_LEAN = 0.05


def passage(piece: Mapping[str, Any]) -> str:
    """A piece of evidence as one text, with the question that it answers."""
    return " ".join(part for part in (piece.get("question"), piece.get("text")) if part)


def voted(
    pieces: Sequence[Mapping[str, Any]], judgements: Sequence[Judgement], ownership: Ownership
) -> scoring.Assessment:
    """What the evidence for one claim comes to."""
    items = [
        Item(
            key=number, url=piece.get("url"), canonical_url=None, publisher=None, publisher_names=(), title="",
            author=None, published_on=None, text=passage(piece), passage=passage(piece), start=0,
            end=len(passage(piece)),
        )
        for number, piece in enumerate(pieces)
    ]  # fmt: skip
    grouped = origins(items, ownership=ownership)
    sets = [origin.items for origin in grouped.origins] + [(aside.key,) for aside in grouped.unresolved]
    votes = []
    for number, keys in enumerate(sets):
        sides = [(shares(judgements[key]), key) for key in keys]
        (supports, refutes), key = max(sides, key=lambda side: abs(side[0][0] - side[0][1]))
        votes.append(scoring.Vote(number, key, supports, refutes, Reliability.A))
    return scoring.assess(votes)


def shares(judgement: Judgement) -> tuple[float, float]:
    """How probable it is that a passage supports, and that it refutes; nothing where it takes no side."""
    if shown_stance(judgement) not in (Stance.SUPPORTS, Stance.REFUTES):
        return 0.0, 0.0
    return judgement.probabilities[Stance.SUPPORTS], judgement.probabilities[Stance.REFUTES]


def likeliest(assessment: scoring.Assessment, judgements: Sequence[Judgement]) -> Verdict:
    """The verdict that is likelier than any other, however little supports it."""
    if assessment.verdict in (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING):
        return assessment.verdict
    lean = sum(one.probabilities[Stance.SUPPORTS] - one.probabilities[Stance.REFUTES] for one in judgements)
    if abs(lean) < MIN_LEAN:
        return Verdict.NOT_ENOUGH_EVIDENCE
    return Verdict.SUPPORTED if lean > 0 else Verdict.REFUTED


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How good suggested verdicts are.")
    parser.add_argument("--gold", type=Path, required=True, metavar="FILE")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the predictions go, as JSON lines")
    parser.add_argument("--model", default="features", metavar="NAME")
    parser.add_argument("--label-by", choices=("rule", "best"), default="rule")
    arguments = parser.parse_args()
    gold = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    labels = sorted({row["label"] for row in gold})
    names = {verdict: label for verdict, start in STARTS.items() for label in labels if label.startswith(start)}
    fallback = names.get(Verdict.NOT_ENOUGH_EVIDENCE, labels[0])
    model, ownership = shelf.find("stances", arguments.model), in_force()
    started = time.process_time()
    pairs = [Pair(row["claim"], passage(piece)) for row in gold for piece in row["evidence"]]
    judged = iter(model.judge(pairs))
    told: list[Judged] = []
    written = []
    for row in gold:
        judgements = [next(judged) for _ in row["evidence"]]
        assessment = voted(row["evidence"], judgements, ownership)
        verdict = assessment.verdict or Verdict.NOT_ENOUGH_EVIDENCE
        if arguments.label_by == "best":
            verdict = likeliest(assessment, judgements)
        label = names.get(verdict, fallback)
        written.append({"id": row["id"], "label": label, "rule": assessment.rule})
        chances = dict.fromkeys(labels, 0.0) | {label: 1.0}
        told.append(Judged(row["label"], label, chances, abstains=label == fallback))
    cpu_s = time.process_time() - started
    if arguments.out:
        arguments.out.write_text("".join(json.dumps(row) + "\n" for row in written), encoding="utf-8")
    for name, value in measures(told, labels).items():
        if name not in ("brier", "calibration error"):
            print(f"{name:<22}{value:.4f}")
    sides = [({"s": 1, "r": -1}.get(one.gold[0], 0), {"s": 1, "r": -1}.get(one.label[0], 0)) for one in told]
    print(f"{'opposite verdicts':<22}{sum(one * other < 0 for one, other in sides) / len(told):.4f}")
    print(f"{'claims a second':<22}{len(gold) / cpu_s:.0f}", PEERS, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
