"""Measures what it costs to match a document with a large ledger, and how much a full ranking would find beyond that.

    python benchmarks/matching_speed.py LEDGER [--reference FILE] [--turns 3]

LEDGER is a file that holds claims of benchmarks/generate.py, loaded with `claimcheck load`. The document has forty
passages of three invented sentences; in every other passage one sentence is a claim of the ledger from which words are
left out. The full ranking is `bm25()` of SQLite's FTS5 over all words of a passage, which takes minutes for a million
claims: --reference keeps it in a file, and uses that if it is there.
"""

import argparse
import json
import random
import re
import time
from pathlib import Path

from generate import Generator
from measuring import markdown

from claimcheck.matching.likening import asked_of
from claimcheck.steps.candidates import Candidates
from claimcheck.steps.match import BUDGET, PASSAGE_BUDGET, Matcher
from claimcheck.store.engine import Reader, open_reader
from claimcheck.store.target import Target

PASSAGES, SENTENCES = 40, 3
KEPT = 0.6
"""The share of a claim's words that its passage keeps."""
DOCUMENT_SEED, CHOICE_SEED = 99, 5
FIRST = 10
SHORTLISTS = (10, 30, 100)
_FULL = "SELECT rowid, bm25(claim_search) FROM claim_search WHERE claim_search MATCH ? ORDER BY 2 LIMIT ?"


def passages_about(reader: Reader) -> list[tuple[str, int | None]]:
    """The passages, each with the claim that it is about, if it is about any."""
    generator, dice = Generator(DOCUMENT_SEED), random.Random(CHOICE_SEED)  # noqa: S311 - invented data is no secret
    last = reader.last_id("claim")
    passages = []
    for number in range(PASSAGES):
        sentences = [generator._sentence() for _ in range(SENTENCES)]  # noqa: SLF001 - ours as well
        claim_id = None
        if number % 2 == 0:
            claim_id = dice.randrange(1, last)
            words = str(reader.value("SELECT text FROM claim WHERE id = ?", (claim_id,))).split()
            kept = " ".join(word for word in words if dice.random() < KEPT)
            sentences[dice.randrange(SENTENCES)] = kept
        passages.append((" ".join(sentences), claim_id))
    return passages


def full_rankings(reader: Reader, passages: list[str], kept: Path | None) -> list[list[tuple[int, float]]]:
    """The first claims of the full ranking for each passage, with what bm25() gives: the lower, the better."""
    if kept and kept.exists():
        return [[(claim_id, score) for claim_id, score in ranking] for ranking in json.loads(kept.read_text())]
    rankings = []
    for passage in passages:
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", passage.lower())))
        rankings.append([(claim_id, score) for claim_id, score in reader.all(_FULL, (asked, FIRST))])
    if kept:
        kept.write_text(json.dumps(rankings))
    return rankings


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure matching a document with a large ledger.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--reference", type=Path)
    parser.add_argument("--turns", type=int, default=3)
    given = parser.parse_args()
    with open_reader(Target(given.ledger)) as reader:
        about = passages_about(reader)
        passages = [passage for passage, _ in about]
        document = "\n\n".join(passages)
        costs = []
        for _ in range(given.turns):
            wall, cpu = time.perf_counter(), time.process_time()
            found = Matcher(reader).suggestions(document)
            costs.append((time.perf_counter() - wall, time.process_time() - cpu))
        wall, cpu = (sorted(column)[given.turns // 2] for column in zip(*costs, strict=True))
        rankings = full_rankings(reader, passages, given.reference)
        candidates = Candidates(reader, budget=BUDGET)
        lists = [
            [claim.id for claim in candidates.of(asked_of(passage), limit=max(SHORTLISTS), budget=PASSAGE_BUDGET)]
            for passage in passages
        ]
    meant = {claim_id for _, claim_id in about if claim_id is not None}
    proposed = {item.claim_id for item in found}
    best = sorted((score, claim_id) for ranking in rankings for claim_id, score in ranking)
    of_document = list(dict.fromkeys(claim_id for _, claim_id in best))[:FIRST]
    listed = {claim_id for ids in lists for claim_id in ids[:FIRST]}
    rows = [
        ["wall time, s", f"{wall:.2f}"],
        ["processor time, s", f"{cpu:.2f}"],
        ["claims that passages are about, proposed", f"{len(meant & proposed)} of {len(meant)}"],
        ["other claims proposed", str(len(proposed - meant))],
        ["first ten of the full ranking for the document, found", f"{len(listed & set(of_document)) / FIRST:.2f}"],
    ]
    for size in SHORTLISTS:
        shares = [
            len({claim_id for claim_id, _ in ranking[:FIRST]} & set(ids[:size])) / FIRST
            for ranking, ids in zip(rankings, lists, strict=True)
        ]
        rows.append([f"the same for each passage, among its first {size}", f"{sum(shares) / len(shares):.2f}"])
    print(markdown(["40 passages", given.ledger.name], rows))


if __name__ == "__main__":
    main()
