"""Writes that fail, each in turn: one line, nothing half-stored, and the same command works once there is space."""

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from claimcheck.store import sqlite
from claimcheck.store.target import Target
from tests.conftest import Result, Run
from tests.faults import denied, file_size
from tests.upgrading import NEWER, newer, write_migrations

__all__ = ["newer"]
pytestmark = [pytest.mark.file, pytest.mark.skipif(sys.platform != "linux", reason="needs the limits of Linux")]

LEDGER = "ledger.sqlite3"
PAGE = 4096
ROWS = "".join(f"Claim number {number} of the day.,Source {number % 7}\n" for number in range(40))


def content(place: Path) -> str:
    """Everything that the tables hold, as a fingerprint."""
    with closing(sqlite3.connect(place)) as connection:
        return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()


def swept(command: tuple[str, ...], step: int, unchanged: Callable[[], None]) -> tuple[int, Result]:
    """Grant the command more and more disk until it succeeds; gives how often it failed before."""
    for number in count():
        result = denied(file_size(number * step), *command)
        if result.code == 0:
            return number, result
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), (number, result)
        assert "a bug" not in result.err
        unchanged()
    raise AssertionError


@pytest.mark.parametrize(
    "command",
    [
        ("load", "rows.csv"),
        ("annotate", "1", "--verdict", "refuted", "--text", "Other words."),
        ("undo",),
        ("source", "merge", "CSIS", "Reuters"),
    ],
    ids=" ".join,
)
def test_a_change_is_kept_whole_or_not_at_all_whichever_write_fails(
    seeded: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "rows.csv").write_text(f"text,source\n{ROWS}", encoding="utf-8")
    assert seeded("annotate", "2", "--verdict", "supported").code == 0
    before = content(tmp_path / LEDGER)

    def unchanged() -> None:
        assert content(tmp_path / LEDGER) == before
        assert seeded("db", "check").code == 0

    failures, _ = swept(command, PAGE, unchanged)
    assert failures > 3
    assert content(tmp_path / LEDGER) != before
    assert seeded("db", "check").code == 0
    assert seeded("annotate", "1", "goes on").code == 0


def test_a_first_start_leaves_no_ledger_whichever_write_fails(run: Run, tmp_path: Path) -> None:
    def unchanged() -> None:
        assert list(tmp_path.iterdir()) == []

    failures, _ = swept(("load",), 8 * PAGE, unchanged)
    assert failures > 3
    assert run("db", "check").code == 0


@pytest.mark.parametrize("command", [("db", "backup", "copy"), ("--db", "copy", "db", "restore", LEDGER)], ids=" ".join)
def test_a_copy_is_there_whole_or_not_at_all_whichever_write_fails(
    seeded: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert seeded("count").code == 0

    def unchanged() -> None:
        left = {path.name for path in tmp_path.iterdir()} - {f"{LEDGER}-wal", f"{LEDGER}-shm"}
        assert left == {LEDGER}

    failures, _ = swept(command, 2 * PAGE, unchanged)
    assert failures > 3
    assert content(tmp_path / "copy") == content(tmp_path / LEDGER)


@pytest.mark.usefixtures("newer")
def test_an_upgrade_is_made_whole_or_not_at_all_whichever_page_has_no_room(
    seeded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, connect = content(tmp_path / LEDGER), sqlite.connect
    room = 0

    def cramped(target: Target, *, writable: bool) -> sqlite3.Connection:
        connection = connect(target, writable=writable)
        pages = connection.execute("PRAGMA page_count").fetchone()[0] + room
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(sqlite, "connect", cramped)
    while (result := seeded("db", "upgrade")).code != 0:
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
        assert "the disk is full" in result.err
        assert content(tmp_path / LEDGER) == before
        room += 1
    assert room > 1
    assert "current schema already" in seeded("db", "upgrade").out
    assert {content(path) for path in tmp_path.glob("*.backup")} == {before}


KILLED = """
import os, sys
from pathlib import Path
import sqlalchemy as sa
from claimcheck.cli import main
from claimcheck.store import engine, schema

left, (_, folder, newer, moment) = int(sys.argv[3]), sys.argv
engine.REVISIONS = (*engine.REVISIONS, newer)
schema.bundled = lambda _: Path(folder)

def ran(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), 9)

sa.event.listen(sa.Engine, "after_cursor_execute", ran)
sa.event.listen(sa.Engine, "commit", ran)
sys.exit(main(["db", "upgrade"]))
"""


def test_an_upgrade_killed_after_any_statement_leaves_the_old_or_the_new_schema(seeded: Run, tmp_path: Path) -> None:
    folder = write_migrations(tmp_path / "migrations")
    before, sound = content(tmp_path / LEDGER), (tmp_path / LEDGER).read_bytes()
    assert seeded("count").code == 0

    def upgrade(moment: int) -> int:
        command = [sys.executable, "-c", KILLED, str(folder), NEWER, str(moment)]
        return subprocess.run(command, check=False, timeout=60, capture_output=True).returncode

    for moment in count(1):
        code = upgrade(moment)
        (copy,) = tmp_path.glob("*.backup")
        assert content(copy) == before
        copy.unlink()
        if code == 0:
            break
        assert code == -9
        assert content(tmp_path / LEDGER) == before
        assert seeded("db", "check").code == 0
    assert moment > 8
    after = content(tmp_path / LEDGER)
    assert after != before
    (tmp_path / LEDGER).write_bytes(sound)
    assert (upgrade(moment // 2), upgrade(0)) == (-9, 0)
    assert content(tmp_path / LEDGER) == after
