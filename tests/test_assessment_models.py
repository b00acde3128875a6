"""The tables of what is computed refuse what cannot be."""

from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.errors import ConflictError
from claimcheck.store import engine
from claimcheck.store.dialect import insertion

SUGGESTION = {"claim_id": 1, "kind": "contradicts", "other_id": 2, "state": "suggested", "reasons": "r"}
ASSESSMENT = {
    "claim_id": 1, "assessed_at": "2026-01-01T00:00:00.000000Z", "method": "features 1", "confidence": 0.5,
    "verdict": "supported", "rule": "because", "item_count": 1, "origin_count": 1, "origin_least": 1, "origin_most": 1,
    "unresolved_count": 0, "supported_on": "2026-01-01", "impact": 0.2,
}  # fmt: skip
WHOLE = {"relation_suggestion": SUGGESTION, "assessment": ASSESSMENT}


def put(session: Session, table: str, row: dict[str, Any]) -> None:
    with engine.conflicts("refused"):
        engine.driver_connection(session).execute(insertion(table, *row), tuple(row.values()))


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("relation_suggestion", "kind", "resembles"),
        ("relation_suggestion", "state", "maybe"),
        ("relation_suggestion", "other_id", 1),
        ("relation_suggestion", "other_id", 99_999),
        ("assessment", "claim_id", 99_999),
        ("assessment", "confidence", 1.1),
        ("assessment", "verdict", "true"),
        ("assessment", "impact", -0.1),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_the_database(session: Session, table: str, field: str, value: Any) -> None:
    with pytest.raises(ConflictError, match="refused"):
        put(session, table, WHOLE[table] | {field: value})


def test_every_row_that_can_be_is_kept_once(session: Session) -> None:
    for table, row in WHOLE.items():
        put(session, table, row)
        with pytest.raises(ConflictError, match="refused"), session.begin_nested():
            put(session, table, row)
