"""What the ledger holds, entity by entity: each one whole, with all that belongs to it, in the order of ids.

Rows are read as they are consumed, each table in the order of its owners: memory does not grow with the ledger.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimcheck.store import claims, documents, evidence, sources
from claimcheck.store.engine import Reader
from claimcheck.vocabulary import Entity

Key = Any
Fields = dict[str, Any]
Row = tuple[Any, ...]

RECORDED = {
    Entity.SOURCE: ("public_id", "name", *sources.FIELDS, "merged_into_id", "revision", "recorded_at"),
    Entity.DOCUMENT: ("public_id", *documents.FIELDS, "revision", "recorded_at"),
    Entity.CLAIM: claims.FIELDS,
}
"""The columns that events speak of."""
DERIVED = {
    Entity.SOURCE: (),
    Entity.DOCUMENT: ("identity", "published_earliest", "published_latest"),
    Entity.CLAIM: ("text_fingerprint", "said_earliest", "said_latest"),
}
"""The columns that follow from those."""
PAIRED = {"relation": ("note",), "relation_suggestion": ("state", "reasons")}
"""Members whose key is a kind and another claim, with their fields."""


@dataclass(slots=True)
class Whole:
    """An entity's fields, and by kind and key the fields of what it has several of; None is left out.

    Keys are the tag itself, the comparison key of an alias, kind and other claim of a relation, the evidence of
    a link, and the id of an appearance, a snapshot or a piece of evidence.
    """

    fields: Fields
    members: dict[str, dict[Key, Fields]]


def wholes(reader: Reader, entity: Entity) -> Iterator[tuple[int, Whole]]:
    """Every entity of a kind with its id, lowest first."""
    names = (*RECORDED[entity], *DERIVED[entity])
    members = _MEMBERS[entity](reader)
    for entity_id, *values in reader.rows(f"SELECT id, {', '.join(names)} FROM {entity.value} ORDER BY id"):  # noqa: S608
        own = {kind: member.of(entity_id) for kind, member in members.items()}
        yield entity_id, Whole(filled(dict(zip(names, values, strict=True))), own)


def filled(fields: Fields) -> Fields:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value is not None}


def hop_fields(position: int, source_id: Any, how: Any) -> Fields:
    """One hop as fields of its appearance."""
    return filled({f"source_id of hop {position}": source_id, f"how of hop {position}": how})


class _Owned:
    """Rows that begin with the id of their owner, in its order, handed out owner by owner."""

    def __init__(self, rows: Iterator[Row]) -> None:
        # What SQLite let somebody put there instead of a number belongs to nobody; the references are checked apart.
        self._rows = (row for row in rows if isinstance(row[0], int))
        self._next = next(self._rows, None)

    def rows_of(self, owner: int) -> Iterator[Row]:
        """The rows of one owner, without its id; those of owners before it are passed over."""
        while self._next is not None and self._next[0] <= owner:
            if self._next[0] == owner:
                yield self._next[1:]
            self._next = next(self._rows, None)


class _Members:
    """One kind of member: its key is the first `key` columns, its fields are the others."""

    def __init__(self, reader: Reader, sql: str, names: tuple[str, ...], *, key: int = 1) -> None:
        self._owned = _Owned(reader.rows(sql))
        self._names = names
        self._key = key

    def of(self, owner: int) -> dict[Key, Fields]:
        """The members of one owner by their keys."""
        found = {}
        for row in self._owned.rows_of(owner):
            key = row[0] if self._key == 1 else row[: self._key]
            found[key] = filled(dict(zip(self._names, row[self._key :], strict=True)))
        return found


class _Appearances(_Members):
    """Appearances, each with its hops among its fields."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader, _APPEARANCES, claims.APPEARANCE_FIELDS)
        self._hops = _Owned(reader.rows(_HOPS))

    def of(self, owner: int) -> dict[Key, Fields]:
        found = super().of(owner)
        for appearance_id, *hop in self._hops.rows_of(owner):
            found[appearance_id] |= hop_fields(*hop)
        return found


_ALIASES = "SELECT source_id, alias_key, alias FROM source_alias ORDER BY source_id, alias_key"
_TAGS = "SELECT claim_id, name FROM claim_tag JOIN tag ON tag.id = tag_id ORDER BY claim_id"
_SNAPSHOTS = f"SELECT document_id, id, {', '.join(documents.SNAPSHOT_FIELDS)} FROM snapshot ORDER BY document_id, id"  # noqa: S608
_APPEARANCES = f"SELECT claim_id, id, {', '.join(claims.APPEARANCE_FIELDS)} FROM appearance ORDER BY claim_id, id"  # noqa: S608
_HOPS = """
SELECT claim_id, appearance.id, position, source_id, how FROM appearance JOIN via ON appearance_id = appearance.id
ORDER BY claim_id, appearance.id, position
"""

_EVIDENCE = f"""
SELECT document_id, evidence.id, {", ".join(evidence.EVIDENCE_FIELDS)} FROM evidence
JOIN snapshot ON snapshot.id = snapshot_id ORDER BY document_id, evidence.id
"""  # noqa: S608
_LINKS = f"SELECT claim_id, evidence_id, {', '.join(evidence.LINK_FIELDS)} FROM link ORDER BY claim_id, evidence_id"  # noqa: S608


def _paired(kind: str) -> str:
    columns = ", ".join(("claim_id", "kind", "other_id", *PAIRED[kind]))
    return f"SELECT {columns} FROM {kind} ORDER BY claim_id, kind, other_id"  # noqa: S608 - names of ours


def _of_source(reader: Reader) -> dict[str, _Members]:
    return {"alias": _Members(reader, _ALIASES, ("spelling",))}


def _of_document(reader: Reader) -> dict[str, _Members]:
    return {
        "snapshot": _Members(reader, _SNAPSHOTS, documents.SNAPSHOT_FIELDS),
        "evidence": _Members(reader, _EVIDENCE, evidence.EVIDENCE_FIELDS),
    }


def _of_claim(reader: Reader) -> dict[str, _Members]:
    return {
        "tag": _Members(reader, _TAGS, ()),
        **{kind: _Members(reader, _paired(kind), names, key=2) for kind, names in PAIRED.items()},
        "appearance": _Appearances(reader),
        "link": _Members(reader, _LINKS, evidence.LINK_FIELDS),
    }


_MEMBERS = {Entity.SOURCE: _of_source, Entity.DOCUMENT: _of_document, Entity.CLAIM: _of_claim}
