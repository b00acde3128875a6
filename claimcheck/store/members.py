"""What an entity has several of: adding one and taking it away again, by the value an event holds."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from claimcheck.errors import ConflictError
from claimcheck.store.claims import APPEARANCE_FIELDS, TagBook, appearance_state, insert_appearance
from claimcheck.store.dialect import Connection
from claimcheck.store.documents import insert_snapshot, snapshot_state
from claimcheck.store.evidence import insert_evidence, insert_link, link_state
from claimcheck.store.suggested_relations import suggestion_state
from claimcheck.text import comparison_key
from claimcheck.vocabulary import Entity

Write = Callable[[Connection, int, Any], Any]


@dataclass(frozen=True, slots=True)
class Member:
    """How one kind of member is added and removed, each giving the value to record, and which one a value is.

    `move` changes one in place, from one value to another, where others refer to it.
    """

    add: Write
    remove: Write
    key: Callable[[Any], Hashable]
    move: Callable[[Connection, int, Any, Any], None] | None = None


def _add_tag(connection: Connection, claim_id: int, name: str) -> str:
    tag_id = TagBook(connection).find_or_create(name)
    connection.execute("INSERT INTO claim_tag (claim_id, tag_id) VALUES (?, ?)", (claim_id, tag_id))
    return name


def _remove_tag(connection: Connection, claim_id: int, name: str) -> str:
    sql = "DELETE FROM claim_tag WHERE claim_id = ? AND tag_id = (SELECT id FROM tag WHERE name = ?) RETURNING tag_id"
    _deleted(connection, sql, (claim_id, name), f"the tag {name!r}")
    return name


def _add_relation(connection: Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    connection.execute(
        "INSERT INTO relation (claim_id, kind, other_id, note) VALUES (?, ?, ?, ?)",
        (claim_id, value["kind"], value["other_id"], value.get("note")),
    )
    return value


def _remove_relation(connection: Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    sql = "DELETE FROM relation WHERE claim_id = ? AND kind = ? AND other_id = ? RETURNING note"
    what = f"the relation {value['kind']} {value['other_id']}"
    note = _deleted(connection, sql, (claim_id, value["kind"], value["other_id"]), what)
    _require_same(note, value.get("note"), what)
    return value


def _add_suggestion(connection: Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    connection.execute(
        "INSERT INTO relation_suggestion (claim_id, kind, other_id, state, reasons) VALUES (?, ?, ?, ?, ?)",
        (claim_id, value["kind"], value["other_id"], value["state"], value.get("reasons")),
    )
    return value


def _remove_suggestion(connection: Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    what = f"the suggestion {value['kind']} {value['other_id']}"
    stored = suggestion_state(connection, claim_id, value["kind"], value["other_id"])
    if stored is not None:
        _require_same(stored, {"reasons": None, **value}, what)
    sql = "DELETE FROM relation_suggestion WHERE claim_id = ? AND kind = ? AND other_id = ? RETURNING kind"
    _deleted(connection, sql, (claim_id, value["kind"], value["other_id"]), what)
    return value


def _add_appearance(connection: Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "id": insert_appearance(connection, claim_id, value)}


def _remove_appearance(connection: Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    what = f"appearance {value['id']}"
    own = "FROM appearance WHERE claim_id = ? AND id = ?"
    if connection.execute(f"SELECT 1 {own}", (claim_id, value["id"])).fetchone():
        _require_same(_comparable(appearance_state(connection, value["id"])), _comparable(value), what)
    _deleted(connection, f"DELETE {own} RETURNING id", (claim_id, value["id"]), what)
    return value


def _comparable(state: dict[str, Any]) -> dict[str, Any]:
    """An appearance with everything that it can have, so that what is not said equals what is not there."""
    hops = [(hop["source_id"], hop.get("how")) for hop in state.get("via", ())]
    fields = {field: state.get(field) for field in APPEARANCE_FIELDS}
    return {**fields, "is_first": bool(fields["is_first"]), "via": hops}


def _add_alias(connection: Connection, source_id: int, alias: str) -> str:
    connection.execute(
        "INSERT INTO source_alias (alias_key, alias, source_id) VALUES (?, ?, ?)",
        (comparison_key(alias), alias, source_id),
    )
    return alias


def _remove_alias(connection: Connection, source_id: int, alias: str) -> str:
    sql = "DELETE FROM source_alias WHERE source_id = ? AND alias_key = ? RETURNING alias"
    return str(_deleted(connection, sql, (source_id, comparison_key(alias)), f"the alias {alias!r}"))


def _add_snapshot(connection: Connection, document_id: int, value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "id": insert_snapshot(connection, document_id, value)}


def _remove_snapshot(connection: Connection, document_id: int, value: dict[str, Any]) -> dict[str, Any]:
    sql = "DELETE FROM snapshot WHERE document_id = ? AND id = ? RETURNING id"
    _deleted(connection, sql, (document_id, value["id"]), f"snapshot {value['id']}")
    return value


def _move_snapshot(connection: Connection, document_id: int, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Let a document be again, or be again no more, as it was; nothing else of a snapshot ever changes."""
    what = f"snapshot {old['id']}"
    _require_same(snapshot_state(connection, old["id"]), old, what)
    _require_same({**old, "returned_at": None}, {**new, "returned_at": None}, what)
    sql = "UPDATE snapshot SET returned_at = ? WHERE document_id = ? AND id = ? RETURNING id"
    _deleted(connection, sql, (new.get("returned_at"), document_id, old["id"]), what)


