"""What the evidence for claims came to, as it is stored and read; working state, not part of the history."""

from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.store.dialect import Connection, insertion
from claimcheck.store.engine import Reader

FIELDS = (
    "claim_id", "assessed_at", "method", "confidence", "verdict", "rule", "item_count", "origin_count", "origin_least",
    "origin_most", "unresolved_count", "supported_on", "impact",
)  # fmt: skip
_INSERT = insertion("assessment", *FIELDS)
_OF_CLAIM = f"SELECT {', '.join(FIELDS)} FROM assessment WHERE claim_id = ?"  # noqa: S608 - columns of ours
_LATEST = f"{_OF_CLAIM} ORDER BY assessed_at DESC LIMIT 1"
_BEFORE = f"{_OF_CLAIM} AND assessed_at < ? ORDER BY assessed_at"


def insert_assessment(connection: Connection, state: Mapping[str, Any]) -> None:
    """Store what the evidence for a claim comes to at a moment."""
    connection.execute(_INSERT, tuple(state[name] for name in FIELDS))


def latest_assessments(reader: Reader, claim_ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The latest assessment of each of those claims that has one."""
    rows = (row for claim_id in claim_ids for row in reader.all(_LATEST, (claim_id,)))
    return {int(row[0]): dict(zip(FIELDS, row, strict=True)) for row in rows}


def assessments_before(reader: Reader, claim_id: int, instant: str) -> list[dict[str, Any]]:
    """The assessments of a claim from before an instant, the oldest first."""
    return [dict(zip(FIELDS, row, strict=True)) for row in reader.all(_BEFORE, (claim_id, instant))]
