"""Measures whether memory stays flat while ledgers grow: load, list and export, on a file and on a server.

    python benchmarks/memory.py [--claims 100000 300000] [--kind sqlite|postgresql]

Peak memory of whole processes; that of the server is not in it. Prints a Markdown table; exits with 1 when
a larger ledger takes more than 1.5 times the memory of the smallest, or a command fails.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from generate import SEED, source_name, write
from measuring import MIB, Bench, ChildError, Cost, Step, markdown, tell
from places import KINDS, places

CLAIMCHECK = str(Path(sys.executable).with_name("claimcheck"))
CSV = "claims.csv"
FLAT = 1.5
COMMANDS = {
    "load": ("load", CSV),
    "list a source, 50 rows": ("list", "--source", source_name(9), "--limit", "50"),
    "list all": ("list",),
    "export": ("export",),
}


def costs(bench: Bench, place: str, claims: int) -> dict[str, Cost]:
    """What each command costs on a new ledger of that many claims."""
    write(bench.folder / CSV, claims, SEED)
    found = {}
    for name, words in COMMANDS.items():
        tell(f"{claims:,} claims: {name}")
        found[name], _ = bench.run(Step((CLAIMCHECK, *words), "output", {"CLAIMCHECK_DB": place}))
    tell("")
    return found


def main() -> int:
    """Measure and print; 0 when memory stays flat."""
    parser = argparse.ArgumentParser(description="Peak memory of claimcheck on growing ledgers.")
    parser.add_argument("--claims", type=int, nargs="+", default=[100_000, 300_000])
    parser.add_argument("--kind", choices=KINDS, action="append", help="repeatable; both when left out")
    arguments = parser.parse_args()
    sizes, broken = sorted(arguments.claims), False
    for kind in arguments.kind or KINDS:
        with tempfile.TemporaryDirectory(prefix="claimcheck-memory-") as name, places(kind, Path(name)) as new:
            environment = {"PATH": os.defpath, "HOME": name, "LANG": "C.UTF-8", "CLAIMCHECK_AUTHOR": "benchmark"}
            bench = Bench(Path(name), environment)
            try:
                found = {size: costs(bench, new(), size) for size in sizes}
            except ChildError as error:
                sys.exit(f"cannot go on: {error}")
        rows = []
        for command in COMMANDS:
            peaks = [found[size][command].peak for size in sizes]
            broken = broken or peaks[-1] > FLAT * peaks[0]
            times = [f"{found[size][command].cpu_s:.1f}" for size in sizes]
            rows.append([command, *(f"{peak / MIB:.1f}" for peak in peaks), f"{peaks[-1] / peaks[0]:.2f}x", *times])
        headers = (f"{kind}, MiB", *(f"{size:,}" for size in sizes), "growth", *(f"{size:,}, CPU s" for size in sizes))
        print(markdown(headers, rows), flush=True)
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
