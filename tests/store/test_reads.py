"""Lists of claims as one statement: which indexes it uses and what it never lets through."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.columns import CLAIM_COLUMNS
from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.errors import NotFoundError, UsageError
from claimcheck.store.engine import Reader, driver_connection, open_reader, session_reader
from claimcheck.store.reads import ClaimQuery
from tests.conftest import Run, here


@pytest.fixture
def reader(seeded: Run) -> Iterator[Reader]:
    """A reader on the bundled claims."""
    assert seeded("count").code == 0
    with open_reader(here()) as opened:
        yield opened


class Recorder(Reader):
    """A reader that remembers the statements it was given."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader._connection)
        self.statements: list[tuple[str, list[object]]] = []

    def rows(self, sql: str, parameters: Any = ()) -> Iterator[tuple[Any, ...]]:
        self.statements.append((sql, list(parameters)))
        return super().rows(sql, parameters)

    def value(self, sql: str, parameters: Any = ()) -> Any:
        self.statements.append((sql, list(parameters)))
        return super().value(sql, parameters)

    def plan(self) -> str:
        """How the database carries out the last statement."""
        sql, parameters = self.statements[-1]
        return "\n".join(row[3] for row in super().rows(f"EXPLAIN QUERY PLAN {sql}", parameters))


STATISTICS_OF_A_LARGE_LEDGER = [
    ("source", "sqlite_autoindex_source_1", "560 1"),
    ("source", "ix_source_merged_into_id", "560 560"),
    ("claim", "ix_claim_source_id_verdict", "24300 49 39"),
    ("claim", "ix_claim_verdict_id", "24300 12150 1"),
    ("claim", "ix_claim_source_id_text_fingerprint", "300000 600 1"),
    ("claim", "ix_claim_source_id_id", "300000 600 1"),
    ("claim", "sqlite_autoindex_claim_1", "300000 1"),
]
"""What SQLite knows of 300,000 claims from 560 sources, a twelfth of them with a verdict."""


def plan(reader: Reader, criteria: ClaimFilter, paging: Paging) -> str:
    recorder = Recorder(reader)
    list(ClaimQuery(recorder, criteria).rows(["id", "source", "text"], paging))
    return recorder.plan()


@pytest.mark.file
def test_a_list_by_source_reads_its_claims_in_order_from_one_index(reader: Reader) -> None:
    for paging in (Paging(limit=50), Paging(limit=50, after="11"), Paging("-id", 50)):
        found = plan(reader, ClaimFilter(sources=("Campbell",)), paging)
        assert "claim USING INDEX ix_claim_source_id_id (source_id=?" in found
        assert "SCAN claim" not in found
        assert "TEMP B-TREE" not in found


@pytest.mark.file
@pytest.mark.parametrize("sources", [("Campbell",), ("Campbell", "CSIS")])
def test_a_filter_by_source_and_verdict_has_an_index_on_both_whatever_is_known_of_them(
    session: Session, sources: tuple[str, ...]
) -> None:
    reader = session_reader(session)
    criteria = ClaimFilter(sources=sources, verdicts=("supported",), since="2020-01", until="2021-06-30")
    connection = driver_connection(session)
    unknown = plan(reader, criteria, Paging(limit=50))
    connection.execute("UPDATE claim SET verdict = 'supported' WHERE id % 10 = 0")
    connection.execute("ANALYZE")
    known = plan(reader, criteria, Paging(limit=50))
    for found in (unknown, known):
        assert "INDEX ix_claim_source_id_verdict (source_id=? AND verdict=?)" in found


@pytest.mark.file
def test_a_filter_by_verdict_alone_reads_its_claims_in_order_and_stops(session: Session) -> None:
    reader = session_reader(session)
    criteria = ClaimFilter(verdicts=("supported",), since="2020-01")
    unknown = plan(reader, criteria, Paging(limit=50))
    connection = driver_connection(session)
    connection.execute("UPDATE claim SET verdict = 'supported' WHERE id % 10 = 0")
    connection.execute("ANALYZE")
    for found in (unknown, plan(reader, criteria, Paging(limit=50))):
        assert "claim USING INDEX ix_claim_verdict_id (verdict=?)" in found
        assert "TEMP B-TREE" not in found


