"""Documents, their snapshots and what is anchored in them, as they are read."""

from collections.abc import Sequence
from typing import Any

from claimcheck.errors import NotFoundError
from claimcheck.store.engine import Reader

FEED_EXTRACTOR = "feed"
"""What an item of a feed is read by: it says in short what the page says, and is none of the page's states."""
DOCUMENT_COLUMNS = (
    "id", "title", "publisher", "published_on", "url", "language", "snapshots", "retrieved_at", "claims", "evidence",
)  # fmt: skip
_DOCUMENTS = """
SELECT document.id, document.title, source.name, document.published_on, document.url, document.language,
  (SELECT count(*) FROM snapshot WHERE document_id = document.id),
  (SELECT max(coalesce(returned_at, retrieved_at)) FROM snapshot WHERE document_id = document.id),
  (SELECT count(DISTINCT claim_id) FROM appearance WHERE document_id = document.id),
  (SELECT count(*) FROM evidence JOIN snapshot ON snapshot.id = snapshot_id WHERE document_id = document.id)
FROM document LEFT JOIN source ON source.id = publisher_id ORDER BY document.id
"""
_DOCUMENT_NAMES = (
    "id", "public_id", "title", "url", "publisher", "author", "published_on", "published_on_reason", "language",
    "revision", "recorded_at",
)  # fmt: skip
_DOCUMENT = """
SELECT document.id, document.public_id, document.title, document.url, source.name, document.author,
  document.published_on, document.published_on_reason, document.language, document.revision, document.recorded_at
FROM document LEFT JOIN source ON source.id = publisher_id WHERE document.id = ?
"""
LAST_SEEN = "coalesce(returned_at, retrieved_at, ''), snapshot.id"
"""The order of snapshots: a document that is again as it was before it changed is so now."""
SNAPSHOT_NAMES = (
    "id", "document_id", "sha256", "text_sha256", "media_type", "extractor", "extractor_version", "retrieved_at",
    "size_bytes", "requested_url", "final_url", "canonical_url", "status", "etag", "last_modified",
    "returned_at", "has_text",
)  # fmt: skip
_SNAPSHOTS = f"""
SELECT {", ".join(f"snapshot.{name}" for name in SNAPSHOT_NAMES[:-1])},
  CASE WHEN rendition.text_sha256 IS NULL THEN 0 ELSE 1 END
FROM snapshot LEFT JOIN rendition ON rendition.text_sha256 = snapshot.text_sha256
WHERE {{where}} ORDER BY {LAST_SEEN}
"""  # noqa: S608 - our own names
_PLACES = """
SELECT claim_id, id, snapshot_id, span_start, span_end, span_sha256, quote, quote_start, cue, cue_start
FROM appearance WHERE document_id = ? ORDER BY claim_id, id
"""
PLACE_NAMES = (
    "claim_id",
    "appearance_id",
    "snapshot_id",
    "span_start",
    "span_end",
    "span_sha256",
    "quote",
    "quote_start",
    "cue",
    "cue_start",
)
_EVIDENCE = """
SELECT evidence.id, snapshot_id, span_start, span_end, exact, prefix, suffix
FROM evidence JOIN snapshot ON snapshot.id = snapshot_id WHERE document_id = ? ORDER BY evidence.id
"""
EVIDENCE_NAMES = ("id", "snapshot_id", "span_start", "span_end", "exact", "prefix", "suffix")


def documents(reader: Reader) -> list[tuple[Any, ...]]:
    """All documents as rows of DOCUMENT_COLUMNS, by id."""
    return reader.all(_DOCUMENTS)


def document(reader: Reader, document_id: int) -> dict[str, Any]:
    """A document's own columns, its publisher by name.

    Raises:
        NotFoundError: there is none of that id.
    """
    rows = reader.all(_DOCUMENT, (document_id,))
    if not rows:
        msg = f"there is no document {document_id}; see `claimcheck document list`"
        raise NotFoundError(msg)
    return dict(zip(_DOCUMENT_NAMES, rows[0], strict=True))


def snapshots(reader: Reader, document_id: int) -> list[dict[str, Any]]:
    """The snapshots of a document, the latest state last; `has_text` tells whether the text is kept, or its hash."""
    rows = reader.all(_SNAPSHOTS.format(where="document_id = ?"), (document_id,))
    return [_snapshot(row) for row in rows]


def latest_state(found: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The last of some snapshots of one document, an item of a feed only if there is nothing else; None of none.

    An item says in short what the page says: no quotation from the page is to be looked for there.
    """
    pages = [one for one in found if one["extractor"] != FEED_EXTRACTOR]
    return next(reversed(pages or found), None)


def snapshot(reader: Reader, snapshot_id: int) -> dict[str, Any]:
    """One snapshot.

    Raises:
        NotFoundError: there is none of that id.
    """
    rows = reader.all(_SNAPSHOTS.format(where="snapshot.id = ?"), (snapshot_id,))
    if not rows:
        msg = f"there is no snapshot {snapshot_id}; see `claimcheck document show`"
        raise NotFoundError(msg)
    return _snapshot(rows[0])


def _snapshot(row: tuple[Any, ...]) -> dict[str, Any]:
    found = dict(zip(SNAPSHOT_NAMES, row, strict=True))
    return found | {"has_text": bool(found["has_text"])}


def places(reader: Reader, document_id: int) -> list[dict[str, Any]]:
    """Where claims appear in a document, as columns of their appearances."""
    return [dict(zip(PLACE_NAMES, row, strict=True)) for row in reader.all(_PLACES, (document_id,))]


def passages(reader: Reader, document_id: int) -> list[dict[str, Any]]:
    """The evidence in a document, as columns of it."""
    return [dict(zip(EVIDENCE_NAMES, row, strict=True)) for row in reader.all(_EVIDENCE, (document_id,))]
