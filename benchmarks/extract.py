"""Measures `claimcheck extract` on articles that people have marked, in the format of PolNeAR.

    python benchmarks/extract.py --polnear DIR [--model FILE] [--jobs N]

DIR has `text/*.txt` and, in `attributions/`, brat stand-off files. Prints how well what is found agrees with what is
marked, of all attributions and of claims alone, beside the numbers of other tools, and what it costs: whole processes,
start-up included. A run on a single line tells what the start-up is.
"""

import argparse
import json
import os
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from measuring import MIB, Bench, ChildError, Cost, Step, markdown, tell

sys.path.append(str(Path(__file__).resolve().parents[1]))

from tests.attribution.marked import Document, Marked, marked, read_polnear
from tests.attribution.scores import Scores, score, table

CLAIMCHECK = str(Path(sys.executable).with_name("claimcheck"))
FOUND, BY_WHOM, EXACT = (
    "content half-match (Dice>=.5)",
    "attribution partial (content+source)",
    "attribution exact (all three)",
)
OVERLAP = "content token-overlap"
PEERS = {
    "a naive regular expression": ("56", "51", "23", ""),
    "textacy 0.13": ("38", "32", "10", "43"),
    "GenderGapTracker": ("75", "63", "36", "69"),
    "BBC Citron, retrained": ("77", "71", "42", "67"),
    "a prototype of rules": ("88", "82", "59", "80"),
    "the same with a CRF": ("92", "82", "61", "87"),
    "two people": ("96", "93", "76", "92"),
}
"""F1 on PolNeAR's test documents, by the same measures."""


def extracted(bench: Bench, folder: Path, jobs: int, options: tuple[str, ...]) -> tuple[Cost, dict[str, list[Marked]]]:
    """What the extractor finds in a folder of texts, by document, and what that costs."""
    command = (CLAIMCHECK, "--quiet", "extract", str(folder), "--jobs", str(jobs), "--format", "jsonl", *options)
    cost, written = bench.run(Step(command))
    found: dict[str, list[Marked]] = defaultdict(list)
    for line in written.decode().splitlines():
        attribution = json.loads(line)
        found[attribution["doc_id"]].append(marked(attribution))
    return cost, found


def start_up(bench: Bench, options: tuple[str, ...]) -> Cost:
    """What a run on one line costs."""
    line = bench.folder / "line.txt"
    line.write_text("The minister said that the harbour was closed.\n", encoding="utf-8")
    return bench.run(Step((CLAIMCHECK, "extract", str(line), *options)))[0]


def compared(claims: Scores, everything: Scores) -> str:
    """The table that sets us beside the others."""
    ours = [f"{100 * claims.measures[name].f1:.1f}" for name in (FOUND, BY_WHOM, EXACT)]
    rows = [[name, *numbers] for name, numbers in PEERS.items()]
    rows.append(["claimcheck, on these documents", *ours, f"{100 * everything.measures[OVERLAP].f1:.1f}"])
    return markdown(["F1", "claims found", "and source", "all three exact", "overlap, all"], rows)


def cost_table(documents: dict[str, Document], cost: Cost, start: Cost, jobs: int) -> str:
    """What the run took, in all and for each document."""
    words = sum(len(document.text.split()) for document in documents.values())
    tokens = sum(len(re.findall(r"\w+|[^\w\s]", document.text)) for document in documents.values())
    work = max(cost.cpu_s - min(jobs, len(documents)) * start.cpu_s, 1e-9)
    rows = [
        [name, f"{cpu_s:.2f}", f"{len(documents) / cpu_s:.1f}", f"{words / 900 / cpu_s:.1f}", f"{tokens / cpu_s:,.0f}"]
        for name, cpu_s in (("start-up included", cost.cpu_s), ("without", work))
    ]
    headers = ["per processor second", "seconds in all", "documents", "documents of 900 words", "tokens"]
    return f"{markdown(headers, rows)}\nlargest process {cost.peak / MIB:.0f} MiB, {cost.wall_s:.1f} s of wall time\n"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How well and how fast claimcheck extracts attributed claims.")
    parser.add_argument(
        "--polnear", type=Path, required=True, metavar="DIR", help="a folder with text/ and attributions/"
    )
    parser.add_argument("--jobs", type=int, default=1, help="processes at once; 1 when left out")
    parser.add_argument("--model", type=Path, metavar="FILE", help="a tagger that `extract --train` has made")
    arguments = parser.parse_args()
    options = ("--model", str(arguments.model.resolve())) if arguments.model else ()
    documents = read_polnear(arguments.polnear)
    if not documents:
        sys.exit(f"no documents in {arguments.polnear / 'text'}")
    with tempfile.TemporaryDirectory(prefix="claimcheck-extract-") as name:
        environment = {"PATH": os.defpath, "HOME": name, "LANG": "C.UTF-8"}
        bench = Bench(Path(name), environment)
        try:
            tell("start-up")
            start = start_up(bench, options)
            tell(f"{len(documents):,} documents")
            cost, found = extracted(bench, (arguments.polnear / "text").resolve(), arguments.jobs, options)
        except ChildError as error:
            sys.exit(f"cannot go on: {error}")
    tell("")
    everything, claims = score(documents, found), score(documents, found, claims_only=True)
    for title, scores in (("all attributions", everything), ("claims only", claims)):
        print(f"== {title}", *table(scores), "", sep="\n")
    print(compared(claims, everything))
    print(cost_table(documents, cost, start, arguments.jobs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
