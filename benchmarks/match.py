"""Measures how well the claims are found that a text is about, on data in the format of CheckThat! 2020, task 2.

    python benchmarks/match.py --claims FILE --queries FILE [--out FILE] [--embeddings FOLDER]

Each claim ("claim_id", "claim", "title") is loaded as a claim, and its title as the quotation of it, since that is
searched; each query ("id", "text", "relevant") is ranked as `claimcheck check --text` does. Prints the measures of the
task and the queries per second of processor time; `--out` takes the rankings as JSON lines.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from ledgers import ledger_of
from measuring import markdown

from claimcheck.embedding import Embedder
from claimcheck.steps.ranking import similar_to
from claimcheck.text import comparison_key

LIMIT = 100
PRECISIONS, RECALLS = (1, 3, 5, 10), (1, 3, 5, 10, 20, 50, 100)
PEERS = {"SQLite FTS5, bm25()": (0.737, 0.879), "the same fused with MiniLM": (0.815, 0.928)}
"""MAP@5 on the development queries and on the test queries of 2020."""


def measures(ranked: list[str], relevant: set[str]) -> dict[str, float]:
    """What one ranking is worth."""
    hits = [place for place, claim_id in enumerate(dict.fromkeys(ranked), start=1) if claim_id in relevant]
    found: dict[str, float] = {"MRR": 1 / hits[0] if hits else 0.0, "P@1": float(1 in hits)}
    for cut in PRECISIONS:
        within = [place for place in hits if place <= cut]
        precisions = sum((number + 1) / place for number, place in enumerate(within))
        found[f"MAP@{cut}"] = precisions / min(len(relevant), cut)
    return found | {f"recall@{cut}": sum(place <= cut for place in hits) / len(relevant) for cut in RECALLS}


def read(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> int:
    """Rank, write and print."""
    parser = argparse.ArgumentParser(description="Measure how well claims are found for texts.")
    parser.add_argument("--claims", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--embeddings", type=Path, metavar="FOLDER", help="fuse with the model in this folder")
    given = parser.parse_args()
    claims, queries = read(given.claims), read(given.queries)
    embedder = Embedder(given.embeddings) if given.embeddings else None
    ids: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        ids[comparison_key(claim["claim"])].append(str(claim["claim_id"]))
    rankings: dict[str, list[str]] = {}
    with ledger_of((claim["claim"], claim.get("title") or "") for claim in claims) as reader:
        start = time.process_time()
        for query in queries:
            found = similar_to(reader, query["text"], limit=LIMIT, embedder=embedder)
            rankings[str(query["id"])] = [own for one in found for own in ids[comparison_key(one.text)]]
        seconds = time.process_time() - start
    if given.out:
        lines = (json.dumps({"id": name, "ranked": ranked}) for name, ranked in rankings.items())
        given.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    judged = [query for query in queries if query.get("relevant")]
    if judged:
        rows = [measures(rankings[str(query["id"])], set(map(str, query["relevant"]))) for query in judged]
        means = {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}
        headers = [f"{len(judged)} queries, {len(claims)} claims", ""]
        print(markdown(headers, [[name, f"{mean:.4f}"] for name, mean in means.items()]))
        print(markdown(["MAP@5 of others", "dev", "test"], [[name, *map(str, both)] for name, both in PEERS.items()]))
    print(f"{len(queries) / seconds:.1f} queries per second of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main())
