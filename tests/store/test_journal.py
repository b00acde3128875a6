"""How a ledger keeps its last changes, and what is said about it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimcheck.store.journal import has_reset_bug
from tests.conftest import Run

pytestmark = pytest.mark.file


@pytest.mark.parametrize("version", ["3.40.1", "3.44.5", "3.45.0", "3.50.6", "3.51.0", "3.51.2"])
def test_older_sqlite_has_the_reset_bug(version: str) -> None:
    assert has_reset_bug(version)


@pytest.mark.parametrize("version", ["3.44.6", "3.44.10", "3.50.7", "3.51.3", "3.52.0", "3.53.1", "4.0.0"])
def test_mended_sqlite_has_not(version: str) -> None:
    assert not has_reset_bug(version)


def test_a_ledger_is_switched_to_a_rollback_journal_and_back(seeded: Run, tmp_path: Path) -> None:
    assert seeded("db", "journal").out == "wal\n"
    assert seeded("db", "journal", "rollback").out.endswith("now has the journal rollback\n")
    assert seeded("db", "journal").out == "rollback\n"
    assert seeded("db", "journal", "rollback").out.endswith("has the journal rollback already\n")
    assert seeded("annotate", "1", "in the other mode", "--confidence", "0.3").code == 0
    assert seeded("list", "--max-confidence", "0.3", "--format", "csv").out.count("\n") > 1
    checked = seeded("db", "check")
    assert checked.code == 0
    assert "note: journal: rollback, " in checked.out
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith(("-wal", "-shm", "-journal"))]
    assert seeded("db", "journal", "wal").code == 0
    assert seeded("db", "journal").out == "wal\n"


def test_a_ledger_in_use_is_not_switched(seeded: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM claim").fetchone()
        refused = seeded("db", "journal", "rollback")
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (5, "", 1)
    assert "another process has the ledger" in refused.err
    assert seeded("db", "journal").out == "wal\n"


def test_the_journal_is_the_files_own_also_where_nothing_may_be_written(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert seeded("db", "journal").out == "wal\n"
    assert "note: journal: rollback" not in seeded("db", "check").out


@pytest.mark.parametrize(("version", "is_noted"), [("3.40.1", True), ("3.51.3", False)])
def test_check_says_whether_this_sqlite_has_the_bug(
    seeded: Run, monkeypatch: pytest.MonkeyPatch, version: str, *, is_noted: bool
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version", version)
    checked = seeded("db", "check")
    assert checked.code == 0
    assert ("db journal rollback" in checked.out) is is_noted


def test_a_wrong_journal_and_a_missing_ledger_are_named(run: Run) -> None:
    assert run("db", "journal").code == 5
    assert run("db", "init").code == 0
    refused = run("db", "journal", "memory")
    assert (refused.code, refused.err) == (2, "claimcheck: 'memory' is no journal; give wal or rollback\n")


def test_a_server_keeps_its_own_journal(run: Run) -> None:
    refused = run("--db", "postgresql://somebody:secret@localhost/team", "db", "journal", "rollback")
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert "secret" not in refused.err
