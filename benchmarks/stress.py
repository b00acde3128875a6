"""Many processes at once, and processes killed at random: is every promise about them kept?

    python benchmarks/stress.py [--only crowd|warm|starts|kills] [--kind sqlite|postgresql] [--loads 1000] ...

Runs the `claimcheck` beside the interpreter that runs this file, on SQLite files and on databases of the
PostgreSQL server that the tests use. Prints a Markdown table; exits with 1 when a promise is broken.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from crowds import Outcome, annotations, first_starts
from kills import kills
from measuring import markdown, tell
from places import KINDS, Places, places

SEED = 20240912
TRIALS = ("crowd", "warm", "starts", "kills")


def trials(arguments: argparse.Namespace, new_place: Places, folder: Path) -> dict[str, Callable[[], Outcome]]:
    """What is tried, by its name."""

    def crowd(*, warm: bool) -> Outcome:
        return annotations(new_place(), folder, processes=arguments.processes, each=arguments.annotations, warm=warm)

    return {
        "crowd": lambda: crowd(warm=False),
        "warm": lambda: crowd(warm=True),
        "starts": lambda: first_starts(new_place, processes=arguments.processes, rounds=arguments.rounds),
        "kills": lambda: kills(new_place, folder, loads=arguments.loads, seed=arguments.seed),
    }


def main() -> int:
    """Try and print; 0 when nothing was broken."""
    parser = argparse.ArgumentParser(description="Crowds of processes and killed loads on a ledger.")
    parser.add_argument("--only", choices=TRIALS, action="append", help="repeatable; everything when left out")
    parser.add_argument("--kind", choices=KINDS, action="append", help="repeatable; both when left out")
    parser.add_argument("--processes", type=int, default=16)
    parser.add_argument("--annotations", type=int, default=60, help="of each process")
    parser.add_argument("--rounds", type=int, default=5, help="of first starts")
    parser.add_argument("--loads", type=int, default=1000, help="to kill")
    parser.add_argument("--seed", type=int, default=SEED, help="of the moments to kill at")
    arguments = parser.parse_args()
    broken = False
    print(markdown(("trial", "ledger", "measured", "promise"), []), end="", flush=True)
    for kind in arguments.kind or KINDS:
        with tempfile.TemporaryDirectory(prefix="claimcheck-stress-") as folder, places(kind, Path(folder)) as new:
            for name, trial in trials(arguments, new, Path(folder)).items():
                if name in (arguments.only or TRIALS):
                    outcome = trial()
                    tell("")
                    broken = broken or bool(outcome.troubles)
                    print(f"| {' | '.join(outcome.row(kind))} |", flush=True)
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
