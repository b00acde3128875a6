"""Measures suggested verdicts on claims with given evidence.

    python benchmarks/verdict.py --gold FILE [--out FILE] [--model NAME] [--prior P] [--label-by best|rule]

FILE has one JSON object a line: `id`, `claim`, `evidence` (objects with `text`, and `question` and `url` if there are
any) and `label`: supported, refuted, not_enough, conflicting, or supports, refutes. Each piece of evidence is judged
by the stance model, and pieces of one origin have one vote; all sources count as graded A. A prediction holds

- `suggested`: what `claimcheck check` would suggest, with its `rule`;
- `probs`: how probable each verdict is, if the passages count that are too unsure to take a side as well
  (`verdict_chances.py`);
- `label`: the likeliest of `probs`, or with `--label-by rule` what is suggested.
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
from verdict_chances import Kind, Weight, chances

from claimcheck import scoring, shelf
from claimcheck.independence.origins import origins
from claimcheck.independence.ownership import Ownership, in_force
from claimcheck.independence.values import Item
from claimcheck.judgements import Judgement, Pair
from claimcheck.stance_reading.exchanges import exchange
from claimcheck.stance_reading.reading import read
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
UNDECIDED = "not_enough"
"""What is suggested where nothing is, if the file has no such label of its own."""
ENDS = (".", "!", "?", "…", "”", '"')
Pieces = Sequence[Mapping[str, Any]]


def passage(piece: Mapping[str, Any]) -> str:
    """A piece of evidence as one text; a question and its answer as they would be written, with their marks."""
    question, text = ((piece.get(name) or "").strip() for name in ("question", "text"))
    if not question:
        return text
    return f"{question.removesuffix('?')}? {text}{'' if text.endswith(ENDS) else '.'}"


def origins_of(pieces: Pieces, ownership: Ownership) -> list[tuple[int, ...]]:
    """The places of the pieces of each origin."""
    items = [
        Item(
            key=number, url=piece.get("url"), canonical_url=None, publisher=None, publisher_names=(), title="",
            author=None, published_on=None, text=passage(piece), passage=passage(piece), start=0,
            end=len(passage(piece)),
        )
        for number, piece in enumerate(pieces)
    ]  # fmt: skip
    grouped = origins(items, ownership=ownership)
    return [tuple(origin.items) for origin in grouped.origins] + [(aside.key,) for aside in grouped.unresolved]


def voted(
    sets: Sequence[tuple[int, ...]], judgements: Sequence[Judgement], *, unsure: bool = False
) -> scoring.Assessment:
    """What the evidence for one claim comes to; `unsure`: passages count that are too unsure to take a side, too."""
    votes = []
    for number, keys in enumerate(sets):
        sides = [(shares(judgements[key], unsure=unsure), key) for key in keys]
        (supports, refutes), key = max(sides, key=lambda side: abs(side[0][0] - side[0][1]))
        votes.append(scoring.Vote(number, key, supports, refutes, Reliability.A))
    return scoring.assess(votes)


def shares(judgement: Judgement, *, unsure: bool) -> tuple[float, float]:
    """How probable it is that a passage supports, and that it refutes; nothing if it is unrelated, or too unsure."""
    stance = judgement.stance if unsure else shown_stance(judgement)
    if stance is Stance.UNRELATED or (stance is Stance.MENTIONS and not unsure):
        return 0.0, 0.0
    return judgement.probabilities[Stance.SUPPORTS], judgement.probabilities[Stance.REFUTES]


def log_odds_of(assessment: scoring.Assessment) -> float:
    """What the evidence adds to the log-odds of the claim."""
    return assessment.shrinkage * sum(one.log_odds for one in assessment.contributions)


def unanswered(pieces: Pieces) -> float:
    """The share of questions that the evidence says nobody could answer, 0..1."""
    said = [exchange(read(passage(piece))) for piece in pieces]
    return sum(one is not None and not one.is_answered for one in said) / max(1, len(said))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How good suggested verdicts are.")
    parser.add_argument("--gold", type=Path, required=True, metavar="FILE")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the predictions go, as JSON lines")
    parser.add_argument("--model", default="features", metavar="NAME")
    parser.add_argument("--prior", type=float, metavar="P", help="the share of decided claims that are right, 0..1")
    parser.add_argument("--label-by", choices=("best", "rule"), default="best")
    arguments = parser.parse_args()
    gold = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    labels = sorted({row["label"] for row in gold})
    names = {verdict: label for verdict, start in STARTS.items() for label in labels if label.startswith(start)}
    if not names:
        sys.exit(f"{arguments.gold}: no claims whose labels are verdicts: supported, refuted, not_enough, conflicting")
    model, ownership = shelf.find("stances", arguments.model), in_force()
    started = time.process_time()
    pairs = [Pair(row["claim"], passage(piece)) for row in gold for piece in row["evidence"]]
    judged = iter(model.judge(pairs))
    told: list[Judged] = []
    written = []
    for row in gold:
        judgements = [next(judged) for _ in row["evidence"]]
        sets = origins_of(row["evidence"], ownership)
        suggested = voted(sets, judgements)
        verdict = suggested.verdict or Verdict.NOT_ENOUGH_EVIDENCE
        kind = Kind.ANSWERS if any(piece.get("question") for piece in row["evidence"]) else Kind.SENTENCES
        odds = log_odds_of(voted(sets, judgements, unsure=True))
        found = chances(Weight(kind, odds, unanswered(row["evidence"])), arguments.prior)
        known = {names[one]: share for one, share in found.items() if one in names}
        probs = {label: known.get(label, 0.0) / sum(known.values()) for label in labels}
        by_rule = names.get(verdict, UNDECIDED)
        label = max(labels, key=lambda one: probs[one]) if arguments.label_by == "best" else by_rule
        written.append({"id": row["id"], "label": label, "probs": probs, "suggested": by_rule, "rule": suggested.rule})
        told.append(Judged(row["label"], label, probs))
    cpu_s = time.process_time() - started
    if arguments.out:
        arguments.out.write_text("".join(json.dumps(row) + "\n" for row in written), encoding="utf-8")
    print(f"label by              {'the likeliest verdict' if arguments.label_by == 'best' else 'what is suggested'}")
    for name, value in measures(told, labels).items():
        if name not in ("coverage", "accuracy of answers"):
            print(f"{name:<22}{value:.4f}")
    print(f"{'opposite verdicts':<22}{opposite(gold, [row['label'] for row in written]):.4f}")
    sides = [(row["label"], one["suggested"]) for row, one in zip(gold, written, strict=True)]
    decided = [given == right for right, given in sides if given[0] in "sr"]
    print(f"{'suggested a side':<22}{len(decided) / len(gold):.4f}")
    print(f"{'right of these':<22}{sum(decided) / max(1, len(decided)):.4f}")
    print(f"{'opposite of these':<22}{opposite(gold, [row['suggested'] for row in written]):.4f}")
    print(f"{'claims a second':<22}{len(gold) / cpu_s:.0f}", PEERS, sep="\n")
    return 0


def opposite(gold: Sequence[Mapping[str, Any]], given: Sequence[str]) -> float:
    """The share of claims that are given the side opposite to the right one."""
    return sum({row["label"][0], label[0]} == {"s", "r"} for row, label in zip(gold, given, strict=True)) / len(gold)


if __name__ == "__main__":
    sys.exit(main())
