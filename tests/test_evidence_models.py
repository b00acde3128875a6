"""The tables of evidence refuse what cannot be."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError
from claimcheck.store import engine
from claimcheck.store.dialect import insertion

PASSAGE = {"id": 1, "snapshot_id": 1, "span_start": 5, "span_end": 9, "exact": "seen", "prefix": "", "suffix": ""}
LINK = {"claim_id": 1, "evidence_id": 1, "stance": "supports", "state": "suggested", "probability": 0.5}
WATCH = {
    "id": 1, "public_id": "w", "kind": "page", "url": "https://example.org/", "every_s": 3600, "state": "active",
    "author": "a", "recorded_at": "2026", "due_at": "2026", "failure_count": 0,
}  # fmt: skip
SEARCH = {"id": 1, "provider": "p", "query": "q", "asked_at": "2026", "outcome": "ok", "hit_count": 0}
FINDING = {"search_id": 1, "position": 1, "key": "k", "content_sha256": "a" * 64}
WHOLE = {"evidence": PASSAGE, "link": LINK, "watch": WATCH, "search": SEARCH, "finding": FINDING}


def put(session: Session, table: str, row: dict[str, Any]) -> None:
    with engine.conflicts("refused"):
        engine.driver_connection(session).execute(insertion(table, *row), tuple(row.values()))


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("evidence", "span_start", -1),
        ("evidence", "span_end", 5),
        ("evidence", "snapshot_id", 99_999),
        ("link", "stance", "agrees"),
        ("link", "state", "maybe"),
        ("link", "probability", 1.1),
        ("link", "evidence_id", 2),
        ("watch", "kind", "site"),
        ("watch", "every_s", 0),
        ("watch", "last_outcome", "fine"),
        ("search", "outcome", "fine"),
        ("search", "hit_count", -1),
        ("finding", "content_sha256", "short"),
        ("finding", "search_id", 2),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_the_database(session: Session, table: str, field: str, value: Any) -> None:
    for other in ("evidence", "search"):
        if other != table:
            put(session, other, WHOLE[other])
    with pytest.raises(ConflictError, match="refused"):
        put(session, table, WHOLE[table] | {field: value})


def test_every_row_that_can_be_is_kept_once(session: Session) -> None:
    for table, row in WHOLE.items():
        put(session, table, row)


def test_a_passage_is_there_only_once(session: Session) -> None:
    put(session, "evidence", PASSAGE)
    with pytest.raises(ConflictError, match="refused"):
        put(session, "evidence", PASSAGE | {"id": 2})
