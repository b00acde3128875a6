"""`kill -9` at random moments of loads: what was acknowledged is there, and nothing is there by half."""

import csv
import gc
import io
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from pathlib import Path

from crowds import Outcome, checked, environment
from measuring import tell
from places import connected

LOADS_PER_LEDGER = 50
ROWS, MANY_ROWS, MANY_EVERY = 12, 2_200, 25
"""Every so often a load large enough for the other way of storing: index put off, rows sent in bulk."""
REACH = 1.15
"""Moments are drawn from the time that such a load takes, and a little beyond: some loads must end."""
TABLES = {
    "claim": "SELECT count(*) FROM claim JOIN source ON source.id = source_id WHERE source.name = '{name}'",
    "appearance": (
        "SELECT count(*) FROM appearance JOIN claim ON claim.id = claim_id "
        "JOIN source ON source.id = source_id WHERE source.name = '{name}'"
    ),
    "event": "SELECT count(DISTINCT entity_id) FROM event JOIN claim ON claim.id = entity_id "
    "JOIN source ON source.id = source_id WHERE entity = 'claim' AND source.name = '{name}'",
    "claim_tag": "SELECT count(*) FROM claim_tag JOIN tag ON tag.id = tag_id WHERE tag.name = '{tag}'",
}


@dataclass(slots=True)
class Tally:
    """What became of the loads."""

    acknowledged: int = 0
    silent: int = 0
    gone: int = 0
    ledgers: int = 0
    troubles: list[str] = field(default_factory=list)


def kills(places: Callable[[], str], folder: Path, *, loads: int, seed: int) -> Outcome:
    """Kill that many loads, each at a moment of its own; look after each, and load the same again.

    The loads run in children forked from this process, which has loaded a file before: so that nearly all
    of the moments fall into the work at the ledger and not into imports.
    """
    _warm_up(places(), folder)
    draw = random.Random(seed)  # noqa: S311 - no secret
    tally = Tally()
    usual_s: dict[tuple[bool, int], float] = {}
    place = ""
    started = time.perf_counter()
    for number in range(loads):
        if number % LOADS_PER_LEDGER == 0:
            if place:
                tally.troubles += checked(place)
            place = places()
            tally.ledgers += 1
        tell(f"kill {number + 1} of {loads}")
        rows = MANY_ROWS if number % MANY_EVERY == MANY_EVERY - 1 else ROWS
        shape = number % LOADS_PER_LEDGER == 0, rows
        if shape not in usual_s:
            usual_s[shape] = _usual_s(places() if shape[0] else place, folder, rows, -1 - len(usual_s))
        _kill_one(place, _file(folder, number, rows), number, rows, draw.random() * usual_s[shape] * REACH, tally)
    tally.troubles += checked(place)
    outcome = Outcome(f"kill -9 in {loads} loads", troubles=tally.troubles)
    outcome.numbers = (
        f"{tally.acknowledged} acknowledged before the kill, {tally.silent} stored but not told, {tally.gone} not "
        f"stored; each loaded again; {tally.ledgers} ledgers, {time.perf_counter() - started:.0f} s"
    )
    return outcome


def _warm_up(place: str, folder: Path) -> None:
    """Import, and let SQLAlchemy compile, what a load needs; the children inherit it."""
    from claimcheck.cli import main

    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        for number in (-101, -102):
            main(["--db", place, "load", str(_file(folder, number, ROWS))])
    gc.collect()
    gc.freeze()


def _kill_one(place: str, file: Path, number: int, rows: int, moment_s: float, tally: Tally) -> None:  # noqa: PLR0913, PLR0917
    said = file.with_suffix(".said")
    said.touch()
    child = _start(place, file, said)
    time.sleep(moment_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    words = said.read_text(encoding="utf-8")
    is_told = f"{rows} claims added" in words.replace(",", "")
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status):
        tally.troubles.append(f"load {number} failed: {' '.join(words.split())}")
    stored = _stored(place, number)
    if set(stored.values()) not in ({0}, {rows}):
        tally.troubles.append(f"load {number} is there by half: {stored}")
    if is_told and set(stored.values()) != {rows}:
        tally.troubles.append(f"load {number} was acknowledged, and of {rows} rows there are {stored}")
    tally.acknowledged += is_told
    tally.silent += not is_told and stored["claim"] == rows
    tally.gone += not is_told and stored["claim"] != rows
    again = _start(place, file, said)
    _, status = os.waitpid(again, 0)
    if status or set(_stored(place, number).values()) != {rows}:
        words = " ".join(said.read_text(encoding="utf-8").split())
        tally.troubles.append(f"load {number}, again: status {status}, {_stored(place, number)}: {words}")
    file.unlink()
    said.unlink()


def _start(place: str, file: Path, said: Path) -> int:
    """Load a file in a child of its own; gives the process id."""
    child = os.fork()
    if child:
        return child
    code = 1
    with suppress(BaseException):
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        sys.stdout, sys.stderr = io.TextIOWrapper(io.FileIO(1, "w")), io.TextIOWrapper(io.FileIO(2, "w"))
        os.environ.update(environment(place))
        from claimcheck.cli import main

        code = main(["load", str(file)])
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def _stored(place: str, number: int) -> dict[str, int]:
    """How many rows of that load each table holds, as one look at the ledger sees them."""
    names = {"name": f"Witness {number}", "tag": f"load-{number}"}
    there = "SELECT count(*) FROM sqlite_master WHERE name = 'claim'"
    if "://" in place:
        there = "SELECT count(*) FROM pg_class WHERE oid = to_regclass('claimcheck.claim')"
    elif not Path(place).exists():
        return dict.fromkeys(TABLES, 0)
    with connected(place) as rows_of:
        # in one statement, since a killed client's server process may be committing meanwhile
        if not rows_of(there)[0][0]:
            return dict.fromkeys(TABLES, 0)
        counts = ", ".join(f"({sql.format(**names)})" for sql in TABLES.values())
        return dict(zip(TABLES, rows_of(f"SELECT {counts}")[0], strict=True))


def _usual_s(place: str, folder: Path, rows: int, number: int) -> float:
    file = _file(folder, number, rows)
    started = time.perf_counter()
    os.waitpid(_start(place, file, file.with_suffix(".said")), 0)
    return time.perf_counter() - started


def _file(folder: Path, number: int, rows: int) -> Path:
    """Claims of a witness of that number's own, with a place, a way to us and a tag each."""
    file = folder / f"load{number}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("text", "source", "kind", "said_on", "confidence", "tags", "document_title", "via"))
        for row in range(rows):
            text = f"The gauge at station {row} stood at {number} in the morning."
            source, tag = f"Witness {number}", f"load-{number}"
            table.writerow((text, source, "report", "2024-09", "0.5", tag, f"Log {number}", "[told] The Daily"))
    return file
