"""Measures the everyday commands against sqlite-utils, the sqlite3 shell and an empty Python process.

    python benchmarks/ledger.py [--claims 100000] [--runs 5] [--million] [--keep DIR] [--peer PATH]

The command measured is the `claimcheck` beside the interpreter that runs this file. The peer is the
`sqlite-utils` beside it, or the one that --peer names; the floor is the `sqlite3` shell. Prints Markdown
tables, then each promise as kept or missed. Exits with 1 when a promise is missed or a command failed.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generate import SEED
from measuring import MIB, Bench, ChildError, Cost, Result, Step, Way, markdown, ratio, tell
from operations import (
    COMMON,
    EMPTY,
    EXPORT,
    FLOOR,
    HELP,
    LIST,
    LOAD,
    OURS,
    PEER,
    PROGRAMS,
    RARE,
    SAME_LINES,
    SHOW,
    VERSION,
    Programs,
    indexes,
    operations,
    ours,
)

SMALLEST, MILLION = 5_000, 1_000_000
HEAVY, MORE_TURNS = (LOAD, EXPORT), 4
CSV, MILLION_CSV, MILLION_DB = "claims.csv", "million.csv", "million.db"
CPU, WALL, PEAK = "Processor time, ms", "Wall time, ms", "Peak memory, MiB"
FACTS = """
import importlib.metadata, json, platform, sqlite3
own = importlib.metadata.distribution("claimcheck-ledger")
origin = json.loads(own.read_text("direct_url.json") or "{}")
editable = " (editable install, which starts slower)" if origin.get("dir_info", {}).get("editable") else ""
print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, claimcheck {own.version}{editable}")
"""
Quantity = Callable[[Cost], float]
QUANTITIES: dict[str, Quantity] = {
    CPU: lambda cost: cost.cpu_s * 1000,
    WALL: lambda cost: cost.wall_s * 1000,
    PEAK: lambda cost: cost.peak / MIB,
}
Results = dict[str, dict[str, Result]]


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised, the limit, what was measured (None: nothing), and the unit of both."""

    text: str
    limit: float
    measured: float | None
    unit: str = "x"

    @property
    def kept(self) -> bool:
        """Whether it was measured and holds."""
        return self.measured is not None and self.measured <= self.limit

    def row(self) -> list[str]:
        """The cells of its line in a table."""
        measured = "" if self.measured is None else f"{self.measured:.2f}{self.unit}"
        verdict = "kept" if self.kept else "not measured" if self.measured is None else "**missed**"
        return [self.text, f"<= {self.limit:g}{self.unit}", measured, verdict]


class Report:
    """Gathers results; remembers what went wrong."""

    def __init__(self) -> None:
        """Nothing is measured yet."""
        self.results: Results = {}
        self.troubles: list[str] = []

    def add(self, name: str, results: dict[str, Result]) -> None:
        """Take the results of an operation, and note failures and outputs that do not match."""
        self.results[name] = results
        self.troubles += [f"{name}: {result.failure}" for result in results.values() if result.failure]
        lines = {
            program: max(result.lines, 1)  # the shell leaves out the headers of no rows
            for program, result in results.items()
            if not result.failure and program != EMPTY
        }
        if OURS in results and name in SAME_LINES and len(set(lines.values())) > 1:
            counts = ", ".join(f"{program} {count:,}" for program, count in lines.items())
            self.troubles.append(f"{name}: the programs wrote different numbers of lines ({counts})")

    def value(self, name: str, program: str, quantity: Quantity) -> float | None:
        """The median of a quantity; None when it was not measured."""
        result = self.results.get(name, {}).get(program)
        return result.median(quantity) if result else None

    def times(self, name: str, program: str, quantity: Quantity = QUANTITIES[CPU]) -> float | None:
        """How many times as much as the other program claimcheck needs."""
        own, other = self.value(name, OURS, quantity), self.value(name, program, quantity)
        return None if own is None or not other else own / other

    def table(self, title: str, programs: tuple[str, ...], compared: tuple[str, ...]) -> str:
        """One quantity of every operation by each program, with the ratios to some."""
        quantity = QUANTITIES[title]
        base = programs[0]
        rows = []
        for name, results in self.results.items():
            values = {program: results[program].median(quantity) for program in programs if program in results}
            cells = [_shown(values.get(program)) for program in programs]
            rows.append([name, *cells, *(ratio(values.get(base), values.get(other)) for other in compared)])
        return markdown([title, *programs, *(f"/ {other}" for other in compared)], rows)

    def widest_spread(self) -> str:
        """A sentence on how much the turns of claimcheck differ; empty after a single turn."""
        spreads = [(ways[OURS].spread(), name) for name, ways in self.results.items() if OURS in ways]
        spread, name = max(spreads, default=(0.0, "nothing"))
        if not spread:
            return ""
        return f"Between turns, the processor time of claimcheck varied by at most {spread:.0%} ({name})."


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 1000 else f"{value:.1f}"  # noqa: PLR2004


