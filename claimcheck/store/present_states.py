"""Claims as the ledger has them now, many at once, with all that a row of a file could say of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimcheck.store.bulk import rows_by_id
from claimcheck.store.claims import APPEARANCE_FIELDS, FIELDS
from claimcheck.store.dialect import Connection

DOCUMENT_FIELDS = ("title", "url", "publisher_id", "published_on")
"""What an export says of a document."""
_CLAIMS = f"SELECT id, {', '.join(FIELDS)} FROM claim WHERE id IN ({{marks}})"  # noqa: S608
_TAGS = "SELECT claim_id, name FROM claim_tag JOIN tag ON tag.id = tag_id WHERE claim_id IN ({marks})"
_APPEARANCES = (
    f"SELECT claim_id, id, {', '.join(APPEARANCE_FIELDS)} FROM appearance WHERE claim_id IN ({{marks}}) ORDER BY id"  # noqa: S608
)
_HOPS = "SELECT appearance_id, source_id, how FROM via WHERE appearance_id IN ({marks}) ORDER BY position"
_DOCUMENTS = f"SELECT id, {', '.join(DOCUMENT_FIELDS)} FROM document WHERE id IN ({{marks}})"  # noqa: S608
_TEXTS = "SELECT id, text_sha256 FROM snapshot WHERE id IN ({marks})"


@dataclass(frozen=True, slots=True)
class Known:
    """A claim at some moment: its own columns, its tags, and its appearances as events hold them.

    `documents` and `texts` hold what is known now of documents and of the texts of snapshots, by their ids.
    """

    fields: Mapping[str, Any]
    tags: set[str]
    appearances: Sequence[Mapping[str, Any]]
    documents: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    texts: Mapping[int, str | None] = field(default_factory=dict)


def present_states(connection: Connection, ids: Sequence[int]) -> dict[int, Known]:
    """The claims of those ids as they are now."""
    tags: dict[int, set[str]] = {claim_id: set() for claim_id in ids}
    for claim_id, name in rows_by_id(connection, _TAGS, ids):
        tags[claim_id].add(name)
    appearances: dict[int, list[dict[str, Any]]] = {claim_id: [] for claim_id in ids}
    places: dict[int, dict[str, Any]] = {}
    for claim_id, own_id, *values in rows_by_id(connection, _APPEARANCES, ids):
        given = {name: value for name, value in zip(APPEARANCE_FIELDS, values, strict=True) if value is not None}
        places[own_id] = {"id": own_id, **given, "via": []}
        appearances[claim_id].append(places[own_id])
    for own_id, source_id, how in rows_by_id(connection, _HOPS, list(places)):
        places[own_id]["via"].append({"source_id": source_id, "how": how})
    documents = documents_now(connection, {place.get("document_id") for place in places.values()})
    texts = texts_now(connection, {place.get("snapshot_id") for place in places.values()})
    return {
        claim_id: Known(dict(zip(FIELDS, row, strict=True)), tags[claim_id], appearances[claim_id], documents, texts)
        for claim_id, *row in rows_by_id(connection, _CLAIMS, ids)
    }


def documents_now(connection: Connection, ids: Iterable[int | None]) -> dict[int, dict[str, Any]]:
    """What an export says of those documents, by their ids; one that is not there is left out."""
    found = rows_by_id(connection, _DOCUMENTS, [own_id for own_id in ids if own_id is not None])
    return {own_id: dict(zip(DOCUMENT_FIELDS, values, strict=True)) for own_id, *values in found}


def texts_now(connection: Connection, ids: Iterable[int | None]) -> dict[int, str | None]:
    """The hashes of the texts of those snapshots, by their ids."""
    return dict(rows_by_id(connection, _TEXTS, [own_id for own_id in ids if own_id is not None]))
