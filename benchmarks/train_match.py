"""Learns the coefficients of claimcheck/matching/gate.py.

    python benchmarks/train_match.py --claims FILE --queries FILE --documents FILE --pairs FILE [--seed N]

Claims and queries are in the format of CheckThat! 2020, task 2; documents ("doc_id", "text") and pairs ("claim",
"doc_id", "label") in that of FNC-1. Prints the two sets of coefficients and what they come to out of fold, where no
text is on both sides. Nothing of the texts is kept.
"""

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from ledgers import ledger_of

from claimcheck.matching.gate import shares_enough
from claimcheck.matching.likening import FEATURES, asked_of, likeness_of, weighed
from claimcheck.matching.passages import passages_of
from claimcheck.steps.candidates import Candidates
from claimcheck.text import comparison_key

RANKED, CONTRASTED = 60, 30
DOCUMENTS = 200
FOLDS = 5
NOT_RANKED_BY = {"pairs", "names_missing"}
"""What the order does not go by: without it no fewer first places are right out of fold."""
LEFT_OUT = {"in_other", "year", "month", "aside", "names_missing", "in_text"}
"""What the gate does not go by: passages of documents have no such thing, or it depends on the ledger's fields."""
Rows = list[tuple[Any, Any]]
"""The features of the candidates of each text, and which of them are meant."""


def read(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def of_posts(claims: list[dict[str, Any]], queries: list[dict[str, Any]]) -> tuple[Rows, Rows]:
    """For the ranking, and for the gate, the candidates of each query."""
    ids = defaultdict(set)
    for claim in claims:
        ids[comparison_key(claim["claim"])].add(str(claim["claim_id"]))
    ranking, bearing = [], []
    with ledger_of((claim["claim"], claim["title"] or "") for claim in claims) as reader:
        candidates = Candidates(reader, budget=10**9)
        for query in queries:
            asked = asked_of(query["text"])
            wanted = set(map(str, query["relevant"]))
            found = candidates.of(asked, limit=RANKED, budget=100_000)
            passage = weighed(asked, candidates.weights(asked), candidates.shortlist.most)
            rows = [likeness_of(passage, claim.told) for claim in found]
            meant = [bool(ids[comparison_key(claim.text)] & wanted) for claim in found]
            if any(meant):
                ranking.append((np.array(rows), np.array(meant)))
            kept = [place for place, claim in enumerate(found) if shares_enough(asked, claim.told, said_by=False)][
                :CONTRASTED
            ]
            if kept:
                bearing.append((np.array(rows)[kept], np.array(meant)[kept]))
    return ranking, bearing


def of_documents(documents: list[dict[str, Any]], pairs: list[dict[str, Any]], seed: int) -> Rows:
    """For the gate, the claims of each document that people have judged, at its best passage."""
    labels: dict[str, dict[str, bool]] = defaultdict(dict)
    for pair in pairs:
        labels[str(pair["doc_id"])][pair["claim"]] = pair["label"] != "unrelated"
    chosen = random.Random(seed).sample(documents, min(DOCUMENTS, len(documents)))  # noqa: S311 - a sample
    bearing = []
    with ledger_of((claim, "") for judged in labels.values() for claim in judged) as reader:
        candidates = Candidates(reader, budget=10**9)
        for document in chosen:
            judged = labels[str(document["doc_id"])]
            best: dict[str, tuple[float, ...]] = {}
            for start, end in passages_of(document["text"]):
                asked = asked_of(document["text"][start:end])
                passage = weighed(asked, candidates.weights(asked), candidates.shortlist.most)
                for claim in candidates.of(asked, limit=CONTRASTED, budget=100_000):
                    if claim.text in judged and shares_enough(asked, claim.told, said_by=False):
                        row = likeness_of(passage, claim.told)
                        best[claim.text] = max(
                            best.get(claim.text, row), row, key=lambda one: one[FEATURES.index("of_claim")]
                        )
            if best:
                bearing.append((np.array(list(best.values())), np.array([judged[text] for text in best])))
    return bearing


def fitted(
    rows: Rows, used: list[int], *, is_listwise: bool, ridge: float = 0.01, turns: int = 300
) -> tuple[Any, float]:
    """Coefficients of the features used, and the constant, by gradient descent on the likelihood with a ridge."""
    everything = np.concatenate([features[:, used] for features, _ in rows])
    spread = everything.std(0) + 1e-6
    weights, first, second = np.zeros(len(used) + 1), 0.0, 0.0
    together = np.concatenate([everything / spread, np.ones((len(everything), 1))], 1)
    meant = np.concatenate([meant for _, meant in rows]).astype(float)
    lists = [
        (np.concatenate([one[:, used] / spread, np.ones((len(one), 1))], 1), own / max(own.sum(), 1))
        for one, own in rows
    ]
    for turn in range(1, turns + 1):
        if is_listwise:
            slope = np.zeros_like(weights)
            for features, share in lists:
                scores = features @ weights
                chances = np.exp(scores - scores.max())
                slope += features.T @ (chances / chances.sum() - share) / len(lists)
        else:
            slope = together.T @ (1 / (1 + np.exp(-together @ weights)) - meant) / len(meant)
        slope[:-1] += ridge * weights[:-1]
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-8)
    return weights[:-1] / spread, float(weights[-1])


