"""The full-text index on a server: the same words found as in a file, and kept by triggers."""

from collections.abc import Iterator

import pytest

from claimcheck.errors import UsageError
from claimcheck.store import search, search_postgresql
from claimcheck.store.engine import driver_connection, open_session
from claimcheck.store.server_connection import ServerConnection
from claimcheck.store.starting import create
from claimcheck.store.target import parse_target
from tests.databases import TestServer
from tests.store.queries import MEANINGS, TEXTS

OWN_TEXTS = (*TEXTS, "F-16 over Київ", "https://a.example/b_c")


@pytest.fixture
def connection(server: TestServer) -> Iterator[ServerConnection]:
    """A writing connection to a ledger with a claim for each text, rolled back at the end."""
    place = parse_target(server.address_of(server.create()))
    create(place)
    with open_session(place, keep=False) as session:
        opened = driver_connection(session)
        assert isinstance(opened, ServerConnection)
        opened.execute("INSERT INTO source (id, public_id, name, revision, recorded_at) VALUES (1, 's', 'Ann', 1, '')")
        opened.execute("INSERT INTO source_alias (alias_key, alias, source_id) VALUES ('ann', 'Ann', 1)")
        opened.executemany(
            "INSERT INTO claim (id, public_id, source_id, text, text_fingerprint, kind, state, revision, recorded_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(n, str(n), 1, text, n, "report", "accepted", 1, "") for n, text in enumerate(OWN_TEXTS, start=1)],
        )
        yield opened


def hits(connection: ServerConnection, query: str) -> list[str]:
    sql = f"SELECT text FROM claim WHERE {search_postgresql.MATCH} ORDER BY id"  # noqa: S608 - a constant
    return [text for (text,) in connection.execute(sql, (search_postgresql.expression(query),))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        *MEANINGS,
        ("f-16", ["F-16 over Київ"]),
        ("16", ["F-16 over Київ"]),
        ("київ", ["F-16 over Київ"]),
        ("c", ["https://a.example/b_c"]),
        ("ann", list(OWN_TEXTS)),
        ("it's' | !x & <->", []),
    ],
)
def test_a_query_means_what_it_says(connection: ServerConnection, query: str, expected: list[str]) -> None:
    assert hits(connection, query) == expected


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        ("UPDATE claim SET text = 'The tunnel.' WHERE id = 1", '"red tank"', "tunnel"),
        ("INSERT INTO appearance (id, claim_id, is_first, quote) VALUES (1, 1, 1, 'It fell.')", "", "fell"),
        ("UPDATE source_alias SET alias = 'Zoe', alias_key = 'zoe'", "ann", "zoe"),
        ("DELETE FROM source_alias", "ann", "blue"),
        ("DELETE FROM claim WHERE id = 2", "blue", ""),
    ],
)
def test_the_index_follows_every_change(connection: ServerConnection, change: str, gone: str, come: str) -> None:
    connection.execute(change)
    assert not gone or hits(connection, gone) == []
    assert not come or hits(connection, come)


def test_what_holds_a_word_is_listed_in_order_up_to_a_bound(connection: ServerConnection) -> None:
    ids = [str(n) for n, text in enumerate(OWN_TEXTS, start=1) if "tank" in text]
    assert len(ids) > 1
    for bound in (1, len(ids), 100):
        (found,) = connection.execute(search_postgresql.POSTINGS, ("tanks", bound)).fetchone()
        assert found.split(",") == ids[:bound]
    assert connection.execute(search_postgresql.POSTINGS, ("none", 3)).fetchone() == (None,)


def test_the_words_of_a_claim_are_counted(connection: ServerConnection) -> None:
    connection.execute("UPDATE claim SET text = 'one two three two' WHERE id = 1")
    (row,) = connection.execute(search_postgresql.LENGTHS.format(marks="?"), (1,))
    assert (row[0], search_postgresql.word_count(row[1])) == (1, len({"one", "two", "three", "ann"}))


@pytest.mark.parametrize(("word", "index"), [("common", "pk_claim_search"), ("rare7", "ix_claim_search_words")])
def test_no_word_is_looked_for_by_reading_every_claim(connection: ServerConnection, word: str, index: str) -> None:
    last = search_postgresql.suspend(connection)
    connection.executemany(
        "INSERT INTO claim (id, public_id, source_id, text, text_fingerprint, kind, state, revision, recorded_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (n, f"p{n}", 1, f"A common thing, rare{n % 900}, of wood {n}.", n, "report", "accepted", 1, "")
            for n in range(1_000, 6_000)
        ],
    )
    search_postgresql.resume(connection, last)
    connection.execute("ANALYZE claim_search")
    plans = [
        "\n".join(row[0] for row in connection.execute(f"EXPLAIN {sql}", parameters))
        for sql, parameters in (
            (search_postgresql.POSTINGS, (search_postgresql.expression(word), 301)),
            (search_postgresql.LENGTHS.format(marks="?, ?, ?"), (1_000, 2_000, 3_000)),
        )
    ]
    assert index in plans[0]
    assert "pk_claim_search" in plans[1]
    assert not any("Seq Scan" in plan for plan in plans)


def test_a_large_load_is_indexed_at_its_end(connection: ServerConnection) -> None:
    last = search_postgresql.suspend(connection)
    connection.execute(
        "INSERT INTO claim (id, public_id, source_id, text, text_fingerprint, kind, state, revision, recorded_at) "
        "VALUES (90, 'x', 1, 'A zeppelin.', 9, 'report', 'accepted', 1, '')"
    )
    assert hits(connection, "zeppelin") == []
    search_postgresql.resume(connection, last)
    assert hits(connection, "zeppelins") == ["A zeppelin."]
    connection.execute("UPDATE claim SET text = 'A balloon.' WHERE id = 90")
    assert (hits(connection, "zeppelin"), hits(connection, "balloon")) == ([], ["A balloon."])


def test_matches_are_marked_where_text_is_shown(connection: ServerConnection) -> None:
    sql = f"SELECT {search_postgresql.HIGHLIGHT} FROM claim WHERE id = 1"  # noqa: S608 - a constant
    (text,) = connection.execute(sql, (search_postgresql.expression("tanks"),)).fetchone()
    assert text == f"red {search.START_MARK}tank{search.END_MARK}"


@pytest.mark.parametrize("query", ["", "-red", "*"])
def test_a_query_that_wants_nothing_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        search_postgresql.expression(query)
