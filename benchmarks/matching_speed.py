"""Measures what it costs to match a document with a large ledger, and how much a full ranking would find beyond that.

    python benchmarks/matching_speed.py LEDGER [--reference FILE] [--turns 5]

LEDGER is a file, or the address of a server, with claims of benchmarks/generate.py, loaded with `claimcheck load`. The
document has forty passages of three invented sentences; in every other passage one sentence is a claim of the ledger
from which words are left out. Each turn is a process of its own that has read nothing before; the least of all turns
counts. The full ranking is `bm25()` of SQLite's FTS5 over all words of a passage, which takes minutes for a million
claims: --reference keeps it in a file, and uses that if it is there, as it has to be for a server.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from generate import Generator
from measuring import markdown

from claimcheck.matching.likening import asked_of
from claimcheck.steps import ranking
from claimcheck.steps.candidates import Candidates
from claimcheck.steps.match import Matcher
from claimcheck.store.engine import Reader, open_reader
from claimcheck.store.target import parse_target

PASSAGES, SENTENCES = 40, 3
KEPT = 0.6
"""The share of a claim's words that its passage keeps."""
DOCUMENT_SEED, CHOICE_SEED = 99, 5
FIRST = 10
ONE_TEXT = 100
"""So many claims are looked at for a passage that is looked for alone."""
_ONCE = """
import sys, time
from pathlib import Path
began = time.process_time()
from claimcheck.steps.match import Matcher
from claimcheck.store.engine import open_reader
from claimcheck.store.target import parse_target
text = Path(sys.argv[2]).read_text(encoding="utf-8")
with open_reader(parse_target(sys.argv[1])) as reader:
    wall, loaded = time.perf_counter(), time.process_time()
    Matcher(reader).suggestions(text)
    print(time.perf_counter() - wall, time.process_time() - loaded, loaded - began, time.process_time())
"""
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


def costs(ledger: str, document: str, turns: int) -> list[float]:
    """The least seconds of wall time and of processor time, of that for loading code, and of the whole process."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write(document)
        file.flush()
        command = (sys.executable, "-c", _ONCE, ledger, file.name)
        runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(turns)]
    return [min(column) for column in zip(*(map(float, run.split()) for run in runs), strict=True)]


def share(rankings: list[list[tuple[int, float]]], lists: list[set[int]]) -> str:
    """How much of the first ten of each ranking is in its list, on average."""
    shares = [
        len({claim_id for claim_id, _ in ranking[:FIRST]} & own) / len(ranking[:FIRST])
        for ranking, own in zip(rankings, lists, strict=True)
        if ranking
    ]
    return f"{sum(shares) / len(shares):.2f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure matching a document with a large ledger.")
    parser.add_argument("ledger", help="a file or the address of a server")
    parser.add_argument("--reference", type=Path)
    parser.add_argument("--turns", type=int, default=5)
    given = parser.parse_args()
    with open_reader(parse_target(given.ledger)) as reader:
        about = passages_about(reader)
        passages = [passage for passage, _ in about]
        document = "\n\n".join(passages)
        wall, cpu, loading, process = costs(given.ledger, document, given.turns)
        found = Matcher(reader).suggestions(document)
        compared = [{claim.id for claim in claims} for claims in Matcher(reader).compared(map(asked_of, passages))]
        rankings = full_rankings(reader, passages, given.reference)
        alone = [
            {
                claim.id
                for claim in Candidates(reader, budget=ranking.BUDGET).of(
                    asked_of(passage), limit=ONE_TEXT, budget=ranking.BUDGET
                )
            }
            for passage in passages
        ]
    meant = {claim_id for _, claim_id in about if claim_id is not None}
    proposed = {item.claim_id for item in found}
    best = sorted((score, claim_id) for ranking in rankings for claim_id, score in ranking)
    of_document = list(dict.fromkeys(claim_id for _, claim_id in best))[:FIRST]
    rows = [
        ["wall time, s", f"{wall:.2f}"],
        ["processor time, s", f"{cpu:.2f}"],
        ["the same with loading code, s", f"{cpu + loading:.2f}"],
        ["the whole process, s", f"{process:.2f}"],
        ["claims that passages are about, proposed", f"{len(meant & proposed)} of {len(meant)}"],
        ["claims that passages are about, compared", f"{len(meant & set().union(*compared))} of {len(meant)}"],
        ["other claims proposed", str(len(proposed - meant))],
        ["of the document's first ten, compared", f"{len(set(of_document) & set().union(*compared))} of {FIRST}"],
        ["of each passage's first ten, compared", share(rankings, compared)],
        [f"the same if it is looked for alone, {ONE_TEXT} compared", share(rankings, alone)],
    ]
    print(markdown(["40 passages", Path(given.ledger).name], rows))


if __name__ == "__main__":
    main()
