"""Opening a ledger: what is refused, in which words, and that nothing of it is touched."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from claimcheck.errors import ConflictError, InputError, NoLedgerError, StoreError, UsageError
from claimcheck.store import engine, sqlite
from claimcheck.store.engine import open_reader, open_session
from claimcheck.store.target import APPLICATION_ID, Target, parse_target
from tests.conftest import Run

pytestmark = pytest.mark.file
HOLD = """
import sqlite3, sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""
COMMANDS = [["list"], ["count"], ["export"], ["annotate", "1", "x"], ["load"], ["db", "check"], ["db", "backup"]]
needs_permissions = pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


def refused(run: Run, place: Path, words: str) -> None:
    """Every command exits with 5 in one line with these words, and leaves the place as it was."""
    before = place.read_bytes() if place.is_file() else None
    beside = sorted(place.parent.iterdir())
    for command in COMMANDS:
        result = run(*command)
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), command
        assert words in result.err, command
        assert str(place) in result.err
    assert (place.read_bytes() if place.is_file() else None) == before
    assert sorted(place.parent.iterdir()) == beside


def test_a_file_without_a_byte_is_never_made_into_a_ledger(run: Run, place: Path) -> None:
    place.touch()
    refused(run, place, "is empty (0 bytes)")


@pytest.mark.parametrize("kept", [50, 4096, 100_000])
def test_a_ledger_that_is_cut_off_is_refused(seeded: Run, place: Path, kept: int) -> None:
    place.write_bytes(place.read_bytes()[:kept])
    refused(seeded, place, "beginning is damaged" if kept < 100 else "is cut off")


def test_a_text_file_is_refused(run: Run, place: Path) -> None:
    place.write_text("text,source\n" * 100, encoding="utf-8")
    refused(run, place, "is not a SQLite file")