def promises(report: Report) -> list[Promise]:
    """What is promised for the smaller ledger."""
    peak = report.value(LIST, OURS, QUANTITIES[PEAK])
    return [
        Promise("list, piped: CPU / sqlite-utils rows", 0.6, report.times(LIST, PEER)),
        Promise("list, piped: CPU / python -c pass", 7, report.times(LIST, EMPTY)),
        Promise("list, piped: peak memory", 25, peak, " MiB"),
        Promise("--help: CPU / python -c pass", 12, report.times(HELP, EMPTY)),
        Promise("--version: CPU / python -c pass", 5, report.times(VERSION, EMPTY)),
        Promise("load: CPU / sqlite-utils insert + enable-fts", 0.5, report.times(LOAD, PEER)),
        Promise("export: CPU / sqlite-utils rows --csv", 1, report.times(EXPORT, PEER)),
    ]


def million_promises(report: Report, small: str, large: str) -> list[Promise]:
    """What is promised for a million claims; `small` and `large` are the names of the two ledgers."""
    cpu, peak = QUANTITIES[CPU], QUANTITIES[PEAK]
    before, after = report.value(LIST, small, cpu), report.value(LIST, large, cpu)
    minutes = report.value(LOAD, large, lambda cost: cost.wall_s / 60)
    megabytes = report.value(LOAD, large, lambda cost: cost.peak / 1e6)
    flat, grown = report.value(EXPORT, small, peak), report.value(EXPORT, large, peak)
    return [
        Promise(f"list, piped: CPU at {large} / at {small}", 1.3, after / before if after and before else None),
        Promise(f"load {large}: wall time", 5, minutes, " min"),
        Promise(f"load {large}: peak memory", 512, megabytes, " MB"),
        Promise(f"export: peak memory at {large} - at {small}", 20, grown - flat if grown and flat else None, " MiB"),
    ]


def measure(bench: Bench, programs: Programs, *, claims: int, seed: int, runs: int) -> Report:
    """Measure every operation by every program."""
    report = Report()
    _generate(bench, claims, seed, CSV)
    for name, ways in operations(programs, CSV).items():
        report.add(name, bench.measure(name, ways, runs=runs if name in HEAVY else runs * MORE_TURNS))
        if name == LOAD:
            for step in indexes(programs).values():
                _attempt(bench, step, report)
    return report


def measure_million(bench: Bench, programs: Programs, *, seed: int, runs: int, names: tuple[str, str]) -> Report:
    """Measure claimcheck alone on the ledger that is there and on one of a million claims, in turns."""
    report = Report()
    small, large = names
    _generate(bench, MILLION, seed, MILLION_CSV)
    few, many = ours(programs.ours, CSV), ours(programs.ours, MILLION_CSV, MILLION_DB)
    for name in (LOAD, LIST, RARE, COMMON, SHOW, EXPORT):
        ways: Mapping[str, Way] = {small: few[name], large: many[name]}
        turns, warm_up = (1, 0) if name in HEAVY else (runs * MORE_TURNS, 1)
        report.add(name, bench.measure(f"{name}, {large}", ways, runs=turns, warm_up=warm_up))
    return report


def _generate(bench: Bench, claims: int, seed: int, name: str) -> None:
    tell(f"writing {claims:,} claims")
    generator = str(Path(__file__).resolve().with_name("generate.py"))
    bench.run(Step((sys.executable, generator, str(claims), name, "--seed", str(seed))))


def _attempt(bench: Bench, step: Step, report: Report) -> None:
    try:
        bench.run(step)
    except ChildError as error:
        report.troubles.append(str(error))


