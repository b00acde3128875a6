"""Evidence as it is read: links with their passages, and what was searched for a claim."""

from collections.abc import Sequence
from typing import Any

from claimcheck.store.engine import Reader

LINK_COLUMNS = (
    "claim_id", "evidence_id", "stance", "state", "probability", "reasons", "exact", "span_start", "span_end",
    "snapshot_id", "document_id", "document_title", "document_url", "publisher", "published_on", "retrieved_at",
)  # fmt: skip
_LINKS = """
SELECT claim_id, evidence.id, stance, link.state, probability, reasons, exact, span_start, span_end,
  snapshot.id, document.id, document.title, document.url, source.name, document.published_on, retrieved_at
FROM link JOIN evidence ON evidence.id = evidence_id JOIN snapshot ON snapshot.id = snapshot_id
JOIN document ON document.id = document_id LEFT JOIN source ON source.id = publisher_id
{where} ORDER BY claim_id, evidence.id
"""
_LATEST_SEARCHES = """
SELECT provider, asked_at, outcome, hit_count, message, query FROM search
WHERE id IN (
  SELECT max(id) FROM search WHERE claim_id = ? AND hit_count IS NOT NULL GROUP BY provider
  UNION SELECT max(id) FROM search WHERE claim_id = ? AND outcome <> 'skipped' GROUP BY provider
  UNION SELECT max(id) FROM search AS every WHERE claim_id = ? AND NOT EXISTS (
    SELECT 1 FROM search WHERE claim_id = every.claim_id AND provider = every.provider AND outcome <> 'skipped'
  ) GROUP BY provider
) ORDER BY provider, id
"""
_FINDINGS = """
SELECT provider, finding.url, title, publisher, published_on, rating, asked_at
FROM finding JOIN search ON search.id = search_id WHERE claim_id = ? ORDER BY search_id, position
"""
SEARCH_NAMES = ("provider", "asked_at", "outcome", "hit_count", "message", "query")
FINDING_NAMES = ("provider", "url", "title", "publisher", "published_on", "rating", "found_at")


def links(
    reader: Reader, *, claim_id: int | None = None, document_id: int | None = None, states: Sequence[str] = ()
) -> list[tuple[Any, ...]]:
    """The links that fit all of what is given, as rows of LINK_COLUMNS; without a state those not rejected."""
    conditions, values = [], []
    if claim_id is not None:
        conditions.append("claim_id = ?")
        values.append(claim_id)
    if document_id is not None:
        conditions.append("document.id = ?")
        values.append(document_id)
    chosen = tuple(states) or ("confirmed", "suggested")
    conditions.append(f"link.state IN ({', '.join('?' * len(chosen))})")
    return reader.all(_LINKS.format(where=f"WHERE {' AND '.join(conditions)}"), [*values, *chosen])


def claim_links(reader: Reader, claim_id: int) -> list[dict[str, Any]]:
    """Everything that passages say to a claim, what was rejected included."""
    every = links(reader, claim_id=claim_id, states=("confirmed", "suggested", "rejected"))
    return [dict(zip(LINK_COLUMNS, row, strict=True)) for row in every]


def latest_searches(reader: Reader, claim_id: int) -> list[dict[str, Any]]:
    """The last answer of each provider about a claim, and the last attempt where that came later and was none."""
    return [dict(zip(SEARCH_NAMES, row, strict=True)) for row in reader.all(_LATEST_SEARCHES, (claim_id,) * 3)]


def findings(reader: Reader, claim_id: int) -> list[dict[str, Any]]:
    """Everything that was ever found about a claim, in the order in which it was."""
    return [dict(zip(FINDING_NAMES, row, strict=True)) for row in reader.all(_FINDINGS, (claim_id,))]