def test_a_database_of_another_program_is_refused(run: Run, place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE claim (id INTEGER PRIMARY KEY, text TEXT)")
    refused(run, place, "of another program")


def test_a_folder_is_refused(run: Run, place: Path) -> None:
    place.mkdir()
    refused(run, place, "Is a directory")


def test_a_database_with_our_mark_but_no_tables_is_refused(run: Run, place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE other (id INTEGER)")
    for command in COMMANDS[:-1]:
        result = run(*command)
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1), command


@pytest.mark.parametrize("revision", ["9999", "'; --"])
def test_an_unknown_schema_is_refused_as_a_newer_one(seeded: Run, place: Path, revision: str) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
    for command in (["list"], ["annotate", "1", "x"], ["load"], ["db", "check"], ["db", "upgrade"]):
        result = seeded(*command)
        assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
        assert "from a newer claimcheck" in result.err


def test_an_older_schema_is_refused_and_the_upgrade_named(
    seeded: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "REVISIONS", (*engine.REVISIONS, "future"))
    for command in (["list"], ["annotate", "1", "x"], ["db", "check"]):
        result = seeded(*command)
        assert (result.code, result.out) == (5, "")
        assert "older schema" in result.err
        assert "`claimcheck db upgrade`" in result.err
    assert place.exists()


def test_a_missing_ledger_is_told_apart(place: Path) -> None:
    with pytest.raises(NoLedgerError), open_reader(Target(place)):
        pass
    with pytest.raises(NoLedgerError), open_session(Target(place)):
        pass
    assert not place.exists()


@needs_permissions
def test_a_file_that_may_not_be_read_is_refused(seeded: Run, place: Path) -> None:
    place.chmod(0)
    assert "Permission denied" in seeded("list").err


@needs_permissions
def test_a_file_that_may_not_be_written_can_be_read(seeded: Run, place: Path) -> None:
    place.chmod(0o400)
    assert seeded("count").out == "62\n"
    assert seeded("annotate", "1", "x").code == 5


@needs_permissions
def test_a_ledger_in_a_folder_that_may_not_be_written_can_be_read(seeded: Run, place: Path) -> None:
    place.parent.chmod(0o500)
    try:
        assert seeded("count").out == "62\n"
        assert seeded("db", "check").code == 0
        assert seeded("annotate", "1", "x").code == 5
    finally:
        place.parent.chmod(0o700)


@contextmanager
def held(place: Path) -> Iterator[None]:
    """Another process that writes, and takes its time."""
    command = [sys.executable, "-c", HOLD, str(place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        yield
        holder.communicate(b"\n", timeout=60)


def test_a_writer_gives_up_in_one_line_when_another_process_holds_the_ledger(
    seeded: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 50)
    with held(place):
        for command in (["annotate", "1", "x"], ["load"], ["undo"]):
            result = seeded(*command)
            assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
            assert "another process" in result.err
    assert seeded("annotate", "1", "x").code == 0


def test_readers_do_not_wait_for_a_writer(seeded: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 50)
    with held(place):
        for command in (["count"], ["list"], ["show", "1"], ["history"], ["export"], ["db", "backup", "copy"]):
            assert seeded(*command).code == 0, command


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("x.sqlite3", "x.sqlite3"),
        ("sqlite:///x.sqlite3", "x.sqlite3"),
        ("sqlite:////folder/x.sqlite3", "/folder/x.sqlite3"),
        ("odd?#%20.sqlite3", "odd?#%20.sqlite3"),
    ],
)
def test_a_path_or_a_sqlite_address_names_a_file(written: str, path: str) -> None:
    assert parse_target(written) == Target(Path(path))


def test_a_tilde_is_the_home_directory() -> None:
    assert parse_target("~/x.sqlite3") == Target(Path.home() / "x.sqlite3")


@pytest.mark.parametrize("address", ["mysql://x", "https://host/l.sqlite3", "://x"])
def test_other_databases_are_refused_with_2(run: Run, address: str) -> None:
    with pytest.raises(UsageError):
        parse_target(address)
    result = run("--db", address, "list")
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert "path of a SQLite file" in result.err


def test_a_reader_cannot_write(seeded: Run, place: Path) -> None:
    assert seeded("count").code == 0
    with open_reader(Target(place)) as reader, pytest.raises(StoreError):
        reader.all("DELETE FROM claim_tag")


def test_a_session_keeps_all_or_nothing(seeded: Run, place: Path) -> None:
    sql = "DELETE FROM claim_tag"

    def fail_half_way() -> None:
        with open_session(Target(place)) as session:
            engine.driver_connection(session).execute(sql)
            engine.driver_connection(session).execute("DELETE FROM nowhere")

    with pytest.raises(StoreError):
        fail_half_way()
    assert seeded("tag").rows
    with open_session(Target(place), keep=False) as session:
        engine.driver_connection(session).execute(sql)
    assert seeded("tag").rows
    with open_session(Target(place)) as session:
        engine.driver_connection(session).execute(sql)
    assert seeded("tag").rows == []


def test_ids_are_never_given_twice(seeded: Run, place: Path) -> None:
    seeded("add", "One.", "--source", "Reuters")
    seeded("undo")
    with open_session(Target(place)) as session:
        assert engine.next_id(engine.driver_connection(session), "claim") == 64
    assert seeded("add", "Two.", "--source", "Reuters").out == "added claim 64\n"


@pytest.mark.parametrize(
    ("error", "is_of_one"),
    [
        (InputError("odd"), True), (ValueError("odd"), True), (ConflictError("taken"), True),
        (sqlite3.IntegrityError("taken"), True), (sqlite3.DataError("too long"), True),
        (psycopg.errors.ProgramLimitExceeded("too long"), True), (psycopg.DataError("NUL"), True),
        (sqlite3.OperationalError("locked"), False), (psycopg.OperationalError("gone"), False),
        (psycopg.errors.DiskFull("full"), False), (StoreError("full"), False), (OSError("full"), False),
    ],
    ids=repr,
)  # fmt: skip
def test_what_one_value_is_to_blame_for_is_told_from_what_nobody_could_write(
    error: Exception,
    is_of_one: bool,  # noqa: FBT001 - a case
) -> None:
    assert engine.concerns_one_value(error) is is_of_one
