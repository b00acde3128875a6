"""Temporary ledgers to measure matching on, made the way that users make them."""

import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.store.engine import Reader, open_reader
from claimcheck.store.target import Target
from claimcheck.text import comparison_key

CLAIMCHECK = str(Path(sys.executable).with_name("claimcheck"))
SOURCE = "the source of all"
"""One source for every claim: what it is called must not tell claims apart."""


@contextmanager
def ledger_of(claims: Iterable[tuple[str, str]]) -> Iterator[Reader]:
    """A reader on a new ledger of claims, each a text and what else is said of it, which is kept as its quotation."""
    with tempfile.TemporaryDirectory(prefix="claimcheck-benchmark-") as folder:
        table, ledger = Path(folder) / "claims.csv", Path(folder) / "ledger.sqlite3"
        with table.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("text", "source", "quote"))
            writer.writerows(
                (text, SOURCE, other) for text, other in {comparison_key(claim[0]): claim for claim in claims}.values()
            )
        command = (CLAIMCHECK, "--db", str(ledger), "--quiet", "load", str(table), "--author", "benchmark")
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        with open_reader(Target(ledger)) as reader:
            yield reader