def found_programs(peer: str | None) -> Programs:
    """The programs to compare; says which is missing.

    Raises:
        SystemExit: there is no claimcheck to measure.
    """
    beside = Path(sys.executable).parent
    own = beside / "claimcheck"
    if not own.exists():
        sys.exit("there is no claimcheck beside this interpreter; install it into this environment first")
    neighbour = beside / "sqlite-utils"
    found = peer or (str(neighbour) if neighbour.exists() else None)
    if found and not Path(found).exists():
        sys.exit(f"--peer {found}: there is no such file")
    return Programs(str(own), str(Path(found).absolute()) if found else None, shutil.which("sqlite3"))


def headline(bench: Bench, programs: Programs) -> str:
    """One line on what was measured on what."""

    def said(*argv: str | None) -> str:
        return bench.run(Step(tuple(part for part in argv if part)))[1].decode().strip()

    peer = f"sqlite-utils {said(programs.peer, '--version').split()[-1]}" if programs.peer else "no sqlite-utils"
    shell = f"sqlite3 shell {said(programs.floor, '-version').split()[0]}" if programs.floor else "no sqlite3 shell"
    return f"{said(sys.executable, '-c', FACTS)}, {peer}, {shell}, {os.cpu_count()} CPUs"


def main() -> int:
    """Measure and print; 0 when all promises that were measured are kept and nothing failed."""
    parser = argparse.ArgumentParser(description="Measure claimcheck against sqlite-utils and the sqlite3 shell.")
    parser.add_argument("--claims", type=int, default=100_000, help=f"how many claims to load ({SMALLEST:,} or more)")
    parser.add_argument(
        "--runs", type=int, default=5, help="turns of load and export; the quick commands take four times as many"
    )
    parser.add_argument("--million", action="store_true", help="also measure a ledger of a million claims")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in DIR and leave the files there")
    parser.add_argument("--peer", metavar="PATH", help="the sqlite-utils to compare with")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed makes other claims")
    arguments = parser.parse_args()
    if arguments.claims < SMALLEST or arguments.runs < 1:
        parser.error(f"at least {SMALLEST:,} claims and one run, please")
    programs = found_programs(arguments.peer)
    with tempfile.TemporaryDirectory(prefix="claimcheck-benchmark-") as temporary:
        folder = arguments.keep.absolute() if arguments.keep else Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return _measured_and_printed(arguments, programs, folder)
        except ChildError as error:
            sys.exit(f"cannot go on: {error}")


def _measured_and_printed(arguments: argparse.Namespace, programs: Programs, folder: Path) -> int:
    environment = {
        "PATH": os.defpath, "HOME": str(folder), "LANG": "C.UTF-8", "COLUMNS": "120",
        "CLAIMCHECK_AUTHOR": "benchmark",
    }  # fmt: skip
    bench = Bench(folder, environment)
    small, large = f"{arguments.claims:,}", f"{MILLION:,}"
    _print(f"{headline(bench, programs)}, {small} claims\n")
    report = measure(bench, programs, claims=arguments.claims, seed=arguments.seed, runs=arguments.runs)
    _print(*(report.table(title, PROGRAMS, (PEER, FLOOR)) for title in QUANTITIES))
    _print("Whole processes, start-up included; sqlite-utils and sqlite3 keep one flat table without history.")
    _print(f"Medians of {arguments.runs} turns for load and export, of {arguments.runs * MORE_TURNS} for the others.")
    _print(f"Peak memory below 5 MiB cannot be told apart. {report.widest_spread()}\n")
    made, troubles = promises(report), report.troubles
    if arguments.million:
        grown = measure_million(bench, programs, seed=arguments.seed, runs=arguments.runs, names=(small, large))
        _print(*(grown.table(title, (large, small), (small,)) for title in QUANTITIES))
        _print("claimcheck alone, the two ledgers in turns; load and export once.\n")
        made, troubles = made + million_promises(grown, small, large), troubles + grown.troubles
    _print(markdown(("Promise", "limit", "measured", "verdict"), [promise.row() for promise in made]))
    _print(*(f"- trouble: {trouble}" for trouble in troubles))
    missed = any(promise.measured is not None and not promise.kept for promise in made)
    return int(missed or bool(troubles))


def _print(*paragraphs: str) -> None:
    for paragraph in paragraphs:
        print(paragraph, flush=True)


if __name__ == "__main__":
    sys.exit(main())
