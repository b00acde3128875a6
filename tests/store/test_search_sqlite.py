"""From what a user typed to a full-text query, and the index that answers it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UsageError
from claimcheck.store import search, search_sqlite
from claimcheck.store.sqlite import connect
from claimcheck.store.target import Target
from tests.conftest import Run
from tests.store.queries import MEANINGS, TEXTS


@pytest.fixture(scope="module")
def words() -> Iterator[sqlite3.Connection]:
    """A table of a few texts, indexed as claims are."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        opened.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')")
        opened.executemany("INSERT INTO words VALUES (?)", [(text,) for text in TEXTS])
        yield opened


def hits(words: sqlite3.Connection, query: str) -> list[str]:
    sql = "SELECT text FROM words WHERE words MATCH ? ORDER BY rowid"
    return [text for (text,) in words.execute(sql, (search_sqlite.expression(query),))]


@pytest.mark.parametrize(("query", "expected"), MEANINGS)
def test_a_query_means_what_it_says(words: sqlite3.Connection, query: str, expected: list[str]) -> None:
    assert hits(words, query) == expected


@given(query=st.text() | st.text(alphabet="ab \"'*-()^:{}+~,.\0_²OR"))
def test_whatever_is_typed_is_a_query_or_holds_no_word(words: sqlite3.Connection, query: str) -> None:
    with suppress(UsageError):
        assert set(hits(words, query)) <= set(TEXTS)


@pytest.mark.parametrize("query", ["", " ", "-red", "OR", '""', "*", "- -", "(((", "_"])
def test_a_query_that_wants_nothing_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        search_sqlite.expression(query)


@pytest.fixture
def connection(run: Run, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A writing connection to a ledger with one indexed claim."""
    Path("claims.csv").write_text("text,source,quote\nThe bridge.,Ann,It holds.\n", encoding="utf-8")
    assert run("load", "claims.csv").code == 0
    with closing(connect(Target(tmp_path / "ledger.sqlite3"), writable=True)) as opened:
        yield opened


def found(connection: sqlite3.Connection, word: str) -> int:
    sql = f"SELECT count(*) FROM claim WHERE {search_sqlite.MATCH}"  # noqa: S608 - a constant
    return int(connection.execute(sql, (search_sqlite.expression(word),)).fetchone()[0])


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        ("UPDATE claim SET text = 'The tunnel.'", "bridge", "tunnel"),
        ("UPDATE appearance SET quote = 'It fell.'", "holds", "fell"),
        ("DELETE FROM appearance", "holds", "bridge"),
        ("UPDATE source_alias SET alias = 'Zoe', alias_key = 'zoe'", "ann", "zoe"),
        ("INSERT INTO source_alias (alias, alias_key, source_id) VALUES ('Zoe', 'zoe', 1)", "tunnel", "zoe"),
        ("DELETE FROM source_alias", "ann", "bridge"),
        ("DELETE FROM claim", "bridge", ""),
    ],
)
@pytest.mark.file
def test_the_index_follows_every_change(connection: sqlite3.Connection, change: str, gone: str, come: str) -> None:
    connection.execute(change)
    connection.execute(search_sqlite.INTEGRITY_CHECK)
    assert found(connection, gone) == 0
    assert not come or found(connection, come) == 1


@pytest.mark.file
def test_matches_are_marked_where_text_is_shown(connection: sqlite3.Connection) -> None:
    sql = f"SELECT {search_sqlite.HIGHLIGHT} FROM claim"  # noqa: S608 - a constant
    (text,) = connection.execute(sql, (search_sqlite.expression("bridges"),)).fetchone()
    assert text == f"The {search.START_MARK}bridge{search.END_MARK}."


@pytest.mark.file
def test_every_trigger_is_as_the_ledger_has_it(connection: sqlite3.Connection) -> None:
    there = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    assert {name: there[name] for name in search_sqlite.TRIGGERS} == search_sqlite.TRIGGERS


def insert_claims(connection: sqlite3.Connection, texts: list[str]) -> None:
    connection.executemany(
        "INSERT INTO claim (public_id, source_id, text, text_fingerprint, kind, state, revision, recorded_at) "
        "VALUES (?, 1, ?, 0, 'report', 'accepted', 1, '')",
        [(f"{text[:40]} {number}", text) for number, text in enumerate(texts)],
    )


@pytest.mark.file
def test_an_index_that_a_large_load_has_doubled_is_made_one_part(connection: sqlite3.Connection) -> None:
    insert_claims(connection, ["A dog.", "A cat."])
    parts = "SELECT count(DISTINCT segid) FROM claim_search_idx"
    assert connection.execute(parts).fetchone()[0] > 1
    last = search_sqlite.suspend(connection)
    insert_claims(connection, ["Many dogs."] * 5)
    search_sqlite.resume(connection, last)
    assert connection.execute(parts).fetchone()[0] == 1
    assert found(connection, "dog") == 6
    connection.execute(search_sqlite.INTEGRITY_CHECK)


@pytest.mark.file
@pytest.mark.parametrize("count", [1, 5, 127, 128, 300, 20_000])
def test_the_words_of_a_claim_are_counted_with_those_of_its_quotation_and_source(
    connection: sqlite3.Connection, count: int
) -> None:
    connection.execute("UPDATE claim SET text = ?", ("word " * count,))
    (row,) = connection.execute(search_sqlite.LENGTHS.format(marks="?"), (1,))
    assert (row[0], search_sqlite.word_count(row[1])) == (1, count + len(["It", "holds", "Ann"]))


@pytest.mark.file
def test_what_holds_a_word_is_listed_in_order_up_to_a_bound(connection: sqlite3.Connection) -> None:
    insert_claims(connection, ["A dog."] * 5)
    assert connection.execute(search_sqlite.POSTINGS, ("dogs", 3)).fetchone() == ("2,3,4",)
    assert connection.execute(search_sqlite.POSTINGS, ("bridge", 3)).fetchone() == ("1",)
    assert connection.execute(search_sqlite.POSTINGS, ("none", 3)).fetchone() == (None,)
