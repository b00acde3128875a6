"""Learns what answers to questions say to claims, and how good that is on claims it was not learnt from.

    python benchmarks/train_answers.py --gold FILE [--sentences FILE]

FILE is as for `verdict.py`, with questions: AVeriTeC. Needs the extra [train]. Prints the weights of
`claimcheck/stance_reading/answering.py`, the rates of `verdict_chances.py`, and figures out of fold. A passage has no
label of its own: the weights are those under which the sum over the passages of a claim foretells its verdict, both
verdicts counting the same, so that no answer leans by itself.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

sys.path.append(str(Path(__file__).resolve().parents[1]))

from stance_scores import Judged, measures
from verdict import log_odds_of, origins_of, passage, unanswered, voted
from verdict_chances import Kind, Rates, Weight, chances

from claimcheck import shelf
from claimcheck.independence.ownership import in_force
from claimcheck.independence.union import Union
from claimcheck.judgements import Judgement, Pair
from claimcheck.scoring import probability_of
from claimcheck.stance_reading.answering import WEIGHTS, answered
from claimcheck.stance_reading.exchanges import NAMES, Exchange, exchange, features
from claimcheck.stance_reading.reading import Reading, read
from claimcheck.stance_reading.shapes import shape_of
from claimcheck.vocabulary import Verdict

FOLDS, REPEATS = 10, 4
STRENGTH = 0.1
SLOPE = 2.0
"""What the weights are multiplied with: the engine damps each vote, and its log-odds have to come out about right."""
ROUNDS = 500
SIDES = ("supported", "supports", "refuted", "refutes")
Floats = NDArray[np.float64]


class Case(NamedTuple):
    """A claim, its place in the file, its evidence as read, and its label."""

    place: int
    label: str
    claim: Reading
    pieces: Sequence[Mapping[str, Any]]
    exchanges: list[Exchange | None]
    unanswered: float
    others: list[Judgement]
    """What the stance model says to passages that are no exchange."""
    sets: list[tuple[int, ...]]
    sums: Floats


Held = tuple[Case, list[Judgement], list[Case]]


def cases(path: Path) -> list[Case]:
    """The claims of a file."""
    model, ownership = shelf.find("stances", "features"), in_force()
    result = []
    for place, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        claim, pieces = read(row["claim"]), row["evidence"]
        said = [exchange_on(claim, passage(piece)) for piece in pieces]
        rows = [features(claim, one) for one in said if one is not None and one.is_answered]
        sums = np.sum(rows, axis=0) if rows else np.zeros(len(NAMES))
        others = list(model.judge([Pair(row["claim"], passage(piece)) for piece in pieces]))
        result.append(
            Case(
                place,
                row["label"],
                claim,
                pieces,
                said,
                unanswered(pieces),
                others,
                origins_of(pieces, ownership),
                sums,
            )
        )
    return result


def exchange_on(claim: Reading, text: str) -> Exchange | None:
    """The exchange, if it has a telling word of the claim at all: else the stance model does not look at it."""
    reading = read(text)
    return exchange(reading, shape_of(claim, reading)) if claim.positions.keys() & reading.positions.keys() else None


def learnt(known: Sequence[Case]) -> dict[str, float]:
    """The weights under which the sums of the features foretell the side."""
    decided = [case for case in known if case.label in ("supported", "refuted")]
    rows = np.array([case.sums for case in decided])
    spread = rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", fit_intercept=False, max_iter=1000)
    model.fit(rows / spread, [case.label == "supported" for case in decided])
    return dict(zip(NAMES, (SLOPE * model.coef_[0] / spread).round(2).tolist(), strict=True))


def judgements(case: Case, weights: Mapping[str, float]) -> list[Judgement]:
    """What each passage says to the claim under these weights."""
    return [
        other if said is None else answered(case.claim, said, weights)
        for said, other in zip(case.exchanges, case.others, strict=True)
    ]


def stories(known: Sequence[Case]) -> list[int]:
    """A number for each claim, the same for those whose evidence has a page in common."""
    union = Union()
    for case in known:
        for url in filter(None, (piece.get("url") for piece in case.pieces)):
            union.join(url, case.place)
    found = [union.find(case.place) for case in known]
    return [found.index(one) for one in found]


def held_out(known: Sequence[Case], *, learns: bool) -> Iterator[Held]:
    """Each claim, judged by weights that were learnt without it if any are, and the claims beside it."""
    labels = [case.label for case in known]
    groups = stories(known)
    for seed in range(REPEATS):
        folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
        for train, held in folds.split(labels, labels, groups):
            others = [known[place] for place in train]
            weights = learnt(others) if learns else WEIGHTS
            yield from ((known[place], judgements(known[place], weights), others) for place in held)


def weight(kind: Kind, case: Case, judged: Sequence[Judgement]) -> Weight:
    """What the evidence for a claim comes to."""
    return Weight(kind, log_odds_of(voted(case.sets, judged, unsure=True)), case.unanswered)


def rates(known: Sequence[Case], weights: Mapping[int, Weight]) -> Rates:
    """How the verdicts on claims go with what their evidence comes to, by the place of each claim."""
    decided = [case for case in known if case.label in SIDES]
    odds = [[weights[case.place].log_odds] for case in decided]
    side = LogisticRegression(C=1e6).fit(odds, [case.label in SIDES[:2] for case in decided])
    unanswered = [[weights[case.place].unanswered] for case in known]
    is_open = LogisticRegression(C=30).fit(unanswered, [case.label == "not_enough" for case in known])
    both = sum(case.label == "conflicting" for case in known)
    return Rates(
        round(probability_of(float(side.intercept_[0])), 2), round(float(side.coef_[0][0]), 2),
        round(float(is_open.intercept_[0]), 1), round(float(is_open.coef_[0][0]), 1),
        round(both / (len(decided) + both), 2),
    )  # fmt: skip


def report(held: Sequence[Held], kind: Kind) -> None:
    """Print the rates, and how good suggestions and probabilities are on claims that nothing was learnt from."""
    weights = {case.place: weight(kind, case, judged) for case, judged, _ in held}
    known = list({case.place: case for case, _, _ in held}.values())
    print("RATES", kind, rates(known, weights))
    told, suggested = [], []
    for case, judged, others in held:
        by_rule = voted(case.sets, judged).verdict or Verdict.NOT_ENOUGH_EVIDENCE
        found = chances(weight(kind, case, judged), rates=rates(others, weights))
        probs = {label: found[verdict] for verdict, label in zip(found, labels_of(known), strict=True)}
        told.append(Judged(case.label, max(probs, key=lambda one: probs[one]), probs))
        suggested.append((case.label, by_rule))
    for name, value in measures(told, labels_of(known)).items():
        print(f"{name:<22}{value:.3f}{interval(told, name) if name in ('accuracy', 'macro f1') else ''}")
    sides = [(right, given) for right, given in suggested if given in (Verdict.SUPPORTED, Verdict.REFUTED)]
    print(f"suggested a side      {len(sides) / len(suggested):.3f}")
    for side in (Verdict.SUPPORTED, Verdict.REFUTED):
        given = [right[0] == side.value[0] for right, verdict in sides if verdict is side]
        print(
            f"{side.value:<22}{len(given) / len(held) * len(known):.1f} claims, right {np.mean(given or [False]):.3f}"
        )


def labels_of(known: Sequence[Case]) -> list[str]:
    """How the verdicts that `chances` gives are called, in its order."""
    labels = {case.label for case in known}
    return [*(label for label in SIDES if label in labels), "conflicting", "not_enough"]


def main() -> int:
    """Learn, and print."""
    parser = argparse.ArgumentParser(description="Learns what answers to questions say to claims.")
    parser.add_argument("--gold", type=Path, required=True, metavar="FILE", help="claims with answered questions")
    parser.add_argument("--sentences", type=Path, metavar="FILE", help="claims with sentences, for their rates")
    arguments = parser.parse_args()
    known = cases(arguments.gold)
    print("WEIGHTS", learnt(known))
    report(list(held_out(known, learns=True)), Kind.ANSWERS)
    if arguments.sentences:
        report(list(held_out(cases(arguments.sentences), learns=False)), Kind.SENTENCES)
    return 0


def interval(told: Sequence[Judged], name: str) -> str:
    """Between what the measure lies in 95 of 100 samples of claims, of one round."""
    once = told[: len(told) // REPEATS]
    chance = random.Random(7)  # noqa: S311 - a sample
    found = sorted(
        measures(chance.choices(once, k=len(once)), sorted({one.gold for one in once}))[name] for _ in range(ROUNDS)
    )
    return f" ({found[round(0.025 * ROUNDS)]:.3f} to {found[round(0.975 * ROUNDS) - 1]:.3f})"


if __name__ == "__main__":
    sys.exit(main())
