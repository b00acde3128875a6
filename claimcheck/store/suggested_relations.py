"""How claims may stand to each other, as it is stored and read."""

from typing import Any

from claimcheck.store.dialect import Connection
from claimcheck.store.engine import Reader

_ONE = """
SELECT kind, other_id, state, reasons FROM relation_suggestion WHERE claim_id = ? AND kind = ? AND other_id = ?
"""
_OF_CLAIM = """
SELECT r.kind, c.id, c.public_id, s.name, c.text, r.reasons, CASE WHEN r.claim_id = me.id THEN 1 ELSE 0 END
FROM claim AS me JOIN relation_suggestion AS r ON r.claim_id = me.id OR r.other_id = me.id
JOIN claim AS c ON c.id = CASE WHEN r.claim_id = me.id THEN r.other_id ELSE r.claim_id END
JOIN source AS s ON s.id = c.source_id
WHERE me.id = ? AND r.state = 'suggested' AND c.state <> 'rejected'
ORDER BY 7 DESC, r.kind, c.id
"""
NAMES = ("kind", "other_id", "other_public_id", "other_source", "other_text", "reasons", "is_outgoing")


def suggestion_state(connection: Connection, claim_id: int, kind: str, other_id: int) -> dict[str, Any] | None:
    """A stored suggestion as an event holds it; None if there is none."""
    row = connection.execute(_ONE, (claim_id, kind, other_id)).fetchone()
    return None if row is None else dict(zip(("kind", "other_id", "state", "reasons"), row, strict=True))


def suggested_relations(reader: Reader, claim_id: int) -> list[dict[str, Any]]:
    """How a claim may stand to others and others to it, as long as nobody has decided."""
    found = [dict(zip(NAMES, row, strict=True)) for row in reader.all(_OF_CLAIM, (claim_id,))]
    return [{**one, "is_outgoing": bool(one["is_outgoing"])} for one in found]
