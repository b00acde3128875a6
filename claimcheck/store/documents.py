"""Documents and snapshots in a writing session: found by address or by title and publisher, created when new."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

from claimcheck.dates import parse_partial_date
from claimcheck.ids import public_ids
from claimcheck.store.dialect import Connection, insertion
from claimcheck.store.engine import next_id
from claimcheck.store.history import CommandLog
from claimcheck.text import comparison_key, digest_64
from claimcheck.values import NOTHING
from claimcheck.vocabulary import Entity

FIELDS = ("title", "url", "publisher_id", "published_on", "published_on_reason", "language", "author")
SNAPSHOT_FIELDS = (
    "sha256", "text_sha256", "media_type", "extractor", "extractor_version", "retrieved_at", "size_bytes",
    "requested_url", "final_url", "canonical_url", "status", "etag", "last_modified", "returned_at",
)  # fmt: skip
_IDENTIFYING = ("title", "url", "publisher_id", "published_on")
MAX_REMEMBERED = 100_000
Key = TypeVar("Key")
Value = TypeVar("Value")
_INSERT = insertion(
    "document", "id", "public_id", "identity", *FIELDS, "published_earliest", "published_latest", "revision",
    "recorded_at",
)  # fmt: skip
_SNAPSHOT = f"SELECT id, {', '.join(SNAPSHOT_FIELDS)} FROM snapshot WHERE id = ?"  # noqa: S608 - our own names
_INSERT_SNAPSHOT = insertion("snapshot", "id", "document_id", *SNAPSHOT_FIELDS)


@lru_cache(maxsize=16384)
def identity(title: str | None, url: str | None, publisher_id: int | None, published_on: str | None) -> int:
    """The number that two descriptions of one document share.

    Its address; without one, its title and publisher; without a title, its publisher and day.
    """
    if url:
        return digest_64(f"url\x1f{url}")
    if title:
        return digest_64(f"title\x1f{comparison_key(title)}\x1f{publisher_id or ''}")
    return digest_64(f"day\x1f{published_on or ''}\x1f{publisher_id or ''}")


class DocumentBook:
    """Identities and ids of documents, remembered for the length of one command."""

    def __init__(self, connection: Connection, log: CommandLog) -> None:
        """Begin with nothing remembered."""
        self._connection = connection
        self._log = log
        self._ids: dict[int, list[int]] = {}
        self._snapshots: dict[tuple[int, str | None, str | None], int] = {}
        self._public_ids = public_ids()
        self._next_id = next_id(connection, "document")
        self.added = 0

    def has_twins(self) -> bool:
        """Whether any two documents look the same, as those of two publishers that were merged may."""
        twins = "SELECT 1 FROM document GROUP BY identity HAVING count(*) > 1 LIMIT 1"
        return self._connection.execute(twins).fetchone() is not None

    def find(
        self, fields: Mapping[str, Any], snapshot: Mapping[str, Any] = NOTHING, *, of_claim: int | None = None
    ) -> int | None:
        """The id of the document that these fields describe, or whose text it is under another title.

        Of several it is the one in which that claim appears, or else the oldest.
        """
        number = identity(*map(fields.get, _IDENTIFYING))
        known = self._ids.get(number)
        if known is None:
            rows = self._connection.execute("SELECT id FROM document WHERE identity = ? ORDER BY id", (number,))
            known = [document_id for (document_id,) in rows]
            if known:
                remember(self._ids, number, known)
        if len(known) > 1 and of_claim is not None:
            places = "SELECT document_id FROM appearance WHERE claim_id = ? ORDER BY id"
            own = {document_id for (document_id,) in self._connection.execute(places, (of_claim,))}
            known = [document_id for document_id in known if document_id in own] or known
        return known[0] if known else self._find_text(fields, snapshot)

    def _find_text(self, fields: Mapping[str, Any], snapshot: Mapping[str, Any]) -> int | None:
        """The id of the document of the same publisher that has a snapshot of the same text and no other address."""
        if snapshot.get("text_sha256") is None:
            return None
        row = self._connection.execute(
            "SELECT document.id FROM document JOIN snapshot ON document_id = document.id WHERE text_sha256 = ? "
            "AND coalesce(publisher_id, 0) = ? AND coalesce(url, '') IN (?, '') ORDER BY document.id LIMIT 1",
            (snapshot["text_sha256"], fields.get("publisher_id") or 0, fields.get("url") or ""),
        ).fetchone()
        return row[0] if row else None

    def create(self, fields: Mapping[str, Any]) -> int:
        """Add the document that these fields describe; gives its id."""
        state = {field: fields[field] for field in FIELDS if fields.get(field) is not None}
        self.added += 1
        return self.restore({"public_id": next(self._public_ids), **state})

    def restore(self, state: Mapping[str, Any], document_id: int | None = None, *, undoes: int | None = None) -> int:
        """Insert a document with a whole state, as its event holds it; gives its id."""
        if document_id is None:
            document_id, self._next_id = self._next_id, self._next_id + 1
        number = identity(*map(state.get, _IDENTIFYING))
        earliest, latest = day_bounds(state.get("published_on"))
        values = (state.get(field) for field in FIELDS)
        revision, recorded_at = state.get("revision", 1), state.get("recorded_at", self._log.recorded_at)
        row = (document_id, state["public_id"], number, *values, earliest, latest, revision, recorded_at)
        self._connection.execute(_INSERT, row)
        for snapshot in state.get("snapshots", ()):
            insert_snapshot(self._connection, document_id, snapshot)
        self._log.created(Entity.DOCUMENT, [(document_id, dict(state))], undoes=undoes)
        remember(self._ids, number, [document_id])
        return document_id

    def find_snapshot(self, document_id: int, snapshot: Mapping[str, Any]) -> int | None:
        """The snapshot of a document with these bytes, or, when only that is known, with this text."""
        key = (document_id, snapshot.get("sha256"), snapshot.get("text_sha256"))
        known = self._snapshots.get(key)
        if known is None:
            row = self._connection.execute(
                "SELECT id FROM snapshot WHERE document_id = ? AND coalesce(?, sha256, '') = coalesce(sha256, '') "
                "AND coalesce(?, text_sha256, '') = coalesce(text_sha256, '') ORDER BY id LIMIT 1",
                key,
            ).fetchone()
            known = row[0] if row else None
            if known is not None:
                self._snapshots[key] = known
        return known

    def find_or_create_snapshot(self, document_id: int, snapshot: Mapping[str, Any]) -> int:
        """The id of that snapshot of the document."""
        known = self.find_snapshot(document_id, snapshot)
        if known is None:
            state = {field: snapshot[field] for field in SNAPSHOT_FIELDS if snapshot.get(field) is not None}
            known = insert_snapshot(self._connection, document_id, state)
            if self._log.first_touch(Entity.DOCUMENT, document_id):
                self._connection.execute("UPDATE document SET revision = revision + 1 WHERE id = ?", (document_id,))
            self._log.changed(Entity.DOCUMENT, document_id, "snapshot", None, {"id": known, **state})
        return known


def remember(known: dict[Key, Value], key: Key, value: Value) -> None:
    """Keep a value for the next time, and forget all of them when there are too many."""
    if len(known) >= MAX_REMEMBERED:
        known.clear()
    known[key] = value


def insert_snapshot(connection: Connection, document_id: int, state: Mapping[str, Any]) -> int:
    """Store one snapshot, under its own id when it had one; gives its id."""
    snapshot_id = state.get("id") or next_id(connection, "snapshot")
    values = (state.get(field) for field in SNAPSHOT_FIELDS)
    connection.execute(_INSERT_SNAPSHOT, (snapshot_id, document_id, *values))
    return int(snapshot_id)


def snapshot_state(connection: Connection, snapshot_id: int) -> dict[str, Any]:
    """The whole state of a stored snapshot, as an event holds it; empty if there is none."""
    row = connection.execute(_SNAPSHOT, (snapshot_id,)).fetchone()
    return {name: value for name, value in zip(("id", *SNAPSHOT_FIELDS), row or (), strict=False) if value is not None}


def day_bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and last day of a stored date, or nothing twice."""
    if edtf is None:
        return None, None
    day = parse_partial_date(edtf)
    return day.earliest, day.latest