def folds(rows: Rows, seed: int) -> list[tuple[Rows, Rows]]:
    """What is learnt from and what is tried on, in turns."""
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)  # noqa: S311 - a sample
    parts = [[rows[place] for place in order[fold::FOLDS]] for fold in range(FOLDS)]
    return [([row for other in parts if other is not part for row in other], part) for part in parts]


def main() -> None:
    """Learn and print."""
    parser = argparse.ArgumentParser(description="Learn the coefficients of the gate and of the ranking.")
    for name in ("claims", "queries", "documents", "pairs"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    ranking, posts = of_posts(read(given.claims), read(given.queries))
    documents = of_documents(read(given.documents), read(given.pairs), given.seed)
    used = [place for place, name in enumerate(FEATURES) if name not in NOT_RANKED_BY]
    first, meant = [], []
    for learnt, tried in folds(ranking, given.seed):
        weights, _ = fitted(learnt, used, is_listwise=True)
        first += [features[:, used] @ weights for features, _ in tried]
        meant += [own for _, own in tried]
    right = np.mean([own[scores.argmax()] for scores, own in zip(first, meant, strict=True)])
    print(f"ranking, out of fold, {len(ranking)} queries: first place right {right:.3f}")
    show("RANKING", used, *fitted(ranking, used, is_listwise=True))
    used = [place for place, name in enumerate(FEATURES) if name not in LEFT_OUT]
    scores, truths = [], []
    for learnt, tried in folds(posts + documents, given.seed):
        weights, constant = fitted(learnt, used, is_listwise=False, ridge=0.001)
        for features, own in tried:
            scores += list(1 / (1 + np.exp(-features[:, used] @ weights - constant)))
            truths += list(own)
    probability, truth = np.array(scores), np.array(truths)
    print(f"gate, out of fold, {len(truth)} pairs, {truth.mean():.3f} of them bear")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        taken = probability >= least
        print(f"  from {least}: precision {truth[taken].mean():.3f}, recall {truth[taken].sum() / truth.sum():.3f}")
    show("BEARING", used, *fitted(posts + documents, used, is_listwise=False, ridge=0.001))


def show(name: str, used: list[int], weights: Any, constant: float) -> None:
    """Print coefficients as the program has them."""
    inside = ", ".join(f'"{FEATURES[place]}": {weight:.2f}' for place, weight in zip(used, weights, strict=True))
    print(f"{name} = {{{inside}}}\nconstant {constant:.2f}")


if __name__ == "__main__":
    main()
