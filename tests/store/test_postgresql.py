"""A ledger on a server: one writer at a time, nothing changed behind its back unnoticed, refusals in one line."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from claimcheck.errors import StoreError
from claimcheck.models import metadata
from claimcheck.store import postgresql
from claimcheck.store.checks import findings
from claimcheck.store.engine import open_reader, open_session, session_reader
from claimcheck.store.history import CommandLog, broken_links
from claimcheck.store.server_connection import ServerConnection
from claimcheck.store.target import Server, parse_target
from claimcheck.vocabulary import Entity
from tests.conftest import Run
from tests.databases import TestServer


@pytest.fixture
def place(server: TestServer, seeded_database: str) -> Server:
    found = parse_target(server.address_of(server.create(seeded_database)))
    assert isinstance(found, Server)
    return found


def tamper(place: Server, *statements: str) -> None:
    with psycopg.connect(place.url, autocommit=True) as connection:
        connection.execute("SET search_path TO claimcheck")
        for statement in statements:
            connection.execute(statement)


def test_the_migrated_schema_is_that_of_the_models(place: Server) -> None:
    import sqlalchemy as sa
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = postgresql.sql_engine(place)
    ours = ("claim_search", "last_id", "alembic_version")
    options = {"include_name": lambda name, kind, _: kind != "table" or name not in ours, "compare_type": True}
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
        checks = {
            check["name"] for table in metadata.tables for check in sa.inspect(connection).get_check_constraints(table)
        }
    engine.dispose()
    assert differences == []
    assert checks == {
        constraint.name
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, sa.CheckConstraint)
    }


@pytest.mark.parametrize("statement", ["UPDATE event SET new = '1'", "DELETE FROM command", "TRUNCATE event"])
def test_the_history_refuses_every_change(place: Server, statement: str) -> None:
    with pytest.raises(psycopg.Error, match=r"append-only|foreign key"):
        tamper(place, statement)


@pytest.mark.parametrize(
    ("statements", "finding"),
    [
        (["UPDATE claim SET confidence = 0.01 WHERE id = 3"], "ledger: confidence of claim 3 is 0.01"),
        (
            ["ALTER TABLE event DISABLE TRIGGER event_append_only", "UPDATE event SET new = '1' WHERE id = 40"],
            "trigger: event_append_only is switched off",
        ),
        (["DROP TRIGGER claim_search ON claim"], "trigger: claim_search is missing"),
        (
            ["UPDATE claim_search SET words = '' WHERE claim_id = 5"],
            "search: the full-text index does not agree with claim 5",
        ),
        (["DELETE FROM claim_search WHERE claim_id = 6"], "search: the full-text index does not agree with claim 6"),
        (
            ["ALTER TABLE event DISABLE TRIGGER USER", "DELETE FROM event WHERE id = (SELECT max(id) FROM event)"],
            "1 of the latest rows of event are gone",
        ),
    ],
)
def test_check_finds_what_was_changed_behind_its_back(place: Server, statements: list[str], finding: str) -> None:
    assert list(findings(place)) == []
    tamper(place, *statements)
    assert any(finding in found for found in findings(place))


def test_a_reader_cannot_write(place: Server) -> None:
    with open_reader(place) as reader, pytest.raises(StoreError, match="read-only"):
        reader.all("DELETE FROM tag RETURNING id")


def test_a_writer_gives_up_in_one_line_when_another_holds_the_ledger(
    place: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "LOCK_TIMEOUT_MS", 50)
    with open_session(place, keep=False):
        result = run("--db", place.url, "annotate", "1", "x")
        assert run("--db", place.url, "count").out == "62\n"
    assert (result.code, len(result.err.splitlines())) == (5, 1)
    assert "another process has held it for too long" in result.err


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://somebody:secret@127.0.0.1:1/db", "check the address and that the server runs"),
        ("postgresql://somebody@/db?host=/nowhere&password=secret", "check the address and that the server runs"),
    ],
)
@pytest.mark.file
def test_a_server_that_cannot_be_reached_is_one_line_without_the_password(run: Run, address: str, words: str) -> None:
    result = run("--db", address, "list")
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert words in result.err
    assert "secret" not in result.err
    assert "secret" not in run("--db", address, "config").out


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://somebody:secret@host/db?no_such_option=1",
        "postgresql://somebody:secret@[::1/db",
        "postgresql://somebody:secret@[::1]x/db",
        "postgres://somebody:secret@host:port:port/db%zz",
    ],
)
@pytest.mark.file
def test_what_is_no_address_is_one_line_without_the_password(run: Run, address: str) -> None:
    result = run("--db", address, "list")
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert "is not an address" in result.err
    assert "secret" not in result.err
    assert "secret" not in run("--db", address, "config").out


@pytest.mark.file
def test_a_database_that_is_not_there_is_named(run: Run, server: TestServer) -> None:
    result = run("--db", server.address_of("no_such_database"), "list")
    assert (result.code, len(result.err.splitlines())) == (5, 1)
    assert "no_such_database" in result.err


@pytest.mark.file
def test_other_tables_of_the_database_are_left_alone(server: TestServer, run: Run) -> None:
    address = server.address_of(server.create())
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE claim (text text)")
        connection.execute("CREATE TABLE alembic_version (version_num text)")
        connection.execute("INSERT INTO alembic_version VALUES ('of another program')")
    assert run("--db", address, "list").code == 5
    assert run("--db", address, "load").code == 0
    assert run("--db", address, "count").out == "62\n"
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT count(*) FROM public.claim").fetchone() == (0,)


def test_rows_come_a_few_thousand_at_a_time(place: Server) -> None:
    with open_reader(place) as reader:
        numbers = [number for (number,) in reader.rows("SELECT generate_series(1, ?)", (5_000,))]
    assert numbers == list(range(1, 5_001))


@pytest.mark.file
def test_without_psycopg_the_install_line_is_given(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from claimcheck.cli import main; sys.exit(main(['--db', 'postgresql://host/db', 'list']))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ended.returncode == 5
    assert "pip install 'claimcheck-ledger[postgres]'" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.file
def test_a_backup_of_a_server_is_a_file(run: Run, place: Server, tmp_path: Path) -> None:
    result = run("--db", place.url, "db", "backup", "copy.sqlite3")
    assert result.code == 0
    assert (tmp_path / "copy.sqlite3").stat().st_mode & 0o777 == 0o600
    assert run("--db", "copy.sqlite3", "count").out == "62\n"
    assert run("--db", place.url, "db", "upgrade").out.endswith("has the current schema already\n")


def test_a_command_is_sealed_without_all_its_events_in_memory(place: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "_ROWS_AT_ONCE", 10)
    execute, most = ServerConnection.execute, 0

    def counted(self: ServerConnection, sql: str, parameters: Any = (), /) -> Any:
        nonlocal most
        cursor = execute(self, sql, parameters)
        most = max(most, cursor.rowcount)
        return cursor

    monkeypatch.setattr(ServerConnection, "execute", counted)
    with open_session(place, keep=False) as session:
        log = CommandLog(session, name="x", author="a", now=datetime.now(UTC))
        for number in range(95):
            log.noted(Entity.CLAIM, 1, new=str(number))
        log.seal()
        assert list(broken_links(session_reader(session))) == []
    assert most == 10
