"""What is read to weigh the evidence for a claim: passages, the texts they stand in, who published them."""

from collections.abc import Collection, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from claimcheck.store.engine import Reader

_CLAIM = """
SELECT claim.id, claim.text, claim.kind, claim.state, claim.confidence, claim.verdict, claim.source_id, source.name,
  source.kind
FROM claim JOIN source ON source.id = source_id WHERE claim.id = ?
"""
_ITEMS = """
SELECT evidence.id, link.stance, link.state, link.probability, link.reasons, evidence.exact, span_start, span_end,
  snapshot.id, document.id, document.title, document.url, snapshot.canonical_url, document.author,
  document.published_on, snapshot.retrieved_at, document.publisher_id, source.name, source.reliability
FROM link JOIN evidence ON evidence.id = evidence_id JOIN snapshot ON snapshot.id = snapshot_id
JOIN document ON document.id = document_id LEFT JOIN source ON source.id = document.publisher_id
WHERE claim_id = ? AND link.state <> 'rejected' ORDER BY evidence.id
"""
_ALIASES = "SELECT alias FROM source_alias WHERE source_id = ? ORDER BY alias"
_KNOWN = """
SELECT named.id, name, alias
FROM (SELECT id, name FROM source WHERE merged_into_id IS NULL ORDER BY id LIMIT ?) AS named
JOIN source_alias ON source_id = named.id ORDER BY named.id, alias
"""
_GRADED = """
SELECT source.id, source.name, source.reliability FROM source_alias JOIN source ON source.id = source_id
WHERE alias_key = ?
"""
_TURN = """
ORDER BY EXISTS (SELECT 1 FROM assessment WHERE claim_id = claim.id),
  COALESCE((SELECT MAX(evidence_id) FROM link WHERE claim_id = claim.id), 0) DESC, id
"""
_IN_TURN = f"SELECT id FROM claim {{among}} {_TURN}"  # noqa: S608 - our own words
_FEW = 500
"""For so many claims, or fewer, no other is looked at."""
_TO_CHECK = f"""
SELECT id FROM claim WHERE state <> 'rejected' AND (
  EXISTS (SELECT 1 FROM link WHERE claim_id = claim.id AND state <> 'rejected')
  OR NOT EXISTS (SELECT 1 FROM assessment WHERE claim_id = claim.id)
  OR (SELECT item_count FROM assessment WHERE claim_id = claim.id ORDER BY assessed_at DESC LIMIT 1) > 0
) {_TURN}
"""  # noqa: S608 - our own words
_STATEMENTS = "SELECT id, text, kind, source_id FROM claim WHERE id IN ({places}) {live} ORDER BY id"


class WeighedClaim(NamedTuple):
    """A claim as its evidence is weighed."""

    id: int
    text: str
    kind: str
    state: str
    confidence: float | None
    verdict: str | None
    source_id: int
    source: str
    source_kind: str | None


class EvidenceItem(NamedTuple):
    """A passage that is linked to a claim, and where it stands."""

    evidence_id: int
    stance: str
    state: str
    probability: float | None
    reasons: str | None
    exact: str
    start: int
    end: int
    snapshot_id: int
    document_id: int
    title: str | None
    url: str | None
    canonical_url: str | None
    author: str | None
    published_on: str | None
    retrieved_at: str | None
    publisher_id: int | None
    publisher: str | None
    reliability: str | None


def weighed_claim(reader: Reader, claim_id: int) -> WeighedClaim:
    """The claim of that number, which exists."""
    return WeighedClaim(*reader.all(_CLAIM, (claim_id,))[0])


def evidence_items(reader: Reader, claim_id: int) -> list[EvidenceItem]:
    """Everything that is linked to a claim and was not rejected, by its numbers."""
    return [EvidenceItem(*row) for row in reader.all(_ITEMS, (claim_id,))]


def aliases(reader: Reader, source_id: int) -> tuple[str, ...]:
    """The names of a source, its own among them."""
    return tuple(alias for (alias,) in reader.all(_ALIASES, (source_id,)))


def known_names(reader: Reader, *, limit: int) -> list[tuple[str, ...]]:
    """The names of that many sources, the oldest first, each with what it is called in front."""
    rows = reader.all(_KNOWN, (limit,))
    return [
        tuple(dict.fromkeys((names[0][1], *(alias for _, _, alias in names))))
        for names in (list(some) for _, some in groupby(rows, key=itemgetter(0)))
    ]


def graded_source(reader: Reader, alias_key: str) -> tuple[Any, ...] | None:
    """The number, name and reliability of the source of that name, written as it is compared; None if there is none."""
    rows = reader.all(_GRADED, (alias_key,))
    return rows[0] if rows else None


def unchecked_claims(reader: Reader) -> list[int]:
    """The claims that have evidence, had some at the last check, or were never checked, in turn; none rejected."""
    return [int(claim_id) for (claim_id,) in reader.all(_TO_CHECK)]


def in_turn(reader: Reader, claim_ids: Collection[int]) -> list[int]:
    """Those claims in the order of checking: what was never checked first, then what has the newest evidence."""
    chosen = frozenset(claim_ids)
    if len(chosen) <= _FEW:
        sql = _IN_TURN.format(among=f"WHERE id IN ({', '.join('?' * len(chosen))})")
        return [int(claim_id) for (claim_id,) in reader.all(sql, tuple(chosen))] if chosen else []
    return [int(claim_id) for (claim_id,) in reader.rows(_IN_TURN.format(among="")) if claim_id in chosen]


def present_claims(reader: Reader, claim_ids: Sequence[int]) -> set[int]:
    """Which of those claims there are."""
    if not claim_ids:
        return set()
    sql = f"SELECT id FROM claim WHERE id IN ({', '.join('?' * len(claim_ids))})"  # noqa: S608 - placeholders
    return {int(claim_id) for (claim_id,) in reader.all(sql, tuple(claim_ids))}


def statements(
    reader: Reader, claim_ids: Sequence[int], *, also_rejected: bool = False
) -> list[tuple[int, str, str, int]]:
    """The number, text, kind and source of each of those claims, without those that were rejected unless asked for."""
    if not claim_ids:
        return []
    live = "" if also_rejected else "AND state <> 'rejected'"
    sql = _STATEMENTS.format(places=", ".join("?" * len(claim_ids)), live=live)
    return [(int(row[0]), row[1], row[2], int(row[3])) for row in reader.all(sql, tuple(claim_ids))]
