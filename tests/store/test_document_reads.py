"""Documents as they are read: with snapshots, appearances and evidence, or with none of them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.errors import NotFoundError
from claimcheck.store import document_reads, evidence
from claimcheck.store.dialect import Connection
from claimcheck.store.documents import SNAPSHOT_FIELDS, DocumentBook, insert_snapshot
from claimcheck.store.engine import Reader, driver_connection, session_reader
from claimcheck.store.history import CommandLog

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)

HASH = "b" * 64
STATE = dict.fromkeys(SNAPSHOT_FIELDS) | {
    "sha256": "a" * 64, "text_sha256": HASH, "media_type": "text/html", "extractor": "html", "extractor_version": "1",
    "retrieved_at": "2026-11-27T12:00:00Z", "size_bytes": 5_000_000_000, "etag": '"\x1b"', "status": 200,
}  # fmt: skip


@pytest.fixture
def connection(session: Session) -> Connection:
    return driver_connection(session)


@pytest.fixture
def reader(session: Session) -> Reader:
    return session_reader(session)


@pytest.fixture
def bare(session: Session, connection: Connection) -> int:
    """A document of which nothing is known."""
    return DocumentBook(connection, CommandLog(session, name="x", author="a", now=NOW)).create({})


def test_all_documents_are_listed_with_what_is_counted_in_them(
    reader: Reader, connection: Connection, bare: int
) -> None:
    rows = [dict(zip(document_reads.DOCUMENT_COLUMNS, row, strict=True)) for row in document_reads.documents(reader)]
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    first = rows[0]
    (claims,) = connection.execute("SELECT count(DISTINCT claim_id) FROM appearance WHERE document_id = 1").fetchone()
    assert (first["id"], first["claims"], bool(first["publisher"]), bool(first["title"])) == (1, claims, True, True)
    assert claims > 1
    last = rows[-1]
    assert last == dict.fromkeys(document_reads.DOCUMENT_COLUMNS) | {
        "id": bare,
        "snapshots": 0,
        "claims": 0,
        "evidence": 0,
    }


def test_snapshots_and_evidence_are_counted_and_the_latest_retrieval_is_told(
    reader: Reader, connection: Connection, bare: int
) -> None:
    older = insert_snapshot(connection, bare, STATE)
    insert_snapshot(connection, bare, STATE | {"retrieved_at": "2026-11-26T12:00:00Z", "sha256": None})
    passage = {"snapshot_id": older, "span_start": 0, "span_end": 2, "exact": "ab", "prefix": "", "suffix": ""}
    own_id = evidence.insert_evidence(connection, passage)
    row = dict(zip(document_reads.DOCUMENT_COLUMNS, document_reads.documents(reader)[-1], strict=True))
    assert (row["snapshots"], row["retrieved_at"], row["evidence"]) == (2, STATE["retrieved_at"], 1)
    assert document_reads.passages(reader, bare) == [{"id": own_id, **passage}]
    assert document_reads.passages(reader, bare + 1) == []


def test_a_document_has_its_own_columns_and_its_publisher_by_name(reader: Reader, bare: int) -> None:
    first = document_reads.document(reader, 1)
    assert (first["id"], isinstance(first["publisher"], str), first["revision"] > 0) == (1, True, True)
    assert document_reads.document(reader, bare)["publisher"] is None


def test_a_snapshot_has_all_that_is_recorded_and_whether_its_text_is_kept(
    reader: Reader, connection: Connection, bare: int
) -> None:
    first, second = (
        insert_snapshot(connection, bare, STATE),
        insert_snapshot(connection, bare, {"text_sha256": "c" * 64}),
    )
    found = document_reads.snapshots(reader, bare)
    assert found[-1] == STATE | {"id": first, "document_id": bare, "has_text": False}
    evidence.keep_text(connection, HASH, "ab")
    assert [one["has_text"] for one in document_reads.snapshots(reader, bare)] == [False, True]
    assert document_reads.snapshot(reader, first)["has_text"] is True
    assert document_reads.snapshot(reader, second)["sha256"] is None
    assert document_reads.snapshots(reader, bare + 1) == []


def test_places_are_the_appearances_of_claims_by_claim(reader: Reader, bare: int) -> None:
    found = document_reads.places(reader, 1)
    assert [place["claim_id"] for place in found] == sorted(place["claim_id"] for place in found)
    assert tuple(found[0]) == document_reads.PLACE_NAMES
    assert document_reads.places(reader, bare) == []


@pytest.mark.parametrize("read", [document_reads.document, document_reads.snapshot])
def test_what_is_not_there_is_named(reader: Reader, read: Callable[[Reader, int], object]) -> None:
    with pytest.raises(NotFoundError, match=r"there is no (?:document|snapshot) 999; see `claimcheck document "):
        read(reader, 999)


def test_the_latest_state_is_that_of_the_page_wherever_there_is_one() -> None:
    item, page = {"id": 1, "extractor": document_reads.FEED_EXTRACTOR}, {"id": 2, "extractor": None}
    assert document_reads.latest_state([page, item]) == page
    assert document_reads.latest_state([item]) == item
    assert document_reads.latest_state([]) is None
