"""What a command costs as a whole process, and several commands measured in turns.

The processor time, wall time and peak memory are those of the kernel's accounting for the ended child,
so start-up is in them. The programs compared take turns (A B C A B C), so that a drift of the machine
hits all alike; the first turn only warms up.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

LAUNCHER = Path(__file__).resolve().with_name("launch.py")
TIMEOUT_S = 900.0
MIB = 2**20
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class ChildError(Exception):
    """A command that failed or took too long; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor time (user and system) and wall time in seconds, peak memory in bytes."""

    cpu_s: float
    wall_s: float
    peak: int

    def then(self, other: "Cost") -> "Cost":
        """The cost of this and, after it, the other."""
        return Cost(self.cpu_s + other.cpu_s, self.wall_s + other.wall_s, max(self.peak, other.peak))


@dataclass(frozen=True, slots=True)
class Step:
    """One command; {turn} in an argument becomes the number of the turn. Output goes to a pipe or a file."""

    argv: tuple[str, ...]
    output: str | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Way:
    """How one program does an operation; `fresh` is a database that is removed before each turn."""

    steps: tuple[Step, ...]
    fresh: str | None = None


@dataclass(slots=True)
class Result:
    """The costs of the turns that count, how many lines the last one wrote, and why there are none."""

    costs: list[Cost] = field(default_factory=list)
    lines: int = 0
    failure: str | None = None

    def median(self, quantity: Callable[[Cost], float]) -> float | None:
        """The middle value of a quantity; None when the command failed."""
        values = sorted(quantity(cost) for cost in self.costs)
        if self.failure or not values:
            return None
        middle = len(values) // 2
        return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2

    def spread(self) -> float:
        """The range of the processor time over its median."""
        times, middle = [cost.cpu_s for cost in self.costs], self.median(lambda cost: cost.cpu_s)
        return (max(times) - min(times)) / middle if middle else 0.0


class Bench:
    """Runs commands in one folder with one environment, each for a limited time."""

    def __init__(self, folder: Path, environment: Mapping[str, str], *, timeout_s: float = TIMEOUT_S) -> None:
        """Nothing is started yet."""
        self.folder = folder
        self._environment = dict(environment)
        self._timeout_s = timeout_s

    def run(self, step: Step, turn: int = 0) -> tuple[Cost, bytes]:
        """What a command cost, and what it wrote to a pipe.

        Raises:
            ChildError: it cannot be started, fails, or takes too long.
        """
        argv = [part.replace("{turn}", str(turn)) for part in step.argv]
        shown = f"`{' '.join([Path(argv[0]).name, *argv[1:]])}`"
        with ExitStack() as opened:
            target: int | BinaryIO = subprocess.PIPE
            if step.output:
                target = opened.enter_context((self.folder / step.output).open("wb"))
            launcher = opened.enter_context(
                subprocess.Popen(
                    [sys.executable, "-I", "-S", str(LAUNCHER), *argv],
                    cwd=self.folder,
                    env={**self._environment, **step.environment},
                    stdin=subprocess.DEVNULL,
                    stdout=target,
                    stderr=subprocess.PIPE,
                    start_new_session=True,
                )
            )
            try:
                written, said = launcher.communicate(timeout=self._timeout_s)
            except BaseException as error:
                os.killpg(launcher.pid, signal.SIGKILL)
                if not isinstance(error, subprocess.TimeoutExpired):
                    raise
                msg = f"{shown} took more than {self._timeout_s:g} s"
                raise ChildError(msg) from error
        if launcher.returncode:
            msg = f"{shown} could not be started: {said.decode('utf-8', 'replace').strip()[-300:]}"
            raise ChildError(msg)
        words, _, account = said.decode("utf-8", "replace").rpartition("\n")
        cpu_s, wall_s, peak, status = account.split()
        code = os.waitstatus_to_exitcode(int(status))
        if code:
            msg = f"{shown} ended with {code}: {' '.join(words.split())[-300:]}"
            raise ChildError(msg)
        return Cost(float(cpu_s), float(wall_s), int(peak) * _RSS_UNIT), written or b""

    def measure(self, name: str, ways: Mapping[str, Way], *, runs: int, warm_up: int = 1) -> dict[str, Result]:
        """The results of each program after `warm_up` turns that do not count and `runs` that do."""
        results = {program: Result() for program in ways}
        for turn in range(warm_up + runs):
            tell(f"{name}: turn {turn + 1} of {warm_up + runs}")
            for program, way in ways.items():
                result = results[program]
                if result.failure is None:
                    self._take_turn(way, turn, result, counts=turn >= warm_up)
        tell("")
        return results

    def _take_turn(self, way: Way, turn: int, result: Result, *, counts: bool) -> None:
        if way.fresh:
            for ending in ("", "-wal", "-shm", "-journal"):
                (self.folder / f"{way.fresh}{ending}").unlink(missing_ok=True)
        total = Cost(0, 0, 0)
        try:
            for step in way.steps:
                cost, written = self.run(step, turn)
                total = total.then(cost)
                result.lines = self._lines_of(step.output) if step.output else written.count(b"\n")
        except ChildError as error:
            result.failure = str(error)
            return
        if counts:
            result.costs.append(total)

    def _lines_of(self, output: str) -> int:
        with (self.folder / output).open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(MIB), b""))


def tell(progress: str) -> None:
    """Say on a terminal what is going on, in place of what was said before."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{progress}\x1b[K")
        sys.stderr.flush()


def ratio(above: float | None, below: float | None) -> str:
    """How many times as much; empty when either is missing."""
    return "" if above is None or not below else f"{above / below:.2f}x"


def markdown(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A GitHub-flavoured table; all columns but the first are flush right."""
    lines = [list(headers), ["---", *["---:"] * (len(headers) - 1)], *map(list, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
