"""The history: append-only, and a chain that shows every later edit."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimcheck.store import history, sqlite
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import Reader, driver_connection, open_session
from claimcheck.store.history import CommandLog
from claimcheck.store.target import Target
from claimcheck.vocabulary import Entity
from tests.conftest import Run

pytestmark = pytest.mark.file

NOW = datetime(2024, 9, 12, tzinfo=UTC)


@pytest.fixture
def connection(seeded: Run, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A ledger with several commands; its triggers are in force."""
    seeded("annotate", "1", "a note", "--verdict", "supported", "--tag", "t")
    seeded("undo")
    seeded("annotate", "2", "--kind", "denial")
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite3", isolation_level=None)) as opened:
        yield opened


def findings(connection: Connection) -> list[str]:
    return list(history.broken_links(Reader(connection)))


def test_the_chain_of_an_untouched_history_holds(connection: sqlite3.Connection) -> None:
    assert findings(connection) == []
    first, *later = connection.execute("SELECT previous_hash, hash FROM command ORDER BY id").fetchall()
    assert first[0] == history.GENESIS_HASH
    assert [previous for previous, _ in later] == [own for _, own in (first, *later[:-1])]


@pytest.mark.parametrize("table", ["command", "event"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "DELETE FROM {} WHERE id = 1"])
def test_the_database_refuses_to_change_the_past(connection: sqlite3.Connection, table: str, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement.format(table))


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("event", "action", "deleted"),
        ("event", "entity", "document"),
        ("event", "entity_id", 7),
        ("event", "field", "basis"),
        ("event", "old", '"x"'),
        ("event", "new", '"x"'),
        ("event", "undoes_id", 1),
        ("event", "command_id", 1),
        ("event", "id", 100_000),
        ("command", "id", 100_000),
        ("command", "name", "load!"),
        ("command", "author", "somebody"),
        ("command", "note", "x"),
        ("command", "recorded_at", "2001-01-01T00:00:00.000000Z"),
        ("command", "previous_hash", "1" * 64),
        ("command", "hash", "1" * 64),
    ],
)
@pytest.mark.parametrize("command", [2, 4])
def test_a_change_of_any_column_is_found(
    connection: sqlite3.Connection, table: str, column: str, value: object, command: int
) -> None:
    for name in sqlite.APPEND_ONLY_TRIGGERS:
        connection.execute(f"DROP TRIGGER {name}")
    own = "id" if table == "command" else "command_id"
    one = f"SELECT max(id) FROM {table} WHERE {own} = ?"  # noqa: S608
    sql = f"UPDATE {table} SET {column} = ? WHERE id = ({one})"  # noqa: S608
    assert connection.execute(sql, (value, command)).rowcount == 1
    assert findings(connection) != []


def test_taking_away_one_event_or_a_whole_command_is_found(connection: sqlite3.Connection) -> None:
    for name in sqlite.APPEND_ONLY_TRIGGERS:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("BEGIN")
    connection.execute("DELETE FROM event WHERE id = (SELECT min(id) FROM event WHERE command_id = 2)")
    assert findings(connection) != []
    connection.execute("DELETE FROM event WHERE command_id = 2")
    connection.execute("DELETE FROM command WHERE id = 2")
    assert findings(connection) == ["command 3 does not follow the one before it: a command was changed or removed"]
    connection.execute("ROLLBACK")
    assert findings(connection) == []


def test_an_event_that_was_slipped_in_is_found(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO event (command_id, action, entity, entity_id, field, old, new) "
        "VALUES (2, 'changed', 'claim', 1, 'verdict', 'null', '\"refuted\"')"
    )
    assert findings(connection) != []


def test_a_command_without_events_leaves_no_trace(seeded_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite3"
    place.write_bytes(seeded_file.read_bytes())
    with open_session(Target(place)) as session:
        log = CommandLog(session, name="x", author="a", now=NOW)
        log.seal()
        count = driver_connection(session).execute("SELECT count(*) FROM command").fetchone()
    assert count == (1,)


def test_a_sealed_command_has_the_next_number_and_its_moment_in_utc(seeded_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite3"
    place.write_bytes(seeded_file.read_bytes())
    with open_session(Target(place)) as session:
        log = CommandLog(session, name="x", author="a", now=NOW, note="ü\n")
        log.noted(Entity.CLAIM, 1, new="n")
        log.seal()
        row = driver_connection(session).execute("SELECT name, note, recorded_at FROM command WHERE id = 2")
        assert row.fetchone() == ("x", "ü\n", "2024-09-12T00:00:00.000000Z")
        assert findings(driver_connection(session)) == []


def test_a_revision_rises_once_for_each_entity_of_a_command(seeded_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite3"
    place.write_bytes(seeded_file.read_bytes())
    with open_session(Target(place), keep=False) as session:
        log = CommandLog(session, name="x", author="a", now=NOW)
        touches = [
            log.first_touch(Entity.CLAIM, 1),
            log.first_touch(Entity.CLAIM, 1),
            log.first_touch(Entity.SOURCE, 1),
        ]
    assert touches == [True, False, True]


def test_values_of_events_are_canonical_json() -> None:
    assert history.as_json({"b": 1, "a": "ü\x1f"}) == '{"a":"ü\\u001f","b":1}'
