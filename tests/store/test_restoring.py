"""A backup in the place of a ledger: sound or refused, and at every moment the old ledger or the new one is there."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.store import draft, sqlite
from claimcheck.store.engine import open_reader
from claimcheck.store.restoring import restore
from claimcheck.store.target import Target
from tests.conftest import Run

pytestmark = pytest.mark.file

NOW = datetime(2024, 9, 12, 8, 30, tzinfo=UTC)
KILLED = """
import os, sys
from claimcheck.cli import main

left = int(sys.argv[1])

def counted(act):
    def call(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), 9)
        return act(*arguments, **options)
    return call

for name in ("link", "rename", "replace", "fsync", "unlink"):
    setattr(os, name, counted(getattr(os, name)))
sys.exit(main(["db", "restore", "copy", "--yes"]))
"""


@pytest.fixture
def place(seeded: Run, tmp_path: Path) -> Path:
    """A ledger in which claim 1 is refuted, and beside it `copy`, a backup in which it is not."""
    assert seeded("db", "backup", "copy").code == 0
    assert seeded("annotate", "1", "--verdict", "refuted").code == 0
    return tmp_path / "ledger.sqlite3"


def refuted(place: Path) -> int:
    with open_reader(Target(place)) as reader:
        return int(reader.value("SELECT count(*) FROM claim WHERE verdict = 'refuted'"))


def kept(place: Path) -> list[Path]:
    return sorted(place.parent.glob("*.replaced"))


def test_what_is_written_to_the_write_ahead_log_of_the_old_ledger_stays_with_it(place: Path, tmp_path: Path) -> None:
    # A process that was killed leaves its log behind, and a log is replayed onto whatever has the name.
    busy = tmp_path / "busy"
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("UPDATE claim SET verdict = 'refuted' WHERE id = 2")
        connection.commit()
        busy.write_bytes(place.read_bytes())
        (tmp_path / "busy-wal").write_bytes((tmp_path / "ledger.sqlite3-wal").read_bytes())
    assert (tmp_path / "busy-wal").stat().st_size > 0
    there = restore(tmp_path / "copy", Target(busy), now=NOW, replace=True)
    assert there is not None
    assert (refuted(busy), refuted(there)) == (0, 2)
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith(("-wal", "-shm", "-journal"))]


def test_a_damaged_ledger_takes_its_write_ahead_log_along(place: Path, tmp_path: Path) -> None:
    content = place.read_bytes()
    place.write_bytes(b"\xff" * 8192 + content[8192:])
    (tmp_path / "ledger.sqlite3-wal").write_bytes(b"log")
    there = restore(tmp_path / "copy", Target(place), now=NOW, replace=True)
    assert there is not None
    assert there.with_name(f"{there.name}-wal").read_bytes() == b"log"
    assert (refuted(place), there.read_bytes()[:8192]) == (0, b"\xff" * 8192)


def test_a_ledger_that_another_process_has_open_is_not_replaced(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 50)
    with closing(sqlite3.connect(place)) as other:
        assert other.execute("SELECT count(*) FROM claim").fetchone() == (62,)
        with pytest.raises(StoreError, match="another process"):
            restore(tmp_path / "copy", Target(place), now=NOW, replace=True)
    assert (refuted(place), kept(place)) == (1, [])


def test_who_waited_for_the_old_ledger_is_refused_and_not_lost(place: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as waiting:  # opened, and nothing read yet
        restore(tmp_path / "copy", Target(place), now=NOW, replace=True)
        waiting.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as refusal:
            waiting.execute("UPDATE claim SET verdict = 'supported' WHERE id = 1")
        assert "another file has taken its place" in str(sqlite.advice(refusal.value))
    assert refuted(place) == 0


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_the_journal_mode_of_the_ledger_is_kept(place: Path, tmp_path: Path, mode: str) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
    restore(tmp_path / "copy", Target(place), now=NOW, replace=True)
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == (mode,)


def test_a_ledger_whose_replacement_fails_goes_on_as_before(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(StoreError, match="No space left"):
        restore(tmp_path / "copy", Target(place), now=NOW, replace=True)
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert (refuted(place), kept(place)) == (1, [])


def test_a_replaced_ledger_is_not_touched_when_what_follows_fails(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []

    def sync(path: Path) -> None:
        synced.append(path)
        if len(synced) == 3:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(draft, "_sync", sync)
    with pytest.raises(StoreError, match="Input/output error"):
        restore(tmp_path / "copy", Target(place), now=NOW, replace=True)
    (there,) = kept(place)
    assert (refuted(place), refuted(there)) == (0, 1)
    assert not (tmp_path / "ledger.sqlite3-wal").exists()


def test_a_link_keeps_pointing_at_the_ledger(place: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(place)
    there = restore(tmp_path / "copy", Target(tmp_path / "link"), now=NOW, replace=True)
    assert there is not None
    assert (tmp_path / "link").is_symlink()
    assert (refuted(place), there.parent) == (0, tmp_path)


def test_a_restoration_killed_at_any_moment_leaves_the_old_or_the_new_ledger(place: Path, tmp_path: Path) -> None:
    old = shutil.copy(place, tmp_path / "old")
    outcomes: list[str] = []
    moment = 0
    while not outcomes or outcomes[-1] != "done":
        moment += 1
        shutil.copy(old, place)
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, str(moment)], check=False, timeout=60, capture_output=True, text=True
        )
        assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
        outcomes.append("done" if ended.returncode == 0 else ("old", "new")[1 - refuted(place)])
        for path in kept(place):
            assert refuted(path) == 1
        assert restore(tmp_path / "copy", Target(place), now=NOW, replace=True) is not None
        assert refuted(place) == 0
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
        for path in kept(place):
            path.unlink()
    assert {"old", "new", "done"} == set(outcomes)
