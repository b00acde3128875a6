"""Many processes on one ledger at the same moment: annotations, and first starts."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generate import write
from measuring import tell

CLAIMCHECK = str(Path(sys.executable).with_name("claimcheck"))
LONGEST_WAIT_S = 30
CLAIMS, ANNOTATED = 2_000, 16
PATIENCE_S = 120
SHOWN_TROUBLES = 5
WARM = """
import io, sys, time
from contextlib import redirect_stderr, redirect_stdout
from claimcheck.cli import main
for line in sys.stdin:
    said, started = io.StringIO(), time.perf_counter()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(line.split("\\t")[:-1])
    print(time.perf_counter() - started, code, " ".join(said.getvalue().split()), sep="\\t", flush=True)
"""
"""Runs one command line after another in the same process: more of the time is spent at the ledger."""


@dataclass(slots=True)
class Outcome:
    """What one trial did, in words and numbers, and everything that a promise forbids."""

    what: str
    numbers: str = ""
    troubles: list[str] = field(default_factory=list)

    def row(self, kind: str) -> list[str]:
        """The cells of its line in a table."""
        shown = "; ".join(self.troubles[:SHOWN_TROUBLES])
        more = f" and {len(self.troubles) - SHOWN_TROUBLES} more" if len(self.troubles) > SHOWN_TROUBLES else ""
        return [self.what, kind, self.numbers, f"**broken**: {shown}{more}" if self.troubles else "kept"]


Command = Callable[..., "Ran"]


@dataclass(frozen=True, slots=True)
class Ran:
    """How long a command took, its exit code and what it said."""

    wall_s: float
    code: int
    said: str


def claimcheck(place: str, *words: str) -> Ran:
    """Run the installed command once."""
    started = time.perf_counter()
    ended = subprocess.run(
        [CLAIMCHECK, *words],
        env=environment(place),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=False,
    )
    return Ran(time.perf_counter() - started, ended.returncode, ended.stdout + ended.stderr)


def environment(place: str) -> dict[str, str]:
    """What a command on that ledger sees of the world."""
    return {"PATH": os.defpath, "LANG": "C.UTF-8", "CLAIMCHECK_DB": place, "CLAIMCHECK_AUTHOR": "benchmark"}


def checked(place: str) -> list[str]:
    """What `db check` finds wrong."""
    ran = claimcheck(place, "db", "check")
    return [f"db check: {' '.join(ran.said.split())}"] if ran.code else []


@contextmanager
def _warm(place: str) -> Iterator[Command]:
    with subprocess.Popen(
        [sys.executable, "-c", WARM],
        env=environment(place),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:

        def command(_: str, *words: str) -> Ran:
            print(*words, "", sep="\t", file=process.stdin, flush=True)
            wall_s, code, said = process.stdout.readline().rstrip("\n").split("\t", 2)
            return Ran(float(wall_s), int(code), said)

        yield command
        process.stdin.close()


@contextmanager
def _cold(_: str) -> Iterator[Command]:
    yield claimcheck


@contextmanager
def _paused_readers(place: str) -> Iterator[list[subprocess.Popen]]:
    """Commands that read and whose output nobody takes: a pager that was left open."""
    readers = [
        subprocess.Popen(
            [CLAIMCHECK, *words],
            env=environment(place),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for words in (("list",), ("export",))
    ]
    for reader in readers:
        reader.stdout.readline()
    yield readers
    for reader in readers:
        reader.stdout.close()
        reader.wait(PATIENCE_S)


def annotations(place: str, folder: Path, *, processes: int, each: int, warm: bool) -> Outcome:
    """That many processes annotate the same few claims, one command after another, while two readers are paused."""
    way = "in lasting processes" if warm else "by `claimcheck annotate`"
    outcome = Outcome(f"{processes} x {each} annotations {way}, two paused readers")
    source = folder / "crowd.csv"
    write(source, CLAIMS)
    claimcheck(place, "load", str(source))

    def worker(own: int) -> list[Ran]:
        ran = []
        with (_warm if warm else _cold)(place) as command:
            for turn in range(each):
                claim = str(1 + (own + turn) % ANNOTATED)
                confidence = f"0.{1 + turn % 9}"
                words = ("annotate", claim, f"remark {own}-{turn}", "--tag", f"t{own}-{turn}")
                ran.append(command(place, *words, "--confidence", confidence, "--basis", f"b{own}-{turn}"))
                if own == 0:
                    tell(f"{outcome.what}: {turn + 1} of {each}")
        return ran

    started = time.perf_counter()
    with _paused_readers(place) as readers, ThreadPoolExecutor(processes) as pool:
        ran = [one for many in pool.map(worker, range(processes)) for one in many]
        still_open = sum(reader.poll() is None for reader in readers)
    wall_s = time.perf_counter() - started
    outcome.troubles += [f"exit code {one.code}: {one.said}" for one in ran if one.code]
    wanted = {f"{own}-{turn}" for own in range(processes) for turn in range(each)}
    views = json.loads(claimcheck(place, "show", *map(str, range(1, ANNOTATED + 1)), "--json").said)
    notes = [note["text"].removeprefix("remark ") for view in views for note in view["notes"]]
    tags = {tag.removeprefix("t") for view in views for tag in view["tags"]}
    if sorted(notes) != sorted(wanted) or not wanted <= tags:
        outcome.troubles.append(f"{len(notes)} of {len(wanted)} notes, {len(wanted & tags)} tags are stored")
    longest = max(one.wall_s for one in ran)
    if longest > LONGEST_WAIT_S:
        outcome.troubles.append(f"one command took {longest:.1f} s")
    outcome.troubles += checked(place)
    outcome.numbers = (
        f"{len(notes)} stored, {sum(one.code != 0 for one in ran)} failed, longest {longest:.1f} s, "
        f"{wall_s:.0f} s in all, {still_open} readers still paused at the end"
    )
    return outcome


def first_starts(places: Callable[[], str], *, processes: int, rounds: int) -> Outcome:
    """That many processes load the bundled claims at the same moment where there is no ledger yet."""
    outcome = Outcome(f"{processes} first starts at once, {rounds} times")
    longest, claims = 0.0, set()
    for turn in range(rounds):
        tell(f"{outcome.what}: {turn + 1} of {rounds}")
        place = places()
        with ThreadPoolExecutor(processes) as pool:
            ran = list(pool.map(lambda _, place=place: claimcheck(place, "load"), range(processes)))
        outcome.troubles += [f"exit code {one.code}: {one.said}" for one in ran if one.code]
        made = sum("started a new ledger" in one.said for one in ran)
        if made != 1:
            outcome.troubles.append(f"{made} of {processes} say that they made the ledger")
        claims.add(claimcheck(place, "count").said.strip())
        longest = max(longest, *(one.wall_s for one in ran))
        outcome.troubles += checked(place)
    if claims != {"62"}:
        outcome.troubles.append(f"the ledgers hold {', '.join(sorted(claims))} claims")
    outcome.numbers = f"{' or '.join(sorted(claims))} claims in each, longest {longest:.1f} s"
    return outcome
