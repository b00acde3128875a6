"""Measures the everyday commands on a PostgreSQL server against plain psycopg on a flat table, and psql.

    python benchmarks/servers.py [--claims 100000] [--runs 3]

The server is the one that the tests use, with fsync off; its own processor time is in none of the numbers
but the wall time. The floor is psql on the same flat table, with an index on source and a `tsvector` with GIN.
Prints Markdown tables; exits with 1 when a command failed.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from generate import COLUMNS, SEED, source_name, word, write
from ledger import CPU, MORE_TURNS, PEAK, WALL, Report
from measuring import Bench, Result, Step, Way, tell
from operations import ANNOTATE, COMMON, EXPORT, LIST, LOAD, OURS, RARE, SHOW, ours
from places import Places, places

PLAIN, SHELL = "psycopg", "psql"
CSV = "claims.csv"
OPERATIONS = (LIST, RARE, COMMON, SHOW, ANNOTATE, EXPORT)
_SHOWN = "id, source, kind, said_on, confidence, text"
_TABLE = f"CREATE TABLE flat (id serial PRIMARY KEY, {', '.join(f'{n} text' for n in COLUMNS)})"
_COPY_IN = f"COPY flat ({', '.join(COLUMNS)}) FROM STDIN WITH (FORMAT csv, HEADER)"
_COPY_OUT = "COPY (SELECT * FROM flat ORDER BY id) TO STDOUT WITH (FORMAT csv, HEADER)"
_INDEXES = (
    "ALTER TABLE flat ADD words tsvector GENERATED ALWAYS AS "
    "(to_tsvector('english', text || ' ' || coalesce(quote, '') || ' ' || source)) STORED; "
    "CREATE INDEX ON flat USING gin (words); CREATE INDEX ON flat (source); ANALYZE flat"
)
_LIST = f"SELECT {_SHOWN} FROM flat WHERE source = '{source_name(9)}' ORDER BY id LIMIT 50"  # noqa: S608
_SEARCH = (
    f"SELECT {_SHOWN} FROM flat, to_tsquery('english', '{{}}') AS wanted WHERE words @@ wanted "  # noqa: S608
    "ORDER BY ts_rank(words, wanted) DESC LIMIT 50"
)
_SHOW = "SELECT * FROM flat WHERE id = 4321"
_ANNOTATE = "UPDATE flat SET confidence = '0.{turn}' WHERE id = 4321"
_PSYCOPG = """
import sys, psycopg
place, doing, *words = sys.argv[1:]
with psycopg.connect(place) as connection, connection.cursor() as cursor:
    if doing == "in":
        file, before, copy, after = words
        cursor.execute(before)
        with open(file, "rb") as stream, cursor.copy(copy) as into:
            while block := stream.read(1 << 16):
                into.write(block)
        cursor.execute(after)
    elif doing == "out":
        with cursor.copy(words[0]) as rows:
            for block in rows:
                sys.stdout.buffer.write(block)
    else:
        cursor.execute(words[0])
        if cursor.description:
            print(*(column.name for column in cursor.description), sep="\\t")
        for row in cursor if cursor.description else ():
            print(*row, sep="\\t")
"""


def plain(place: str) -> dict[str, Way]:
    """Every operation as a short script with psycopg does it."""

    def way(*words: str, output: str | None = None) -> Way:
        return Way((Step((sys.executable, "-c", _PSYCOPG, place, *words), output),))

    return {
        LOAD: way("in", CSV, _TABLE, _COPY_IN, _INDEXES),
        LIST: way("run", _LIST),
        RARE: way("run", _SEARCH.format(word(15_000))),
        COMMON: way("run", _SEARCH.format(word(10))),
        SHOW: way("run", _SHOW),
        ANNOTATE: way("run", _ANNOTATE),
        EXPORT: way("out", _COPY_OUT, output="plain.csv"),
    }


def shell(program: str, place: str) -> dict[str, Way]:
    """Every operation as psql does it."""

    def way(*commands: str, output: str | None = None) -> Way:
        words = [part for command in commands for part in ("-c", command)]
        return Way((Step((program, "-XqA", "-P", "footer=off", "-F", "\t", place, *words), output),))

    return {
        LOAD: way(_TABLE, f"\\copy {_COPY_IN.removeprefix('COPY ').replace('STDIN', CSV)}", _INDEXES),
        LIST: way(_LIST),
        RARE: way(_SEARCH.format(word(15_000))),
        COMMON: way(_SEARCH.format(word(10))),
        SHOW: way(_SHOW),
        ANNOTATE: way(_ANNOTATE),
        EXPORT: way(_COPY_OUT, output="shell.csv"),
    }


def measure(bench: Bench, new: Places, *, runs: int) -> tuple[Report, tuple[str, ...]]:
    """Measure every operation in turns, each load in a database of its own; gives the names of the programs too."""
    own, program = str(Path(sys.executable).with_name("claimcheck")), shutil.which("psql")
    report, ways = Report(), {}
    loads: dict[str, Result] = {}
    for turn in range(runs):
        ways = {OURS: ours(own, CSV, new()), PLAIN: plain(new())} | ({SHELL: shell(program, new())} if program else {})
        for name, results in bench.measure(
            f"{LOAD}, {turn + 1} of {runs}", {key: way[LOAD] for key, way in ways.items()}, runs=1, warm_up=0
        ).items():
            result = loads.setdefault(name, Result())
            result.costs += results.costs
            result.failure = result.failure or results.failure
    report.add(LOAD, loads)
    for name in OPERATIONS:
        chosen = {key: way[name] for key, way in ways.items()}
        report.add(name, bench.measure(name, chosen, runs=runs if name == EXPORT else runs * MORE_TURNS))
    return report, tuple(ways)


def main() -> int:
    """Measure and print; 0 when no command failed."""
    parser = argparse.ArgumentParser(description="Measure claimcheck on a server against psycopg and psql.")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3, help="of load and export; four times as many of the others")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="claimcheck-benchmark-") as name, places("postgresql", Path(name)) as new:
        folder = Path(name)
        write(folder / CSV, arguments.claims, SEED)
        environment = {"PATH": os.defpath, "HOME": name, "LANG": "C.UTF-8", "CLAIMCHECK_AUTHOR": "benchmark"}
        report, programs = measure(Bench(folder, environment), new, runs=arguments.runs)
    tell("")
    print(*(report.table(title, programs, programs[1:]) for title in (CPU, WALL, PEAK)), sep="\n")
    print(*(f"- trouble: {trouble}" for trouble in report.troubles), sep="\n")
    return int(bool(report.troubles))


if __name__ == "__main__":
    sys.exit(main())
