"""Everything that is known about one claim, gathered for one screen or one JSON object."""

from typing import Any

from claimcheck.columns import CLAIM_COLUMNS, native
from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.store import timeline
from claimcheck.store.engine import Reader
from claimcheck.store.evidence_reads import claim_links, findings, latest_searches
from claimcheck.store.lookups import source_names
from claimcheck.store.reads import ClaimQuery
from claimcheck.store.suggested_relations import suggested_relations
from claimcheck.vocabulary import CREDIBILITY_WORDS, RELIABILITY_WORDS, Entity

HISTORY_TAIL = 5
_SOURCE = """
SELECT reliability_on, reliability_reason FROM source JOIN claim ON claim.source_id = source.id
WHERE claim.id = ?
"""
_APPEARANCES = """
SELECT a.id, a.is_first, a.said_on, a.directness, a.cue, a.cue_start, a.span_start, a.span_end, a.span_sha256,
  a.quote, a.quote_start, d.title, d.url, p.name, d.published_on, d.published_on_reason, t.sha256, t.text_sha256
FROM appearance AS a LEFT JOIN document AS d ON d.id = a.document_id
LEFT JOIN source AS p ON p.id = d.publisher_id LEFT JOIN snapshot AS t ON t.id = a.snapshot_id
WHERE a.claim_id = ? ORDER BY a.is_first DESC, a.id
"""
_APPEARANCE_NAMES = (
    "id", "is_first", "said_on", "directness", "cue", "cue_start", "span_start", "span_end", "span_sha256", "quote",
    "quote_start", "document_title", "document_url", "publisher", "published_on", "published_on_reason",
    "snapshot_sha256", "text_sha256",
)  # fmt: skip
_HOPS = """
SELECT source.name, via.how FROM via JOIN source ON source.id = via.source_id WHERE appearance_id = ? ORDER BY position
"""
_RELATIONS = """
SELECT r.kind, c.id, c.public_id, s.name, c.text, r.note, CASE WHEN r.claim_id = me.id THEN 1 ELSE 0 END AS is_outgoing
FROM claim AS me JOIN relation AS r ON r.claim_id = me.id OR r.other_id = me.id
JOIN claim AS c ON c.id = CASE WHEN r.claim_id = me.id THEN r.other_id ELSE r.claim_id END
JOIN source AS s ON s.id = c.source_id WHERE me.id = ? ORDER BY is_outgoing DESC, r.kind, c.id
"""
_RELATION_NAMES = ("kind", "other_id", "other_public_id", "other_source", "other_text", "note", "is_outgoing")
_CLAIM_LEVEL = (
    "id", "public_id", "revision", "text", "source", "source_kind", "source_role", "reliability", "kind", "said_on",
    "confidence", "likelihood", "basis", "credibility", "verdict", "state", "tags", "attribution_note", "review_on",
    "recorded_at",
)  # fmt: skip


def claim_view(reader: Reader, claim_id: int) -> dict[str, Any]:
    """The claim's columns, grades in words, appearances, relations, remarks and latest events."""
    rows = ClaimQuery(reader, ClaimFilter(claim_ids=(claim_id,))).rows(_CLAIM_LEVEL, Paging())
    values = next(rows)
    rows.close()  # type: ignore[attr-defined]
    view: dict[str, Any] = {
        name: native(value, CLAIM_COLUMNS[name].form) for name, value in zip(_CLAIM_LEVEL, values, strict=True)
    }
    view["reliability_on"], view["reliability_reason"] = reader.all(_SOURCE, (claim_id,))[0]
    view["reliability_words"] = RELIABILITY_WORDS.get(view["reliability"])
    view["credibility_words"] = CREDIBILITY_WORDS.get(view["credibility"])
    view["appearances"] = [_appearance(reader, row) for row in reader.all(_APPEARANCES, (claim_id,))]
    view["relations"] = [
        {**dict(zip(_RELATION_NAMES, row, strict=True)), "is_outgoing": bool(row[-1])}
        for row in reader.all(_RELATIONS, (claim_id,))
    ]
    view["suggested_relations"] = suggested_relations(reader, claim_id)
    view["evidence"] = claim_links(reader, claim_id)
    view["searches"] = latest_searches(reader, claim_id)
    view["leads"] = findings(reader, claim_id)
    events = timeline.events(reader, entity=Entity.CLAIM, entity_id=claim_id)
    view["notes"] = timeline.remarks(events)
    view["event_count"] = len(events)
    names = source_names(reader)
    view["history"] = [timeline.as_dict(event, names) for event in events[-HISTORY_TAIL:]]
    return view


def _appearance(reader: Reader, row: tuple[Any, ...]) -> dict[str, Any]:
    place = dict(zip(_APPEARANCE_NAMES, row, strict=True))
    place["is_first"] = bool(place["is_first"])
    place["via"] = [{"source": name, "how": how} for name, how in reader.all(_HOPS, (place.pop("id"),))]
    return place