def _add_evidence(connection: Connection, document_id: int, value: dict[str, Any]) -> dict[str, Any]:
    own = connection.execute("SELECT document_id FROM snapshot WHERE id = ?", (value["snapshot_id"],)).fetchone()
    if own is None or own[0] != document_id:
        msg = f"snapshot {value['snapshot_id']} of document {document_id} is not there; see `claimcheck history`"
        raise ConflictError(msg)
    return {**value, "id": insert_evidence(connection, value)}


def _remove_evidence(connection: Connection, _document_id: int, value: dict[str, Any]) -> dict[str, Any]:
    _deleted(connection, "DELETE FROM evidence WHERE id = ? RETURNING id", (value["id"],), f"evidence {value['id']}")
    return value


def _add_link(connection: Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    insert_link(connection, claim_id, value)
    return value


def _remove_link(connection: Connection, claim_id: int, value: dict[str, Any]) -> dict[str, Any]:
    what = f"the link to evidence {value['evidence_id']}"
    stored = link_state(connection, claim_id, value["evidence_id"])
    if stored is not None:
        _require_same(stored, {name: part for name, part in value.items() if part is not None}, what)
    sql = "DELETE FROM link WHERE claim_id = ? AND evidence_id = ? RETURNING evidence_id"
    _deleted(connection, sql, (claim_id, value["evidence_id"]), what)
    return value


def _deleted(connection: Connection, sql: str, key: tuple[Any, ...], what: str) -> Any:
    """What a DELETE of one row returns."""
    row = connection.execute(sql, key).fetchone()
    if row is None:
        msg = f"{what} is no longer there, so it cannot be taken away; see `claimcheck history`"
        raise ConflictError(msg)
    return row[0]


def _require_same(stored: Any, expected: Any, what: str) -> None:
    if stored != expected:
        msg = f"{what} is no longer as it was recorded, so it cannot be taken away; undo the later change first"
        raise ConflictError(msg)


def _pair(value: dict[str, Any]) -> Hashable:
    return value["kind"], value["other_id"]


def _own_id(value: dict[str, Any]) -> Hashable:
    return int(value["id"])


MEMBERS: dict[tuple[Entity, str], Member] = {
    (Entity.CLAIM, "tag"): Member(_add_tag, _remove_tag, str),
    (Entity.CLAIM, "relation"): Member(_add_relation, _remove_relation, _pair),
    (Entity.CLAIM, "relation_suggestion"): Member(_add_suggestion, _remove_suggestion, _pair),
    (Entity.CLAIM, "appearance"): Member(_add_appearance, _remove_appearance, _own_id),
    (Entity.SOURCE, "alias"): Member(_add_alias, _remove_alias, comparison_key),
    (Entity.DOCUMENT, "snapshot"): Member(_add_snapshot, _remove_snapshot, _own_id, _move_snapshot),
    (Entity.DOCUMENT, "evidence"): Member(_add_evidence, _remove_evidence, _own_id),
    (Entity.CLAIM, "link"): Member(_add_link, _remove_link, lambda value: int(value["evidence_id"])),
}
