"""Compares the plan that a list or count by source, verdict and day gets with the best that can be forced.

    python benchmarks/filters.py [--claims 300000] [--keep DIR]

Loads a SQLite ledger, gives a share of its claims a verdict by plain SQL, and runs the statements that claimcheck
builds once as they are and once for each index of the table, and for none; first without the planner's
statistics, then after a full ANALYZE. Prints a Markdown table; exits with 1 when a plan takes more than twice
the processor time of the best one.
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from crowds import CLAIMCHECK, environment
from generate import SEED, source_name, write
from measuring import markdown, tell

from claimcheck.columns import LIST_COLUMNS
from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.store.engine import Reader
from claimcheck.store.reads import ClaimQuery

LIMIT, TURNS = 2.0, 5
LONG_S = 1.0
MEASURABLE_S = 0.0005
"""Below that, opening the ledger takes longer than any plan."""
VERDICTS = "UPDATE claim SET verdict = CASE WHEN id % 100 < 8 THEN 'supported' WHEN id % 1000 = 99 THEN 'refuted' END"
CASES = {
    "commonest source": {"sources": (source_name(0),)},
    "tenth source": {"sources": (source_name(9),)},
    "rare source": {"sources": (source_name(400),)},
    "two sources": {"sources": (source_name(0), source_name(9))},
    "any source": {},
}
SHAPES = {"list": Paging(limit=50), "list --sort -said_on": Paging(sort="-said_on", limit=50), "count": None}


class Recorder(Reader):
    """Keeps statements instead of running them, once it is told to."""

    statements: list[tuple[str, Sequence[object]]] | None = None

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Keep a statement."""
        if self.statements is None:
            return super().rows(sql, parameters)
        self.statements.append((sql, parameters))
        return iter(())

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """Keep a statement."""
        if self.statements is None:
            return super().value(sql, parameters)
        self.statements.append((sql, parameters))
        return 0


def statement(connection: sqlite3.Connection, criteria: ClaimFilter, paging: Paging | None) -> tuple[str, Any]:
    """The SQL that claimcheck runs, and its values."""
    reader = Recorder(connection)
    query = ClaimQuery(reader, criteria)
    reader.statements = []
    _ = query.count() if paging is None else query.rows(LIST_COLUMNS, paging)
    return reader.statements[0]


def seconds(connection: sqlite3.Connection, sql: str, values: Any) -> float | None:
    """The least processor time of a few turns; None where the plan cannot be had."""
    taken = []
    for _ in range(TURNS):
        started = time.process_time()
        try:
            connection.execute(sql, values).fetchall()
        except sqlite3.OperationalError:
            return None
        taken.append(time.process_time() - started)
        if taken[-1] > LONG_S:
            break
    return min(taken)


def compared(place: Path, kind: str) -> Iterator[tuple[list[str], float]]:
    """A line for each case and shape, with how many times as long as the best plan ours takes."""
    with closing(sqlite3.connect(place)) as connection:
        listed = connection.execute("SELECT name FROM pragma_index_list('claim')").fetchall()
        forced = {name: f"INDEXED BY {name}" for (name,) in listed} | {"no index": "NOT INDEXED"}
        for case, sources in CASES.items():
            for verdict in ("supported", "refuted"):
                criteria = ClaimFilter(**sources, verdicts=(verdict,), since="2020-01", until="2021-06-30")
                for shape, paging in SHAPES.items():
                    tell(f"{kind}: {shape}, {case}, {verdict}")
                    sql, values = statement(connection, criteria, paging)
                    ours = seconds(connection, sql, values)
                    others = {
                        name: seconds(connection, sql.replace(" FROM claim ", f" FROM claim {hint} ", 1), values)
                        for name, hint in forced.items()
                    }
                    best, least = min(
                        ((name, found) for name, found in others.items() if found is not None), key=lambda pair: pair[1]
                    )
                    ratio = max(ours, MEASURABLE_S) / max(least, MEASURABLE_S)
                    cells = [f"{ours * 1000:.2f}", f"{least * 1000:.2f}", best, f"{ratio:.2f}x"]
                    yield [f"{shape}, {case}, {verdict}", kind, *cells], ratio


def main() -> int:
    """Measure and print; 0 when every plan is good enough."""
    parser = argparse.ArgumentParser(description="Plans for filters by source, verdict and day.")
    parser.add_argument("--claims", type=int, default=300_000)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in DIR and leave the ledger there")
    arguments = parser.parse_args()
    rows, worst = [], 0.0
    with tempfile.TemporaryDirectory(prefix="claimcheck-filters-") as temporary:
        folder = arguments.keep or Path(temporary)
        place = folder / f"filters-{arguments.claims}.sqlite3"
        if not place.exists():
            write(folder / "filters.csv", arguments.claims, SEED)
            command = [CLAIMCHECK, "load", str(folder / "filters.csv")]
            subprocess.run(command, env=environment(str(place)), check=True, stdout=subprocess.DEVNULL)
        for kind, prepare in (("no statistics", "DELETE FROM sqlite_stat1"), ("full ANALYZE", "ANALYZE")):
            tell(prepare)
            with closing(sqlite3.connect(place)) as connection, connection:
                connection.execute(VERDICTS)
                connection.execute("ANALYZE")
                connection.execute(prepare)
            for cells, ratio in compared(place, kind):
                rows.append(cells)
                worst = max(worst, ratio)
    tell("")
    print(markdown(("filter", "planner", "ours, ms", "best, ms", "best plan", "ratio"), rows))
    print(f"{arguments.claims:,} claims; the worst plan takes {worst:.2f} times as long as the best.")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
