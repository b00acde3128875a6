"""Does the ledger say what its history says? The claims, compared with their events."""

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.errors import quoted
from claimcheck.store.claims import FIELDS
from claimcheck.store.engine import Reader
from claimcheck.store.history import as_json

MAX_DIFFERENCES = 20
_COMPARED = tuple(field for field in FIELDS if field not in ("revision", "recorded_at"))
_CHANGES = """
SELECT entity_id, field, new FROM event
WHERE entity = 'claim' AND action = 'changed' AND field IN ({fields}) ORDER BY id
"""
_CLAIMS = f"""
SELECT claim.id, event.id, event.new, {", ".join(f"claim.{field}" for field in _COMPARED)}
FROM claim LEFT JOIN event ON event.id = (
  SELECT max(id) FROM event WHERE entity = 'claim' AND entity_id = claim.id AND action = 'created'
)
ORDER BY claim.id
"""  # noqa: S608 - our own column names


_GONE = f"""
SELECT entity_id FROM event WHERE entity = 'claim' AND action IN ('created', 'deleted') GROUP BY entity_id
HAVING max(CASE action WHEN 'created' THEN id END) = max(id)
AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.id = entity_id) ORDER BY entity_id LIMIT {MAX_DIFFERENCES}
"""  # noqa: S608 - a number of ours


def differences(reader: Reader) -> Iterator[str]:
    """One sentence for each value of a claim that no event has put there."""
    marks = ", ".join("?" * len(_COMPARED))
    changed: dict[tuple[int, str], str] = {}
    for claim_id, field, new in reader.rows(_CHANGES.format(fields=marks), _COMPARED):
        changed[claim_id, field] = new
    yield from (f"ledger: claim {claim_id} is gone, and no command removed it" for (claim_id,) in reader.all(_GONE))
    found = 0
    for claim_id, event_id, created, *values in reader.rows(_CLAIMS):
        for sentence in _of_claim(claim_id, event_id, created, dict(zip(_COMPARED, values, strict=True)), changed):
            found += 1
            if found > MAX_DIFFERENCES:
                yield "ledger: and more"
                return
            yield sentence


def _of_claim(
    claim_id: int,
    event_id: int | None,
    created: str | None,
    values: dict[str, Any],
    changed: dict[tuple[int, str], str],
) -> Iterator[str]:
    if event_id is None:
        yield f"ledger: claim {claim_id} was never recorded by any command"
        return
    try:
        state = json.loads(created or "{}")
        expected = {
            field: json.loads(changed[claim_id, field]) if (claim_id, field) in changed else state.get(field)
            for field in values
        }
    except ValueError:
        yield f"ledger: the events of claim {claim_id} cannot be read; one of them was changed"
        return
    for field, value in values.items():
        if isinstance(value, bytes):
            yield f"ledger: {field} of claim {claim_id} is not text"
        elif value != expected[field]:
            said = as_json(expected[field])
            yield f"ledger: {field} of claim {claim_id} is {quoted(value)}, by its history it is {said}"
