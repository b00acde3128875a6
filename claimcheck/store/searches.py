"""Searches and their findings in a writing session: what was asked, of whom, when, and what was new."""

from claimcheck.store.dialect import Connection, insertion
from claimcheck.store.engine import next_id
from claimcheck.values import Finding
from claimcheck.vocabulary import Outcome

FINDING_FIELDS = ("url", "title", "publisher", "author", "published_on", "language", "text", "rating")
_INSERT_SEARCH = insertion(
    "search", "id", "provider", "claim_id", "watch_id", "query", "asked_at", "outcome", "hit_count", "message"
)
_INSERT_FINDING = insertion("finding", "search_id", "position", "key", "content_sha256", *FINDING_FIELDS)


def add_search(  # noqa: PLR0913 - the columns of a search
    connection: Connection,
    *,
    provider: str,
    query: str,
    asked_at: str,
    outcome: Outcome,
    claim_id: int | None = None,
    watch_id: int | None = None,
    hit_count: int | None = None,
    message: str | None = None,
) -> int:
    """Record one question and how it was answered; `hit_count` is None where there was no answer. Gives its id."""
    own_id = next_id(connection, "search")
    row = (own_id, provider, claim_id, watch_id, query, asked_at, outcome.value, hit_count, message)
    connection.execute(_INSERT_SEARCH, row)
    return own_id


def add_finding(connection: Connection, search_id: int, position: int, finding: Finding, content_sha256: str) -> None:
    """Record one thing that a search found."""
    values = (getattr(finding, name) for name in FINDING_FIELDS)
    connection.execute(_INSERT_FINDING, (search_id, position, finding.key, content_sha256, *values))


def known_findings(
    connection: Connection, *, claim_id: int | None = None, watch_id: int | None = None, provider: str | None = None
) -> set[tuple[str, str]]:
    """Key and content hash of everything found before, about a claim by a provider, or for a watch."""
    condition = "watch_id = ?" if watch_id is not None else "claim_id = ? AND provider = ?"
    values = (watch_id,) if watch_id is not None else (claim_id, provider)
    sql = f"SELECT key, content_sha256 FROM finding JOIN search ON search.id = search_id WHERE {condition}"  # noqa: S608
    return set(connection.execute(sql, values).fetchall())
