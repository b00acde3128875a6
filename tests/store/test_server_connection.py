"""Statements as the store writes them, carried out by a server."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest

from claimcheck.store.server_connection import ServerConnection
from tests.databases import TestServer


@pytest.fixture
def connection(server: TestServer) -> Iterator[ServerConnection]:
    raw = psycopg.connect(server.address_of(server.create()), autocommit=True, cursor_factory=psycopg.ClientCursor)
    with closing(ServerConnection(raw)) as opened:
        opened.execute("CREATE TABLE word (id bigint, text text, flag smallint)")
        yield opened


@pytest.mark.parametrize("count", [0, 1, 19, 20, 500])
def test_few_rows_and_many_arrive_alike(connection: ServerConnection, count: int) -> None:
    rows = [(number, f"100% \t\\N é\n{number}" if number % 3 else None, number % 2 == 0) for number in range(count)]
    connection.executemany("INSERT INTO word (id, text, flag) VALUES (?, ?, ?)", iter(rows))
    stored = connection.execute("SELECT id, text, flag FROM word ORDER BY id").fetchall()
    assert stored == [(number, text, int(flag)) for number, text, flag in rows]


def test_a_percent_sign_is_itself_and_a_question_mark_a_value(connection: ServerConnection) -> None:
    row = connection.execute("SELECT '50%', ?, ? LIKE 'a%'", ("what?", "abc")).fetchone()
    assert row == ("50%", "what?", True)


def test_what_is_true_is_1(connection: ServerConnection) -> None:
    connection.execute("INSERT INTO word (id, flag) VALUES (?, ?)", (1, True))
    assert connection.execute("SELECT flag FROM word WHERE flag = ?", (True,)).fetchone() == (1,)