@pytest.mark.file
@pytest.mark.parametrize(
    "criteria", [ClaimFilter(verdicts=("supported",), since="2020-01", until="2021-06-30"), ClaimFilter(text="china")]
)
def test_sources_are_looked_up_for_the_claims_found_and_not_gone_through(
    session: Session, criteria: ClaimFilter
) -> None:
    reader = session_reader(session)
    connection = driver_connection(session)
    connection.execute("ANALYZE")
    connection.execute("DELETE FROM sqlite_stat1")
    connection.executemany("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", STATISTICS_OF_A_LARGE_LEDGER)
    connection.execute("ANALYZE sqlite_schema")
    found = plan(reader, criteria, Paging(sort="-said_on", limit=50))
    assert "SEARCH s USING INTEGER PRIMARY KEY (rowid=?)" in found
    assert "SCAN s" not in found


@pytest.mark.file
def test_a_page_of_all_claims_is_not_sorted(reader: Reader) -> None:
    found = plan(reader, ClaimFilter(), Paging(limit=50, after="11"))
    assert "TEMP B-TREE" not in found
    assert "SEARCH claim USING INTEGER PRIMARY KEY (rowid>?)" in found


@pytest.mark.file
def test_a_search_begins_with_the_full_text_index(reader: Reader) -> None:
    found = plan(reader, ClaimFilter(text="drones"), Paging("id"))
    assert "claim_search VIRTUAL TABLE INDEX" in found
    assert "SCAN claim\n" not in found + "\n"


def test_a_count_joins_no_more_than_it_needs(reader: Reader) -> None:
    recorder = Recorder(reader)
    assert ClaimQuery(recorder, ClaimFilter()).count() == 62
    assert "JOIN" not in recorder.statements[-1][0]
    assert ClaimQuery(recorder, ClaimFilter(publishers=("CEIAS",))).count() == 62
    assert recorder.statements[-1][0].count("JOIN") == 1


def test_every_column_can_be_read_filtered_by_and_counted(reader: Reader) -> None:
    query = ClaimQuery(reader, ClaimFilter(sources=("Reuters",)))
    for column in CLAIM_COLUMNS:
        assert len(list(query.rows([column], Paging()))) == 3
        assert sum(number for _, number in ClaimQuery(reader, ClaimFilter()).counts_by(column)) >= 62


def test_claims_can_be_asked_for_by_number(reader: Reader) -> None:
    rows = ClaimQuery(reader, ClaimFilter(claim_ids=(9, 3, 99))).rows(["id"], Paging())
    assert [number for (number,) in rows] == [3, 9]


def test_values_are_bound_and_never_part_of_the_statement(reader: Reader) -> None:
    hostile = "x' OR '1'='1"
    recorder = Recorder(reader)
    criteria = ClaimFilter(kinds=(hostile,), states=(hostile,), verdicts=(hostile,), text=f'"{hostile}"')
    assert ClaimQuery(recorder, criteria).count() == 0
    assert all(hostile not in sql for sql, _ in recorder.statements)
    with pytest.raises(NotFoundError):
        ClaimQuery(reader, ClaimFilter(sources=(hostile,)))


@pytest.mark.parametrize(
    "name", ["", "claim.id", "id; DROP TABLE claim", "id DESC", "--id", "rowid", "text_fingerprint"]
)
def test_only_columns_are_an_order(reader: Reader, name: str) -> None:
    with pytest.raises(UsageError):
        ClaimQuery(reader, ClaimFilter()).rows(["id"], Paging(name))
    with pytest.raises(UsageError):
        ClaimQuery(reader, ClaimFilter()).counts_by(name)


def test_rows_are_fetched_as_they_are_consumed(reader: Reader) -> None:
    rows = ClaimQuery(reader, ClaimFilter()).rows(["id"], Paging())
    assert next(rows) == (1,)
    assert next(rows) == (2,)
    rows.close()  # type: ignore[attr-defined]
