"""What only SQLite has: its memory of ids, its way to join texts, and what its errors advise."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from claimcheck.store import sqlite


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        opened.execute("CREATE TABLE tag (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)")
        yield opened


def test_the_last_id_is_remembered_when_its_row_is_gone(connection: sqlite3.Connection) -> None:
    assert sqlite.last_id(connection, "tag") == 0
    connection.execute("INSERT INTO tag (id, name) VALUES (7, 'a')")
    connection.execute("DELETE FROM tag")
    assert sqlite.last_id(connection, "tag") == 7


def test_the_last_id_can_be_carried_over_from_another_ledger(connection: sqlite3.Connection) -> None:
    sqlite.set_last_id(connection, "tag", 41)
    connection.execute("INSERT INTO tag (name) VALUES ('b')")
    assert connection.execute("SELECT id FROM tag").fetchone() == (42,)


def test_texts_are_joined_in_the_order_asked_for(connection: sqlite3.Connection) -> None:
    connection.executemany("INSERT INTO tag (name) VALUES (?)", [("b",), ("a",), ("c",)])
    joined = sqlite.joined_text("name", "tag", "name", ", '")
    assert connection.execute(f"SELECT {joined}").fetchone() == ("a, 'b, 'c",)


def test_only_its_own_errors_are_explained(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError) as failed:
        connection.execute("SELECT nothing")
    assert sqlite.advice(failed.value) == "nothing was changed"
    assert sqlite.advice(ValueError()) is None
    assert sqlite.is_conflict(sqlite3.IntegrityError())
    assert not sqlite.is_conflict(failed.value)
