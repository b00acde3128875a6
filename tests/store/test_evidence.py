"""Texts, passages and links in the ledger."""

from hashlib import sha256
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.store import documents, evidence
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import driver_connection, session_reader

TEXT = "The ships were seen at dawn. \U0001f6a2"
HASH = sha256(TEXT.encode()).hexdigest()
PASSAGE = {"span_start": 4, "span_end": 9, "exact": "ships", "prefix": "The ", "suffix": " were"}


@pytest.fixture
def connection(session: Session) -> Connection:
    return driver_connection(session)


@pytest.fixture
def snapshot_id(connection: Connection) -> int:
    return documents.insert_snapshot(connection, 1, {"text_sha256": HASH})


def test_a_text_is_kept_once_and_found_by_every_snapshot_that_says_the_same(
    session: Session, connection: Connection, snapshot_id: int
) -> None:
    assert evidence.text_of(session_reader(session), snapshot_id) is None
    assert evidence.keep_text(connection, HASH, TEXT) is True
    assert evidence.keep_text(connection, HASH, TEXT) is False
    assert evidence.text_of(session_reader(session), snapshot_id) == TEXT
    assert connection.execute("SELECT count(*) FROM rendition").fetchone() == (1,)


def test_a_passage_is_found_by_its_place(connection: Connection, snapshot_id: int) -> None:
    assert evidence.evidence_at(connection, snapshot_id, (4, 9)) is None
    own_id = evidence.insert_evidence(connection, {"snapshot_id": snapshot_id, **PASSAGE})
    assert evidence.evidence_at(connection, snapshot_id, (4, 9)) == own_id
    assert evidence.evidence_at(connection, snapshot_id, (4, 8)) is None


def test_a_link_is_read_back_as_it_was_recorded(connection: Connection, snapshot_id: int) -> None:
    own_id = evidence.insert_evidence(connection, {"snapshot_id": snapshot_id, **PASSAGE})
    link: dict[str, Any] = {"evidence_id": own_id, "stance": "refutes", "state": "suggested", "probability": 0.25}
    assert evidence.link_state(connection, 2, own_id) is None
    evidence.insert_link(connection, 2, link)
    assert evidence.link_state(connection, 2, own_id) == link
