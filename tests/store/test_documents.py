"""Documents and snapshots: when two descriptions mean one, and what of them is kept."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from claimcheck.store.documents import DocumentBook, day_bounds, identity
from claimcheck.store.engine import driver_connection
from claimcheck.store.history import CommandLog

NOW = datetime(2024, 9, 12, tzinfo=UTC)
BYTES, TEXT = "a" * 64, "b" * 64


@pytest.fixture
def book(session: Session) -> DocumentBook:
    return DocumentBook(driver_connection(session), CommandLog(session, name="x", author="a", now=NOW))


def test_an_address_alone_makes_a_document_what_it_is() -> None:
    assert identity("One", "https://example.org/a", 1, None) == identity("Two", "https://example.org/a", 2, None)
    assert identity("One", "https://example.org/a", 1, None) != identity("One", "https://example.org/b", 1, None)


def test_without_an_address_title_and_publisher_do() -> None:
    assert identity("One  title", None, 1, None) == identity("one title", None, 1, None)
    assert len({identity("One", None, 1, None), identity("One", None, 2, None), identity("Two", None, 1, None)}) == 3


def test_a_document_is_known_by_what_identifies_it(book: DocumentBook) -> None:
    first = book.create({"title": "T", "publisher_id": 1})
    assert book.find({"title": "t", "publisher_id": 1, "published_on": "2024"}) == first
    assert book.find({"title": "T", "publisher_id": 2}) is None
    assert (book.added, book.has_twins()) == (1, False)


def test_under_another_title_the_same_text_of_the_same_publisher_is_the_same_document(book: DocumentBook) -> None:
    number = book.create({"title": "T", "url": "https://example.org/1"})
    book.find_or_create_snapshot(number, {"text_sha256": TEXT})
    assert book.find({"title": "U"}) is None
    assert book.find({"title": "U", "url": "https://example.org/2"}, {"text_sha256": TEXT}) is None
    assert book.find({"title": "U", "publisher_id": 1}, {"text_sha256": TEXT}) is None
    other = book.create({"title": "Other"})
    book.find_or_create_snapshot(other, {"text_sha256": "c" * 64})
    assert book.find({"title": "Corrected"}, {"text_sha256": "c" * 64}) == other


def test_a_document_keeps_the_bounds_of_its_day(book: DocumentBook, session: Session) -> None:
    number = book.create({"title": "T", "published_on": "2024"})
    sql = "SELECT published_on, published_earliest, published_latest FROM document WHERE id = ?"
    row = driver_connection(session).execute(sql, (number,)).fetchone()
    assert row == ("2024", "2024-01-01", "2024-12-31")


def test_a_snapshot_is_found_by_its_bytes_or_by_its_text_alone(book: DocumentBook) -> None:
    document = book.create({"title": "T"})
    number = book.find_or_create_snapshot(document, {"sha256": BYTES, "text_sha256": TEXT})
    assert book.find_or_create_snapshot(document, {"text_sha256": TEXT}) == number
    assert book.find_or_create_snapshot(document, {"sha256": BYTES, "text_sha256": TEXT}) == number
    assert book.find_or_create_snapshot(document, {"text_sha256": "c" * 64}) != number
    assert book.find_snapshot(document + 1, {"text_sha256": TEXT}) is None


def test_new_snapshots_of_a_known_document_raise_its_revision_once_for_a_command(
    book: DocumentBook, session: Session
) -> None:
    new = book.create({"title": "T"})
    for document in (1, new):
        for digit in "cd":
            book.find_or_create_snapshot(document, {"text_sha256": digit * 64})
    revisions = "SELECT id, revision FROM document WHERE id IN (1, ?)"
    assert dict(driver_connection(session).execute(revisions, (new,))) == {1: 2, new: 1}


def test_a_restored_document_has_its_number_and_its_snapshots(book: DocumentBook, session: Session) -> None:
    state = {"public_id": "p" * 36, "title": "T", "snapshots": [{"id": 77, "text_sha256": TEXT}]}
    assert book.restore(state, 55) == 55
    row = driver_connection(session).execute("SELECT id, document_id, text_sha256 FROM snapshot WHERE id = 77")
    assert row.fetchone() == (77, 55, TEXT)


def test_no_day_has_no_bounds() -> None:
    assert day_bounds(None) == (None, None)
    assert day_bounds("2024-06/..") == ("2024-06-01", "9999-12-31")


def test_without_a_title_either_publisher_and_day_do() -> None:
    assert identity(None, None, 1, "2024") != identity(None, None, 1, "2023")
    assert identity(None, None, 1, "2024") == identity("", None, 1, "2024")
    assert identity("Report 2", None, None, None) != identity("Report", None, 2, None)
